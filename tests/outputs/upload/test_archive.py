"""Containers with some parts replaced: every other byte stays."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.intake.container import open_container
from sosach.intake.options import Limits
from sosach.outputs.upload.archive import StrangeContainerError, raw_entries, replaced

names = st.lists(
    st.text("abcđ/._1", min_size=1, max_size=12).filter(lambda n: not n.startswith("/") and ".." not in n), min_size=1,
    max_size=6, unique_by=str.casefold,
)  # fmt: skip


def container(parts: dict[str, bytes], *, stored: bool = False, comment: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 6, 18, 10, 0, 0)), content, archive.compression)
        archive.comment = comment
    return held.getvalue()


class Stream(io.RawIOBase):
    """A place to write that cannot go back: writers then put sizes behind the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece) -> int:
        self.data += piece
        return len(piece)


def streamed(parts: dict[str, bytes], *, wide: bool = False) -> bytes:
    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=wide) as part:
                part.write(content)
    return bytes(stream.data)


def contents(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


PARTS = {"a.xml": b"<a>" * 99, "b/c.xml": b"\0\1" * 500, "đ.xml": "Nguyễn".encode()}


@given(names, st.data(), st.booleans(), st.binary(max_size=20).filter(lambda c: b"PK" not in c))
def test_other_parts_keep_every_byte_and_the_new_ones_are_read(
    parts: list[str], data: st.DataObject, stored: bool, comment: bytes
) -> None:
    old = {name: data.draw(st.binary(max_size=200)) for name in parts}
    new = {name: data.draw(st.binary(max_size=200)) for name in parts if data.draw(st.booleans())}
    before = container(old, stored=stored, comment=comment)
    after = replaced(before, new)
    assert contents(after) == old | new
    kept, now = raw_entries(before), raw_entries(after)
    assert list(kept) == list(now)
    assert all(kept[name] == now[name] for name in parts if name not in new)
    assert zipfile.ZipFile(io.BytesIO(after)).comment == comment
    open_container("a.xlsx", after, Limits())


def test_nothing_replaced_is_the_same_file() -> None:
    before = container(PARTS, comment=b"x")
    assert replaced(before, {}) == before


@pytest.mark.parametrize("wide", [False, True])
def test_containers_written_as_a_stream_are_taken_over(wide: bool) -> None:
    before = streamed(PARTS, wide=wide)
    after = replaced(before, {"b/c.xml": b"new"})
    assert contents(after) == PARTS | {"b/c.xml": b"new"}
    assert raw_entries(after)["a.xml"] == raw_entries(before)["a.xml"]
    open_container("a.xlsx", after, Limits())


def test_the_time_and_the_attributes_of_a_replaced_part_stay() -> None:
    before = container(PARTS)
    after = replaced(before, {"a.xml": b"new"})
    old, new = (zipfile.ZipFile(io.BytesIO(data)).getinfo("a.xml") for data in (before, after))
    assert (old.date_time, old.external_attr, old.compress_type) == (
        new.date_time,
        new.external_attr,
        new.compress_type,
    )


def test_the_order_of_the_directory_may_differ_from_that_of_the_entries(tmp_path: Path) -> None:
    before = container(PARTS)
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        start, infos = archive.start_dir, archive.infolist()
    sizes = [46 + len(info.orig_filename.encode()) for info in infos]
    records = [before[start + sum(sizes[:i]) : start + sum(sizes[: i + 1])] for i in range(len(sizes))]
    turned = before[:start] + b"".join(reversed(records)) + before[start + sum(sizes) :]
    after = replaced(turned, {"a.xml": b"new"})
    assert contents(after) == PARTS | {"a.xml": b"new"}
    assert list(contents(after)) == list(reversed(PARTS))


def test_something_in_front_of_the_container_is_refused() -> None:
    with pytest.raises(StrangeContainerError):
        replaced(b"#!" + container(PARTS), {"a.xml": b""})


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(StrangeContainerError):
        replaced(container(PARTS), {"none.xml": b""})


def test_a_directory_that_points_elsewhere_is_refused() -> None:
    data = bytearray(container(PARTS))
    at = data.index(b"PK\x01\x02")
    data[at + 42 : at + 46] = struct.pack("<I", 0xFFFFFFFF)
    with pytest.raises((StrangeContainerError, zipfile.BadZipFile)):
        replaced(bytes(data), {"a.xml": b""})


def test_bytes_behind_the_end_are_refused() -> None:
    with pytest.raises((StrangeContainerError, zipfile.BadZipFile)):
        replaced(container(PARTS) + b"x" * 5, {"a.xml": b""})
