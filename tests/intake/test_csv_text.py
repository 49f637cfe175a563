"""Text files as offices send them: encodings, delimiters, ragged rows."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.intake.csv_text import decoded, delimiter_of, read

NAMES = "STT;Họ và tên;Ngày sinh\n1;Nguyễn Thị Hường;05/03/2018\n2;Đặng Văn Ấy;1/2/2019"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_1258(text: str) -> bytes:
    """Windows-1258 as programs write it: the vowel, then its tone."""
    out = b""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))
        out += (base + "".join(c for c in apart if c in TONES)).encode("cp1258")
    return out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_of_today(encoding: str) -> None:
    assert decoded(NAMES.encode(encoding)).lstrip("\ufeff") == NAMES


def test_windows_1258_comes_out_composed() -> None:
    assert decoded(in_1258(NAMES)) == NAMES


def test_tcvn3_is_left_for_cleaning() -> None:
    stored = "1;NguyÔn V¨n Hïng;§Æng ThÞ Lý"
    assert decoded(stored.encode("cp1252")) == stored


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    assert delimiter_of(NAMES.replace(";", delimiter)) == delimiter


def test_commas_inside_addresses_are_no_delimiter() -> None:
    text = "Họ tên;Địa chỉ\nLê Lan;Thôn A, xã B, tỉnh C\nLê Lý;Thôn A, xã B, tỉnh C\n"
    assert delimiter_of(text) == ";"
    assert read(text.encode()).rows[1] == ["Lê Lan", "Thôn A, xã B, tỉnh C"]


def test_a_line_that_names_the_delimiter() -> None:
    assert read(b"sep=|\na|b;c\n").rows == [["a", "b;c"]]


def test_line_breaks_and_quotes_inside_a_cell() -> None:
    assert read('a,b\n"Lê ""Tí""\nLan",2\n'.encode()).rows[1] == ['Lê "Tí"\nLan', "2"]


def test_numbers_kept_as_text_by_a_formula_lose_its_signs() -> None:
    assert read(b'a;="027218700001";b"="\n').rows == [["a", "027218700001", 'b"="']]


def test_rows_of_unequal_length_are_filled_and_the_long_one_is_told() -> None:
    found = read(b"a,b,c\n1,2,3\n1,2\n1,2,3,4\n")
    assert [len(row) for row in found.rows] == [4, 4, 4, 4]
    assert found.ragged == (4, 4, 3)
    assert read(b"a,b,c\n1,2,3\n1,2,3,,,\n").ragged is None


def test_letters_that_no_encoding_explains_are_told() -> None:
    assert read(NAMES.encode() + "\n3;Lê ".encode() + b"\xff\xfe;x").unreadable_row == 4


def test_empty_rows_at_the_end_are_gone() -> None:
    assert read(b"a,b\n1,2\n,\n \n\n").rows == [["a", "b"], ["1", "2"]]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff\r"), max_size=8), min_size=2, max_size=5
        ),
        max_size=6,
    )
)
def test_any_text_is_read_into_rows_of_one_length(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows)
    assert len({len(row) for row in read(text.encode()).rows}) <= 1


@given(st.binary(max_size=200))
def test_any_bytes_end_in_rows(data: bytes) -> None:
    assert isinstance(read(data).rows, list)
