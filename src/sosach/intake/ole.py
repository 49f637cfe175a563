"""Compound files: the container of .xls, and the wrapping of workbooks with a password.

[MS-CFB] compound files; [MS-OFFCRYPTO] 2.3 for the encryption of .xlsx and .xls; [MS-XLS] 2.4.117 FilePass.
"""

import io
import struct
from collections.abc import Iterator
from enum import Enum
from typing import Any

import olefile

_BOF, _FILEPASS, _END = 0x0809, 0x002F, 0x000A
_XOR, _RC4 = 0, 1
_BOOK_NAMES = ("Workbook", "Book")
_SMALLEST_SECTOR = 512
# olefile meets cut-off and twisted files in all these ways.
_DAMAGE = (OSError, ValueError, IndexError, KeyError, struct.error, TypeError, AttributeError, RecursionError)
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
        with _opened(data) as file:
            if file.exists("EncryptedPackage"):
                return Lock.PASSWORD
            stream = _book(file, len(data))
    except _DAMAGE:
        return Lock.DAMAGED
    return Lock.STRANGE if stream is None else _lock_of_records(stream)


def book_stream(data: bytes) -> bytes:
    """The records of an .xls workbook; empty when they cannot be reached."""
    try:
        with _opened(data) as file:
            return _book(file, len(data)) or b""
    except _DAMAGE:
        return b""


def _opened(data: bytes) -> Any:
    """The compound file, unless its header claims more tables than the file has bytes: reading them would not end."""
    tables, chains = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 72)[0]
    if max(tables, chains) * _SMALLEST_SECTOR > len(data):
        raise OSError
    return olefile.OleFileIO(io.BytesIO(data))


def _book(file: Any, size: int) -> bytes | None:
    """The records of the workbook; a stream cannot be longer than its file."""
    name = next((name for name in _BOOK_NAMES if file.exists(name)), None)
    if name is None:
        return None
    if file.get_size(name) > size:
        raise OSError
    stream: bytes = file.openstream(name).read()
    return stream


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
