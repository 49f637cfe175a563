"""Words and what they may mean: groups before old names, marks before no marks."""

import pytest

from sosach.people.ethnic_words import meaning, short_name, slips, started
from sosach.people.written import keys


def meant(text):
    return meaning(*keys([text])[0])


def test_an_old_name_that_is_another_groups_name_is_that_group_first():
    assert meant("Thổ").codes == ("24",)
    assert set(meant("Thổ").also) == {"02", "05"}


def test_a_wrong_mark_is_a_slip_and_no_mark_is_none():
    assert not meant("Muong").slip
    assert meant("Mương").slip


def test_a_country_only_where_no_group_is_named_so():
    assert meant("Lào").codes == ("37",)
    assert meant("Thái Lan").country
    assert meant("Han") is None


@pytest.mark.parametrize(
    ("bare", "codes"), [("kinhh", ("01",)), ("khong", ()), ("xa", ()), ("dau", ()), ("tayy", ("02",))]
)
def test_slips(bare, codes):
    assert slips(bare) == codes


def test_beginnings_of_several_names():
    assert started("san") == ("15", "18")
    assert started("khong") == ()


def test_short_names_are_offered_only():
    assert short_name("ma") == "28"
    assert short_name("tay") is None
