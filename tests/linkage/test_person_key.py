"""Persons are found again in the next export, whichever row they stand in and whatever was filled in meanwhile."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.linkage.person_key import found_again, key_parts, keys, parts_of

PERSON = {
    "record_code": "TE27000001",
    "number": "027218600001",
    "name": "Nguyễn Hòa An",
    "unnamed": None,
    "birth_date": "2018-06-04",
    "mother": "Trần Thị Thúy",
}
TWIN = PERSON | {"record_code": "TE27000002", "number": "027218600002", "name": "Nguyễn Hòa Bình"}
STRANGER = dict.fromkeys(PERSON) | {"name": "Lê Văn Cường", "birth_date": "2015-01-02"}


def facts(*persons):
    return pl.DataFrame(list(persons), schema=dict.fromkeys(PERSON, pl.String))


def found(wanted, *persons):
    key = keys(key_parts(facts(wanted)))[0]
    parts = parts_of(key)
    assert parts is not None
    return found_again([parts], key_parts(facts(*persons)))[0]


def test_key_tells_nothing_that_could_be_read():
    key = keys(key_parts(facts(PERSON)))[0]
    assert not any(str(value).lower() in key for value in PERSON.values() if value)


def test_other_row_of_the_next_export():
    assert found(PERSON, STRANGER, TWIN, PERSON) == (2,)


@pytest.mark.parametrize(
    "changed",
    [
        {"number": None},
        {"number": "027218600009"},
        {"name": "Nguyễn Hoà An"},
        {"name": "Nguyễn Hà An"},
        {"birth_date": "2018-04-06", "mother": None},
        {"record_code": None},
        {"record_code": "TE27009999"},
        {"record_code": "TE27009999", "number": None},
    ],
)
def test_person_corrected_meanwhile_is_still_found(changed):
    assert found(PERSON, TWIN, PERSON | changed) == (1,)


def test_twin_does_not_take_the_place_of_who_is_gone():
    without_codes = {"record_code": None, "number": None}
    assert found(PERSON | without_codes, TWIN | without_codes) == ()


def test_codes_counted_anew_name_other_persons():
    other = STRANGER | {"record_code": "TE27000001", "number": "027315600003", "mother": "Lê Thị Mơ"}
    assert found(PERSON, other) == ()


def test_one_person_on_two_rows_fits_both():
    bare = PERSON | {"record_code": None}
    assert found(bare, bare, STRANGER, bare) == (0, 2)


def test_newborn_without_a_name_is_found_by_what_stands_in_its_place():
    newborn = PERSON | {"record_code": None, "number": None, "name": None, "unnamed": "Bé gái con bà Thúy"}
    assert found(newborn, STRANGER, newborn) == (1,)


@given(st.text(max_size=60))
def test_what_is_no_key_is_told_from_keys(text):
    parts = parts_of(text)
    assert (
        parts is None
        or keys(pl.DataFrame([parts], schema=list(key_parts(facts(PERSON)).columns), orient="row")).item()
        == text.strip().lower()
    )


def test_key_typed_over_in_part_is_no_key():
    key = keys(key_parts(facts(PERSON)))[0]
    assert parts_of(key[:-1]) is None
    assert parts_of("x-x-x-x-x") is None
    assert parts_of(f" {key.upper()} ") == parts_of(key)
