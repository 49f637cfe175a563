"""What is wrong with a number is told beside sex, year of birth and insurance card of the same row."""

import pytest

from sosach.cleaning.frame import Cleaning, typed
from sosach.cleaning.numbers import FIELDS_OF_FAULTS
from sosach.registers.catalogue import registers
from tests.rules.tools import ON, raw_frame

CHILDREN = registers()["children"]


def state(field: str = "personal_id", **row: object) -> object:
    frame = typed(raw_frame([row]), Cleaning(register=CHILDREN, on=ON))  # type: ignore[list-item]  # cells by field
    return frame[f"{field}__state"].item()


def test_a_lost_zero_is_proven_by_the_row() -> None:
    assert state(personal_id="27315600001", sex="Nữ", birth_date="5/3/2015") == "lost_zero"
    assert state(personal_id="27315600001", sex="Nam", birth_date="5/3/2015") == "lost_zero_unsure"
    assert state(personal_id="27315600001") == "lost_zero_unsure"


def test_the_insurance_card_of_the_row_is_known_again() -> None:
    assert state(personal_id="2799600001", health_insurance_no="2799600001") == "health_insurance"


def test_a_relatives_number_is_seen_beside_the_relatives_year() -> None:
    own = {"father_personal_id": "27090600001", "sex": "Nữ", "birth_date": "5/3/2015"}
    assert state("father_personal_id", **own, father_birth_year="1990") == "lost_zero"
    assert state("father_personal_id", **own, father_birth_year="1985") == "lost_zero_unsure"


@pytest.mark.parametrize("field", sorted(FIELDS_OF_FAULTS))
def test_the_fields_named_are_those_of_the_register(field: str) -> None:
    assert field in CHILDREN.by_name


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"personal_id": "027315600001", "sex": "Nam"}, "good"),  # rules look at what a number tells
        ({"personal_id": None}, None),
        ({"personal_id": "chưa có"}, "placeholder"),
        ({"personal_id": "125125428"}, "cmnd"),
        ({"personal_id": "0999012345", "health_insurance_no": "2799600001"}, "phone"),
        ({"personal_id": "2799600001", "health_insurance_no": "2799600002"}, "length"),
    ],
)
def test_what_the_row_says_nothing_of_keeps_its_shape(row: dict[str, object], told: str | None) -> None:
    assert state(**row) == told


def test_faults_of_a_row_do_not_depend_on_other_rows() -> None:
    rows = [
        {"personal_id": "27315600001", "sex": "Nữ", "birth_date": "5/3/2015"},
        {"personal_id": "027315600002", "sex": "Nam", "birth_date": "5/3/2014"},
        {"personal_id": "27315600001", "sex": "Nam", "birth_date": None},
        {"personal_id": None, "sex": None, "birth_date": "5/3/2014"},
    ]
    frame = typed(raw_frame(rows), Cleaning(register=CHILDREN, on=ON))  # type: ignore[arg-type]  # cells by field
    assert frame["personal_id__state"].to_list() == [state(**row) for row in rows]
