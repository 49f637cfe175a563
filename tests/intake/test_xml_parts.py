import pytest

from sosach.intake.xml_parts import decimal_number, tree_of, whole_number


def test_a_part_that_can_be_read():
    root = tree_of(b'<?xml version="1.0" encoding="UTF-8"?><a><b c="1"/></a>')
    assert root is not None
    assert root[0].get("c") == "1"


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<a>",
        b"<a></b>",
        b"\x00\x01",
        b'<?xml version="1.0" encoding="UTF-X"?><a/>',
        b'<?xml version="1.0" encoding="shift_jis"?><a/>',
        b'<?xml version="1.0" encoding="utf-16"?><a/>',
    ],
)
def test_a_part_that_cannot(xml):
    assert tree_of(xml) is None


@pytest.mark.parametrize(
    ("text", "number"), [("7", 7), (" 12 ", 12), ("0", 0), (None, 5), ("", 5), ("x", 5), ("-1", 5)]
)
def test_whole_numbers_of_attributes(text, number):
    assert whole_number(text, 5) == number


@pytest.mark.parametrize("text", ["99999999999999999999", "1e400", "١", "1_000", "0x10"])
def test_numbers_that_no_program_writes_are_none(text):
    assert whole_number(text, 5) == 5
    assert decimal_number(text, 5.0) == 5.0


@pytest.mark.parametrize(
    ("text", "number"), [("8.43", 8.43), ("12", 12.0), ("-0.249", -0.249), ("nan", 9.0), (None, 9.0)]
)
def test_widths(text, number):
    assert decimal_number(text, 9.0) == number
