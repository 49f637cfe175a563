import pytest

from sosach.campaign.precedence import Precedence, Source, usual
from sosach.store.registers.sources import source_of_event, stands_above


@pytest.mark.parametrize(
    ("old", "new", "stays"),
    [
        ("birth_book", "police", True),
        ("police", "birth_book", False),
        ("police", "visit", True),
        ("visit", "police", False),
        ("birth_certificate", "visit", True),
        ("birth_certificate", "police", False),
        ("visit", "visit", False),
        ("police", "police", False),
        ("decision", "visit", True),
        ("decision", "police", False),
        ("decision", "birth_book", False),
        ("birth_book", "decision", False),
        ("decision", "decision", False),
    ],
)
def test_a_weaker_source_does_not_replace_a_stronger_one(old, new, stays):
    assert stands_above("full_name", old, new, usual()) is stays


def test_the_plan_may_trust_another_source():
    order = Precedence(usual().default, {"personal_id": (Source.POPULATION_DATABASE, Source.BIRTH_BOOK)})
    assert not stands_above("personal_id", "birth_book", "police", order)
    assert stands_above("full_name", "birth_book", "police", order)


@pytest.mark.parametrize("name", ["decision", "undo", ""])
def test_what_is_no_list_has_no_place_in_the_order(name):
    assert source_of_event(name) is None
