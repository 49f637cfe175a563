import pytest

from sosach.linkage.comparing import LEVEL_COLUMNS, LEVELS, compared, known_to_both
from sosach.linkage.sides import sides_of
from tests.linkage.people_in_rows import child, rows


def levels(one, other):
    """The levels of two persons of two registers."""
    sides = sides_of(rows(one), rows(other))
    pairs = sides.left.select(left=0, right=0)
    return compared(sides, pairs).drop("left", "right").row(0, named=True)


def test_a_child_agrees_with_itself_in_all_that_is_known():
    told = levels(child(number="027219600001"), child(number="027219600001"))
    known = {"name", "birth_date", "sex", "number", "mother", "mother_year", "father", "father_year"}
    assert {fact for fact, level in told.items() if level == "same"} == known
    assert told["place"] == "hamlet"
    assert all(told[fact] is None for fact in LEVEL_COLUMNS if fact not in known | {"place"})


@pytest.mark.parametrize("fact", [fact for fact in LEVEL_COLUMNS if fact != "place"])
def test_what_one_side_does_not_know_is_not_compared(fact):
    known = {"number": "027219600001", "old_number": "121600001", "certificate": "12/2019", "insurance": "TE1279"}
    known |= {"mother_number": "027193600001", "father_number": "027090600001", "guardian_number": "027060600001"}
    known |= {"guardian": "Lê Thị Tám", "record_code": "TE1", "household": "H1", "benefit": "5.6"}
    whole = child(**known)
    assert levels(whole, whole)[fact] == "same"
    assert levels(whole, whole | {fact: None})[fact] is None
    assert levels(whole | {fact: None}, whole)[fact] is None


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ({"sex": "male"}, {"sex": "female"}, {"sex": "other"}),
        ({"mother_year": "1990"}, {"mother_year": "1991"}, {"mother_year": "near"}),
        ({"mother_year": "1990"}, {"mother_year": "1993"}, {"mother_year": "other"}),
        ({"certificate": "12/2019"}, {"certificate": "13/2019"}, {"certificate": "other"}),
        ({"number": "027219600001", "number_padded": True}, {"number": "027219600001"}, {"number": "zeros"}),
        ({"commune": "Hòa Mẫu", "hamlet": "Gò Me"}, {"commune": "Hòa Mẫu", "hamlet": "Gò Me"}, {"place": "hamlet"}),
        ({"commune": "Hòa Mẫu", "hamlet": "Gò Me"}, {"commune": "Hòa Mẫu", "hamlet": "Bãi Dâu"}, {"place": "hamlets"}),
        ({"commune": "Hòa Mẫu", "hamlet": "Gò Me"}, {"commune": "Hòa Mẫu"}, {"place": "commune"}),
        ({"commune": "Hòa Mẫu", "hamlet": "Gò Me"}, {"commune": "Đại An", "hamlet": "Gò Me"}, {"place": "other"}),
        ({"hamlet": "Gò Me"}, {"hamlet": "Thôn Gò Me"}, {"place": "hamlet"}),
        ({"hamlet": "Gò Me"}, {"commune": "Hòa Mẫu"}, {"place": None}),
    ],
)
def test_levels_of_the_other_facts(one, other, level):
    (fact,) = level
    assert levels(one, other)[fact] == level[fact]
    assert levels(other, one)[fact] == level[fact]


def test_within_a_register_every_row_has_a_code_of_its_own():
    sides = sides_of(rows(child(record_code="TE1"), child(record_code="TE2"), child(record_code="TE1")))
    pairs = sides.left.select(left=0, right=1).head(1).vstack(sides.left.select(left=0, right=2).head(1))
    assert compared(sides, pairs)["record_code"].to_list() == [None, "same"]


def test_every_fact_has_its_levels():
    told = levels(child(), child())
    assert tuple(told) == LEVEL_COLUMNS == tuple(LEVELS)


def test_a_fact_that_only_one_register_has_is_known_to_one():
    sides = sides_of(rows(child(), child(number="027219600001")), rows(child()))
    assert known_to_both(sides, "name")
    assert known_to_both(sides, "place")
    assert not known_to_both(sides, "number")
