"""Compound files: the container of .xls, and the wrapping of workbooks with a password.

[MS-CFB] compound files; [MS-OFFCRYPTO] 2.3 for the encryption of .xlsx and .xls; [MS-XLS] 2.4.117 FilePass.
"""

import io
import struct
from collections.abc import Iterator
from enum import Enum

import olefile

_BOF, _FILEPASS, _END = 0x0809, 0x002F, 0x000A
_XOR, _RC4 = 0, 1
_BOOK_NAMES = ("Workbook", "Book")
_RECORD = struct.Struct("<HH")


class Lock(Enum):
    """Whether a compound file needs a password."""

    NONE = "none"
    PASSWORD = "password"  # can be opened with it
    OLD = "old"  # XOR or the first RC4: Excel itself has to take it off
    DAMAGED = "damaged"
    STRANGE = "strange"  # not a workbook


def lock_of(data: bytes) -> Lock:
    """What protects the workbook in these bytes."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            if file.exists("EncryptedPackage"):
                return Lock.PASSWORD
            name = next((name for name in _BOOK_NAMES if file.exists(name)), None)
            if name is None:
                return Lock.STRANGE
            return _lock_of_records(file.openstream(name).read())
    except (OSError, ValueError, IndexError, struct.error, TypeError, AttributeError):
        return Lock.DAMAGED  # olefile meets cut-off files in all these ways


def book_stream(data: bytes) -> bytes:
    """The records of an .xls workbook; empty when they cannot be reached."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            name = next((name for name in _BOOK_NAMES if file.exists(name)), None)
            stream: bytes = file.openstream(name).read() if name else b""
            return stream
    except (OSError, ValueError, IndexError, struct.error, TypeError, AttributeError):
        return b""


def records(stream: bytes, start: int = 0) -> Iterator[tuple[int, int, int]]:
    """Number, start and length of every record of a BIFF stream from `start` on."""
    size = len(stream)
    while start + 4 <= size:
        number, length = _RECORD.unpack_from(stream, start)
        yield number, start + 4, length
        start += 4 + length


def _lock_of_records(stream: bytes) -> Lock:
    for number, start, length in records(stream):
        if number == _FILEPASS:
            kind = int.from_bytes(stream[start : start + 2], "little")
            major = int.from_bytes(stream[start + 2 : start + 4], "little")
            old = kind == _XOR or (kind == _RC4 and major <= 1) or length < 4
            return Lock.OLD if old else Lock.PASSWORD
        if number == _END:
            break
    return Lock.NONE
