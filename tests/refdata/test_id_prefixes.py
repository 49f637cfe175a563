"""Prefixes of personal numbers: 63 with gaps, which keep the old province; abroad as a range; the sex digit."""

import pytest

from sosach.refdata.id_prefixes import prefix_names, prefix_places, province_prefixes, sex_digits
from sosach.refdata.places import provinces_before

NEVER_GIVEN = [
    f"{number:03}"
    for number in (
        *(
            0,
            3,
            5,
            7,
            9,
            13,
            16,
            18,
            21,
            23,
            28,
            29,
            32,
            39,
            41,
            43,
            47,
            50,
            53,
            55,
            57,
            59,
            61,
            63,
            65,
            69,
            71,
            73,
            76,
        ),
        *(78, 81, 85, 88, 90, 97, 98, 99, 100, 296, 999),
    )
]


def test_there_are_63_and_they_are_the_old_province_codes():
    assert province_prefixes() == {f"0{code}" for code in provinces_before()}


@pytest.mark.parametrize("prefix", NEVER_GIVEN)
def test_gaps_are_no_prefixes(prefix):
    assert prefix not in prefix_places()


def test_old_bac_ninh_keeps_its_prefix_though_the_province_has_another_code():
    assert prefix_places()["027"].province_today == "24"
    assert prefix_places()["024"].province_today == "24"


def test_a_merged_province_is_printed_with_its_name_of_today():
    names = prefix_names()
    assert names["024"] == "Bắc Giang (nay thuộc Bắc Ninh)"
    assert names["027"] == "Bắc Ninh"
    assert names["079"] == "Hồ Chí Minh"


def test_29_prefixes_differ_from_the_code_of_the_province_of_today():
    at_home = [place for place in prefix_places().values() if not place.abroad]
    assert sum(place.prefix != f"0{place.province_today}" for place in at_home) == 29


@pytest.mark.parametrize(
    ("prefix", "name"), [("174", "Hàn Quốc"), ("279", "Trung Quốc"), ("193", "Lào"), ("107", "Anh")]
)
def test_countries_are_abroad(prefix, name):
    place = prefix_places()[prefix]
    assert place.abroad
    assert place.shown == name


def test_the_whole_range_abroad_counts():
    assert sum(place.abroad for place in prefix_places().values()) == 195


def test_even_is_male_and_every_two_digits_are_a_century():
    for digit, told in sex_digits().items():
        assert told.sex == ("female" if int(digit) % 2 else "male")
        assert told.century == 1900 + int(digit) // 2 * 100


def test_what_was_remembered_is_marked():
    assert sex_digits()["2"].verified
    assert not sex_digits()["8"].verified
