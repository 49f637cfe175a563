"""What a file really is, told from its bytes, and whether its zip container is honest.

Spreadsheet readers trust a container more than they should: of two parts with one name they take the second, they
believe declared sizes, and small files can make them allocate without end. So the directory of the archive is looked
at before anybody reads it, and bytes are counted as they really inflate.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sosach.findings.notices import refused
from sosach.intake.options import Limits


class Kind(StrEnum):
    """What a file is, whatever its name says."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    OLE = "ole"  # a compound file that may hold an encrypted workbook
    CSV = "csv"
    HTML = "html"
    PARQUET = "parquet"
    OTHER = "other"


# What the file name must end in; the first is the usual one.
EXTENSIONS = {
    Kind.XLSX: (".xlsx", ".xlsm", ".xltx", ".xltm"),
    Kind.XLSM: (".xlsm", ".xlsx", ".xltm"),
    Kind.XLSB: (".xlsb",),
    Kind.ODS: (".ods", ".ots"),
    Kind.XLS: (".xls", ".xlt"),
    Kind.CSV: (".csv", ".txt", ".tsv"),
}

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_STARTS = (
    b"<html",
    b"<!doctype html",
    b"<table",
    b"<head",
    b"<meta",
    b"<style",
    b"<body",
    b"<div",
    b"mime-version:",
)
_BINARY_STARTS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x1f\x8b",
    b"<?xml",
    b"SQLite",
)
_INFLATE_STEP = 8 << 20  # bytes asked for at a time
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")


