"""Names: rarity is never zero, and a name tells the sex only with many bearers behind it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.refdata import names

MIDDLES = [frequency.name for frequency in names.middle_names()]
GIVEN = [frequency.name for frequency in names.given_names()]


def test_nguyen_is_frequent_and_a_name_nobody_bore_is_rare_but_possible():
    assert names.family_share("Nguyễn") > 0.2
    assert 0 < names.family_share("Nguyễnx") < names.family_share("Xìn")


def test_shares_add_up_to_no_more_than_all():
    assert sum(names.given_share(name) for name in GIVEN) < 1
    assert sum(names.middle_share(name) for name in MIDDLES) < 1


@pytest.mark.parametrize(
    ("middle", "name"), [("Thị", "Hoa"), ("Thị", "Giang"), ("Thị Thanh Tân", "Xoan"), ("Thu", "Hà")]
)
def test_names_of_women(middle, name):
    assert names.female_share(middle, name) >= 0.99


@pytest.mark.parametrize(("middle", "name"), [("Văn", "Hùng"), ("Đình", "Toàn"), ("Đức", "Dũng")])
def test_names_of_men(middle, name):
    assert names.female_share(middle, name) <= 0.01


@pytest.mark.parametrize(
    ("middle", "name"),
    [("Ngọc", "Anh"), ("", "Linh"), ("Minh", "Khánh"), ("Văn", "Trang"), ("Thị", "Dũng"), ("Xuân", "Mai"), ("", "Sơn")],
)
def test_names_of_both_or_parts_that_contradict_tell_nothing_certain(middle, name):
    assert 0.01 < names.female_share(middle, name) < 0.99


@pytest.mark.parametrize(("middle", "name"), [("A", "Páo"), ("", "Xyz"), ("Y", "Ơn"), ("H'", "Nghệ")])
def test_rare_names_tell_nothing(middle, name):
    assert names.female_share(middle, name) is None


@given(st.sampled_from(MIDDLES), st.sampled_from(GIVEN))
def test_certainty_needs_enough_bearers(middle, name):
    share = names.female_share(middle, name)
    if share is None or 0.01 < share < 0.99:
        return
    whole = {f.name: f for f in names.middle_names()}
    first = whole.get(middle.split(" ")[0])
    parts = [f for f in (whole.get(middle), first, {f.name: f for f in names.given_names()}[name]) if f is not None]
    told = [f for f in parts if f.total >= names.ENOUGH]
    assert told
    women = share >= 0.99
    strongest = max((f.female if women else f.male) / f.total for f in told)
    assert strongest > 0.9


def test_most_frequent_names_come_first():
    assert names.family_names()[0].name == "Nguyễn"
    totals = [frequency.total for frequency in names.given_names()]
    assert totals == sorted(totals, reverse=True)
