"""A zip container with some parts replaced and every other byte of every other part where it was in its part.

Nothing is unpacked and packed again: the entries are copied as they lie in the file, compressed, with their local
headers, in their order; only the directory at the end gets new places and sizes. Format: APPNOTE.TXT 6.3.10 (PKWARE),
4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end record).
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_STREAMED = 0x0008  # sizes follow the data instead of standing in front of it
_WIDE_SIZES = 0x0001  # extra field of entries whose sizes have 64 bits
_TOO_WIDE = 0xFFFFFFFF
_LONGEST_COMMENT = 0xFFFF


class StrangeContainerError(ValueError):
    """The container is laid out in a way that cannot be taken over byte by byte."""


def replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The container with these parts in place of those of the same names.

    Args:
        data: the container.
        parts: new contents by name; every name is in the container.

    Raises:
        StrangeContainerError: something lies in front of it, or its directory is not the plain one.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
        start = archive.start_dir
    if not entries or entries[0].header_offset != 0 or parts.keys() - {entry.filename for entry in entries}:
        raise StrangeContainerError
    places: dict[int, int] = {}  # new place of an entry by its old one
    packed: dict[int, tuple[int, int, int]] = {}  # CRC, packed and plain size of replaced entries by their old place
    body = bytearray()
    ends = [*(entry.header_offset for entry in entries[1:]), start]
    for entry, end in zip(entries, ends, strict=True):
        places[entry.header_offset] = len(body)
        if entry.filename in parts:
            new, facts = _entry(data, entry, parts[entry.filename])
            packed[entry.header_offset] = facts
            body += new
        else:
            body += data[entry.header_offset : end]
    directory = b"".join(_directory(data, start, places, packed))
    return bytes(body) + directory + _end(data, start, len(entries), (len(body), len(directory)))


def raw_entries(data: bytes) -> dict[str, bytes]:
    """Every entry as it lies in the container, local header included, up to the next entry."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
        ends = [*(entry.header_offset for entry in entries[1:]), archive.start_dir]
    return {entry.filename: data[entry.header_offset : end] for entry, end in zip(entries, ends, strict=True)}


def _entry(data: bytes, entry: zipfile.ZipInfo, content: bytes) -> tuple[bytes, tuple[int, int, int]]:
    """A new local header with its data, packed as the old ones were."""
    at = entry.header_offset
    magic, version, flags, method, time, day, *_, name_size, extra_size = _LOCAL.unpack_from(data, at)
    name_at = at + _LOCAL.size
    name = data[name_at : name_at + name_size]
    extra = _narrow(data[name_at + name_size : name_at + name_size + extra_size])
    body = _deflated(content) if method == zipfile.ZIP_DEFLATED else content
    facts = (zlib.crc32(content), len(body), len(content))
    head = _LOCAL.pack(magic, version, flags & ~_STREAMED, method, time, day, *facts, len(name), len(extra))
    return head + name + extra + body, facts


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _narrow(extra: bytes) -> bytes:
    """Extra fields without the one for sizes of 64 bits."""
    kept, at = bytearray(), 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != _WIDE_SIZES:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return bytes(kept + extra[at:])


def _directory(
    data: bytes, at: int, places: Mapping[int, int], packed: Mapping[int, tuple[int, int, int]]
) -> Iterator[bytes]:
    """The records of the directory in their order, with new places, and new sizes where a part was replaced."""
    for _ in range(len(places)):
        fields = list(_CENTRAL.unpack_from(data, at))
        name_size, extra_size, comment_size, offset = fields[10], fields[11], fields[12], fields[16]
        if fields[0] != b"PK\x01\x02" or offset == _TOO_WIDE or offset not in places:
            raise StrangeContainerError
        tail_at = at + _CENTRAL.size
        name = data[tail_at : tail_at + name_size]
        extra = data[tail_at + name_size : tail_at + name_size + extra_size]
        comment = data[tail_at + name_size + extra_size : tail_at + name_size + extra_size + comment_size]
        fields[16] = places[offset]
        if offset in packed:
            extra = _narrow(extra)
            fields[3] &= ~_STREAMED
            fields[7:10] = packed[offset]
            fields[11] = len(extra)
        yield _CENTRAL.pack(*fields) + name + extra + comment
        at = tail_at + name_size + extra_size + comment_size


def _end(data: bytes, start: int, count: int, place: tuple[int, int]) -> bytes:
    """The end record with the new place and size of the directory; the one of 64 bits is left out: nothing needs it."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - _LONGEST_COMMENT))
    if at < start:
        raise StrangeContainerError
    magic, disk, first_disk, _, _, _, _, comment_size = _END.unpack_from(data, at)
    comment = data[at + _END.size : at + _END.size + comment_size]
    if disk or first_disk or len(comment) != comment_size or at + _END.size + comment_size != len(data):
        raise StrangeContainerError
    body, directory = place
    return _END.pack(magic, 0, 0, count, count, directory, body, comment_size) + comment
