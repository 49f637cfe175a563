"""What files are, and archives whose directory does not tell the truth."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.findings.notices import Refused
from sosach.intake.container import Kind, in_words, kind_of, open_container
from sosach.intake.options import Limits
from tests.intake import books

LIMITS = Limits()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (books.xlsx_bytes(books.sheet_xml("")), Kind.XLSX),
        (books.xlsx_bytes(books.sheet_xml(""), {"xl/vbaProject.bin": b"x"}), Kind.XLSM),
        (books.xlsb_bytes([books.HEADINGS]), Kind.XLSB),
        (books.ods_bytes([books.HEADINGS]), Kind.ODS),
        (books.xls_bytes([books.HEADINGS]), Kind.OLE),
        ("STT;Họ tên\n1;Lê Lan".encode(), Kind.CSV),
        ("STT\tHọ tên".encode("utf-16"), Kind.CSV),
        ("STT\tHo ten\tNgay sinh".encode("utf-16-be"), Kind.CSV),
        (b"PAR1....PAR1", Kind.PARQUET),
        (b"<?xml version='1.0'?><Workbook/>", Kind.OTHER),
        (bytes(range(256)) * 9, Kind.OTHER),
    ],
    ids=["xlsx", "xlsm", "xlsb", "ods", "xls", "utf8", "utf16", "utf16-unmarked", "parquet", "xml", "noise"],
)
def test_files_are_known_by_what_they_hold(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


def test_parts_come_out_as_they_went_in() -> None:
    content = bytes(range(256)) * 90_000
    container = open_container("a", books.zipped({"x.bin": content}), Limits(ratio=10_000))
    assert b"".join(container.pieces("x.bin")) == content


def test_a_stored_part_comes_out_too() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x.bin", b"a" * 20_000_000)
    container = open_container("a", buffer.getvalue(), LIMITS)
    assert container.whole("x.bin") == b"a" * 20_000_000


@pytest.mark.parametrize("code", ["file_parts"])
def test_a_part_that_was_changed_after_it_was_packed(code: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x.bin", b"a" * 1000)
    data = buffer.getvalue().replace(b"a" * 1000, b"a" * 999 + b"b")
    with pytest.raises(Refused) as caught:
        open_container("a", data, LIMITS).whole("x.bin")
    assert caught.value.notice.code == code


def test_a_local_header_with_another_name() -> None:
    data = books.zipped({"x.bin": b"abc"}).replace(b"x.bin", b"y.bin", 1)
    with pytest.raises(Refused) as caught:
        open_container("a", data, LIMITS).whole("x.bin")
    assert caught.value.notice.code == "file_parts"


def test_an_encrypted_part() -> None:
    data = bytearray(books.zipped({"x.bin": b"abc"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Refused) as caught:
        open_container("a", bytes(data), LIMITS)
    assert caught.value.notice.code == "file_parts"


def test_more_parts_than_may_be() -> None:
    data = books.zipped({f"{n}.xml": b"" for n in range(20)})
    with pytest.raises(Refused):
        open_container("a", data, Limits(parts=19))


def test_more_bytes_than_may_be() -> None:
    data = books.zipped({"a": b"1" * 3000, "b": b"2" * 3000})
    with pytest.raises(Refused) as caught:
        open_container("a", data, Limits(total_bytes=5000))
    assert caught.value.notice.code == "file_bomb"


@given(st.binary(max_size=400), st.integers(0, 400))
def test_whatever_is_done_to_an_archive_ends_in_a_clean_answer(noise: bytes, at: int) -> None:
    data = bytearray(books.zipped({"xl/a.xml": b"<a/>" * 20, "b.xml": b"x"}))
    data[at : at + len(noise)] = noise
    try:
        container = open_container("a", bytes(data), LIMITS)
        for name in container.parts:
            container.whole(name)
    except Refused as answer:
        told = answer.notice.code
    else:
        told = "file_read"
    assert told.startswith("file_")


@given(st.binary(max_size=300))
def test_any_bytes_are_of_some_kind(data: bytes) -> None:
    assert kind_of(data) in Kind


def test_amounts_are_told_in_round_figures() -> None:
    assert [in_words(2 << 30), in_words(64 << 20), in_words(10)] == ["2 GB", "64 MB", "1 MB"]