@dataclass(frozen=True, slots=True)
class Container:
    """An archive whose directory was found honest."""

    file: str  # bare name, for messages
    data: bytes
    parts: dict[str, zipfile.ZipInfo]
    limits: Limits

    def has(self, folder: str) -> bool:
        """Whether any part lies in this folder."""
        return any(name.startswith(folder) for name in self.parts)

    def pieces(self, name: str) -> Iterator[bytes]:
        """The part, inflated piece by piece.

        Raises:
            Refused: it inflates to more than it may, or does not inflate to what it declares.
        """
        info = self.parts[name]
        size, check = 0, 0
        for piece in self._inflated(info):
            size += len(piece)
            check = zlib.crc32(piece, check)
            _refuse_bomb(size, info.compress_size, self.file, self.limits)
            yield piece
        if size != info.file_size or check != info.CRC:
            raise refused("file_parts", file=self.file, part=name)

    def whole(self, name: str, limit: int = 64 << 20) -> bytes:
        """A small part as a whole; empty when there is none.

        Raises:
            Refused: it is larger than `limit` bytes.
        """
        if name not in self.parts:
            return b""
        found = bytearray()
        for piece in self.pieces(name):
            found += piece
            if len(found) > limit:
                raise refused("file_bomb", file=self.file, limit=in_words(limit))
        return bytes(found)

    def _inflated(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        start = _data_start(self.data, info, self.file)
        packed = memoryview(self.data)[start : start + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            yield from (bytes(packed[at : at + _INFLATE_STEP]) for at in range(0, len(packed), _INFLATE_STEP))
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        waiting: bytes | memoryview = packed
        try:
            while not inflater.eof and (piece := inflater.decompress(waiting, _INFLATE_STEP)):
                waiting = inflater.unconsumed_tail
                yield piece
        except zlib.error as failure:
            raise refused("file_truncated", file=self.file) from failure


def kind_of(data: bytes) -> Kind:
    """What these bytes are."""
    if data.startswith(b"PK"):
        return _kind_of_zip(data)
    if data.startswith(_OLE_MAGIC):
        return Kind.OLE
    if data.startswith(b"PAR1"):
        return Kind.PARQUET
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _as_letters(head).lstrip().lower().startswith(_HTML_STARTS):
        return Kind.HTML
    if head.startswith(_BINARY_STARTS) or not _is_text(data):
        return Kind.OTHER
    return Kind.CSV


def open_container(file: str, data: bytes, limits: Limits) -> Container:
    """The archive, once its directory was looked at.

    Args:
        file: bare name, for messages.
        data: all bytes of the file.
        limits: what it may cost.

    Raises:
        Refused: cut off, ambiguous, dishonest or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, struct.error, NotImplementedError) as failure:
        raise refused("file_truncated", file=file) from failure
    seen: dict[str, zipfile.ZipInfo] = {}
    folded: set[str] = set()
    for entry in entries:
        _check_entry(entry, file, limits)
        if entry.filename.casefold() in folded or len(folded) >= limits.parts:
            raise refused("file_parts", file=file, part=_printable(entry.filename))
        folded.add(entry.filename.casefold())
        seen[entry.filename] = entry
    if sum(e.file_size for e in entries) > limits.total_bytes:
        raise refused("file_bomb", file=file, limit=in_words(limits.total_bytes))
    if sum(e.compress_size for e in entries) > len(data):
        raise refused("file_parts", file=file, part=_printable(entries[-1].filename))
    return Container(file, data, seen, limits)


def in_words(amount: int) -> str:
    """A number of bytes for people."""
    return f"{amount >> 30} GB" if amount >= 1 << 30 else f"{max(1, amount >> 20)} MB"


def _refuse_bomb(inflated: int, packed: int, file: str, limits: Limits) -> None:
    if inflated > limits.part_bytes:
        raise refused("file_bomb", file=file, limit=in_words(limits.part_bytes))
    if inflated > limits.ratio_from and inflated > limits.ratio * max(packed, 1):
        raise refused("file_bomb", file=file, limit=f"{limits.ratio} lần")


def _check_entry(entry: zipfile.ZipInfo, file: str, limits: Limits) -> None:
    _refuse_bomb(entry.file_size, entry.compress_size, file, limits)
    name = entry.filename.replace("\\", "/")
    odd_name = name.startswith("/") or ".." in name.split("/") or ":" in name or "\0" in entry.orig_filename
    odd_packing = entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if odd_name or odd_packing or entry.flag_bits & 0x1:
        raise refused("file_parts", file=file, part=_printable(entry.filename))


def _data_start(data: bytes, info: zipfile.ZipInfo, file: str) -> int:
    """Where the bytes of a part begin; its local header must tell the same name as the directory."""
    header = data[info.header_offset : info.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise refused("file_truncated", file=file)
    name_length, extra_length = _LOCAL_HEADER.unpack(header)[-2:]
    name_at = info.header_offset + _LOCAL_HEADER.size
    start: int = name_at + name_length + extra_length
    encoding = "utf-8" if info.flag_bits & 0x800 else "cp437"
    if data[name_at : name_at + name_length] != info.orig_filename.encode(encoding, "replace"):
        raise refused("file_parts", file=file, part=_printable(info.filename))
    if start + info.compress_size > len(data):
        raise refused("file_truncated", file=file)
    return start


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, struct.error, NotImplementedError):
        return Kind.XLSX  # cut off: the container says so when it is opened
    folded = {name.casefold().replace("\\", "/") for name in names}
    if "xl/workbook.bin" in folded:
        return Kind.XLSB
    if any(name.startswith("xl/") for name in folded):
        return Kind.XLSM if "xl/vbaproject.bin" in folded else Kind.XLSX
    if "content.xml" in folded and b"opendocument.spreadsheet" in data[:4096]:
        return Kind.ODS
    return Kind.OTHER


def _as_letters(head: bytes) -> bytes:
    """The start of a text, also when it is UTF-16: zero bytes and the mark of the byte order left out."""
    return head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")


def _is_text(data: bytes) -> bool:
    """Whether the bytes can be a text: UTF-16 with or without its mark, or bytes with hardly a control character."""
    head = data[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    zeros = head.count(0)
    if zeros:
        lopsided = max(head[::2].count(0), head[1::2].count(0))
        return lopsided * 20 >= zeros * 19 and zeros * 4 >= len(head)
    control = sum(head.count(code) for code in range(32) if code not in (9, 10, 11, 12, 13, 26, 27, 30, 31))
    return control * 200 <= len(head)


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else "␣" for c in name)[:40]
