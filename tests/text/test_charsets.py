"""Old charsets: the table is as made, and every name survives the way there and back."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.text.charsets import TCVN3, UTF8, VIQR, VNI, decode, table
from sosach.text.vietnamese import VOWELS, toned
from tests.text.names import ROOT, full_names


def encoded(text: str, charset: str) -> str:
    """The text as a program shows it that takes this charset for Windows-1252."""
    if charset == UTF8:
        return "".join(
            bytes([b]).decode("latin-1" if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252") for b in text.encode()
        )
    codes = {letter: seen for seen, letter in table(charset).items()}
    # TCVN3 has no toned capitals.
    return "".join(codes.get(c) or codes.get(c.lower(), c) for c in text)


def test_the_table_is_as_its_maker_makes_it():
    maker = ROOT / "tools" / "refdata" / "legacy_charsets.py"
    done = subprocess.run([sys.executable, str(maker), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("charset", [VNI, VIQR])
def test_every_letter_is_in_the_charset(charset):
    marked = {letter for vowel in VOWELS for letter in vowel + toned(vowel)} - set("aeiouy") | {"đ"}
    assert set(table(charset).values()) == marked | {letter.upper() for letter in marked}


def test_tcvn3_has_small_letters_and_seven_capitals():
    small = {letter for vowel in VOWELS for letter in vowel + toned(vowel)} - set("aeiouy") | {"đ"}
    assert set(table(TCVN3).values()) == small | set("ĂÂÊÔƠƯĐ")


@pytest.mark.parametrize("charset", [TCVN3, VNI, VIQR, UTF8])
@given(name=full_names())
def test_names_come_back(charset, name):
    assert decode(encoded(name, charset), charset).casefold() == name.casefold()


@given(name=full_names())
def test_capitals_come_back(name):
    assert decode(encoded(name.upper(), TCVN3), TCVN3).upper() == name.upper()
    assert decode(encoded(name.upper(), VNI), VNI) == name.upper()


@pytest.mark.parametrize(
    ("seen", "charset", "text"),
    [
        ("L\u00ad\u00acng Ph\u00ad\u00acng Nhi", TCVN3, "Lương Phương Nhi"),
        ("NGUYÔN V¡N §øC", TCVN3, "NGUYỄN VĂN ĐỨC"),
        ("Lª ¸nh", TCVN3, "Lê ánh"),
        ("Nguyeãn Thò Hoøa", VNI, "Nguyễn Thị Hòa"),
        ("Ñaëng Löông Thuïy Tröông", VNI, "Đặng Lương Thụy Trương"),
        ("Nguye^~n Thi. Hoa`", VIQR, "Nguyễn Thị Hoà"),
        ("DDa(.ng", VIQR, "Đặng"),
        ("Nguyá»…n Thá»‹ HÃ²a", UTF8, "Nguyễn Thị Hòa"),
    ],
)
def test_text_as_it_is_found(seen, charset, text):
    assert decode(seen, charset) == text


@pytest.mark.parametrize("charset", [TCVN3, VNI, VIQR])
def test_letters_that_a_charset_has_not(charset):
    assert decode("Nguyễn", charset) is None


@pytest.mark.parametrize("broken", ["Nguyá»n", "Hòa", "Ã", "Nguyễn"])
def test_bytes_that_were_lost_are_no_utf8(broken):
    assert decode(broken, UTF8) is None


@given(st.text())
def test_no_text_breaks_the_decoders(text):
    for charset in (TCVN3, VNI, VIQR, UTF8):
        answer = decode(text, charset)
        assert answer is None or isinstance(answer, str)
