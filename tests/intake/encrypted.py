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
    """An .xls with a record that says that the rest is encrypted."""
    data = bytearray(books.xls_bytes([books.HEADINGS, *books.PERSONS]))
    start, _ = xls_stream(bytes(data))
    while (size := int.from_bytes(data[start + 2 : start + 4], "little")) < 20 or data[
        start : start + 2
    ] == b"\x09\x08":
        start += 4 + size
    data[start : start + 2] = b"\x2f\x00"
    body = kind.to_bytes(2, "little") + major.to_bytes(2, "little") + bytes(size)
    data[start + 4 : start + 4 + size] = body[:size]
    return bytes(data)


def xls_stream(data: bytes) -> tuple[int, int]:
    """Where the records of the workbook lie in the file."""
    start = data.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    return start, len(data) - 512
