"""The words of names that are not Kinh."""

import unicodedata

from sosach.population.groups import FOREIGN_FATHERS, GROUPS, KINH
from sosach.refdata.ethnicities import groups


def test_codes_are_those_of_the_state():
    assert set(GROUPS) < set(groups())
    assert KINH not in GROUPS


def test_every_group_can_name_boys_and_girls_differently():
    for group in GROUPS.values():
        assert group.surnames
        assert set(group.male).isdisjoint(group.female)


def test_words_are_composed():
    words = [w for g in GROUPS.values() for w in (*g.surnames, *g.male, *g.female)] + list(FOREIGN_FATHERS)
    assert [w for w in words if w != unicodedata.normalize("NFC", w)] == []
