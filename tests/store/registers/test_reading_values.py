from datetime import date

import pytest

from sosach.findings.notices import Refused
from sosach.registers.catalogue import registers
from sosach.rules.context import Commune
from sosach.store.registers.reading_values import Given, given, written

ON = date(2026, 6, 18)
HOA_MAU = Commune("99999", "xã Hòa Mẫu", "tỉnh Bắc Ninh", ("Thôn Gò Me",))


def _given(text, field, register="children"):
    return given(text, field, registers()[register], on=ON, commune=HOA_MAU)


@pytest.mark.parametrize(
    ("field", "texts", "value"),
    [
        ("sex", ("Nữ", "nữ", "gái", "female"), "female"),
        ("birth_date", ("04/06/2015", "4.6.2015", "2015-06-04"), "2015-06-04"),
        ("birth_date", ("06/2015", "2015-06"), "2015-06"),
        ("birth_date", ("2015",), "2015"),
        ("ethnicity", ("Tày", "tay", "02"), "02"),
        ("personal_id", ("027313600007", "027 313 600 007"), "027313600007"),
        ("full_name", ("nguyễn  văn AN", "Nguyễn Văn An"), "Nguyễn Văn An"),
        ("status", ("Chuyển đi", "moved"), "moved"),
        ("poverty", ("Hộ cận nghèo", "near_poor"), "near_poor"),
        ("mother_birth_year", ("1990",), "1990"),
        ("record_code", ("TE000001",), "TE000001"),
    ],
)
def test_what_people_and_what_programs_write_is_one_value(field, texts, value):
    assert {_given(text, field).value for text in texts} == {value}


@pytest.mark.parametrize(("field", "value"), [("category", "5.6"), ("benefit_status", "suspended")])
def test_keys_of_lists_are_read(field, value):
    assert _given(value, field, "beneficiaries").value == value


@pytest.mark.parametrize("field", sorted(registers()["children"].by_name))
def test_what_is_written_gives_the_value_when_it_is_read_again(field):
    texts = ("Nữ", "04/06/2015", "Tày", "Nguyễn Văn An", "027313600007", "1990", "Thôn Gò Me", "0999012345", "d.1")
    for text in texts:
        try:
            first = _given(text, field)
        except Refused:
            continue
        assert _given(first.raw, field) == first


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_empties_the_field(text):
    assert _given(text, "sex") == Given(None, None)


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("31/02/2015", "birth_date", "không đọc được ở mục Ngày sinh"),
        ("12345", "personal_id", "không đọc được"),
        ("chưa có", "personal_id", "không đọc được"),
        ("?", "sex", "không đọc được"),
        ("x", "colour", "không có trường"),
    ],
)
def test_what_is_no_value_is_refused(text, field, words):
    with pytest.raises(Refused, match=words):
        _given(text, field)


@pytest.mark.parametrize("register", ["children", "beneficiaries"])
def test_many_values_are_written_as_one_by_one(register):
    values = []
    for field in sorted(registers()[register].by_name):
        for text in (
            "Nữ",
            "04/06/2015",
            "2015",
            "Tày",
            "Nguyễn Văn An",
            "027313600007",
            "Đã chuyển đi",
            "Hộ nghèo",
            "d.1",
        ):
            try:
                values.append((field, _given(text, field, register).value))
            except Refused:
                continue
    told = written(values, registers()[register], on=ON, commune=HOA_MAU)
    assert [one and one.value for one in told] == [value for _, value in values]
    for (field, value), one in zip(values, told, strict=True):
        assert _given(one.raw, field, register).value == value


def test_a_value_that_a_register_would_not_understand_is_not_written():
    told = written([("sex", "unknown"), ("sex", "female")], registers()["children"], on=ON, commune=HOA_MAU)
    assert told == [None, Given("female", "nữ")]
    assert written([], registers()["children"], on=ON, commune=HOA_MAU) == []
