"""Workbooks under a password, made for the tests."""

import io
import random
import zipfile

from msoffcrypto.format.ooxml import OOXMLFile

from tests.intake import books


def xlsx_with_password(password: str, sheet: bytes) -> bytes:
    """An encrypted .xlsx; padded, for the encryption of small files in the library is not whole."""
    plain = io.BytesIO(books.xlsx_bytes(sheet, {"docProps/noise.bin": random.Random(1).randbytes(9000)}))
    with zipfile.ZipFile(plain, "a") as archive:
        archive.comment = b" " * (-len(plain.getvalue()) % 16)
    opened, locked = OOXMLFile(plain), io.BytesIO()
    opened.encrypt(password, locked)
    return locked.getvalue()


def xls_with_filepass(kind: int, major: int) -> bytes:
    """An .xls whose second record says that the rest is encrypted."""
    data = bytearray(books.xls_bytes([books.HEADINGS, *books.PERSONS]))
    start, _ = xls_stream(bytes(data))
    length = int.from_bytes(data[start + 2 : start + 4], "little")
    second = start + 4 + length
    size = int.from_bytes(data[second + 2 : second + 4], "little")
    data[second : second + 2] = b"\x2f\x00"
    body = kind.to_bytes(2, "little") + major.to_bytes(2, "little") + bytes(60)
    data[second + 4 : second + 4 + size] = body[:size].ljust(size, b"\0")
    return bytes(data)


def xls_stream(data: bytes) -> tuple[int, int]:
    """Where the records of the workbook lie in the file."""
    start = data.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    return start, len(data) - 512
