"""What the national software took of an upload."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.confirmation import Taken, Uploaded, confirmed

NEW = "027218700004"


def told(old: str | None, new: str | None, now: dict[str, str | None] | None, field: str = "personal_id") -> Taken:
    later = {} if now is None else {1: now}
    return confirmed([Uploaded(1, field, old, new, "Q-1")], later).facts[0].taken


@pytest.mark.parametrize(
    ("old", "new", "now", "taken"),
    [
        (None, NEW, {"personal_id": NEW}, Taken.ACCEPTED),
        (None, NEW, {"personal_id": None}, Taken.MISSING),
        (None, NEW, {}, Taken.MISSING),
        (None, NEW, None, Taken.MISSING),
        ("027218700002", NEW, {"personal_id": "027218700002"}, Taken.MISSING),
        ("027218700002", NEW, {"personal_id": "027218700006"}, Taken.DIFFERENT),
        ("027218700002", NEW, {"personal_id": None}, Taken.MISSING),
        ("x", None, {"personal_id": None}, Taken.ACCEPTED),
        ("x", None, {"personal_id": "x"}, Taken.MISSING),
        ("x", None, {"personal_id": "y"}, Taken.DIFFERENT),
        ("x", None, None, Taken.MISSING),
    ],
)
def test_a_fact_was_accepted_or_not_or_became_something_else(
    old: str | None, new: str | None, now: dict[str, str | None] | None, taken: Taken
) -> None:
    assert told(old, new, now) is taken


def test_a_name_in_other_capitals_was_accepted() -> None:
    assert told("Lê An", "Nguyễn Thị Hòa", {"full_name": "NGUYỄN THỊ HOÀ"}, "full_name") is Taken.ACCEPTED
    assert told("Lê An", "Nguyễn Thị Hòa", {"full_name": "Nguyễn Thị Hóa"}, "full_name") is Taken.DIFFERENT


def test_persons_are_counted_once_by_the_worst_of_their_facts() -> None:
    facts = [
        Uploaded(1, "personal_id", None, NEW, "a"), Uploaded(1, "sex", None, "male", "b"),
        Uploaded(2, "sex", None, "male", "c"), Uploaded(3, "sex", None, "male", "d"),
        Uploaded(3, "note", "x", "y", "e"),
    ]  # fmt: skip
    later = {1: {"personal_id": NEW}, 2: {"sex": "male"}, 3: {"sex": "female", "note": "x"}}
    found = confirmed(facts, later)
    assert found.persons() == {Taken.ACCEPTED: 1, Taken.MISSING: 1, Taken.DIFFERENT: 1}
    assert found.counts() == {Taken.ACCEPTED: 2, Taken.MISSING: 2, Taken.DIFFERENT: 1}
    assert not found.complete


values = st.sampled_from([None, "a", "b", "c"])


@given(st.lists(st.tuples(st.integers(1, 4), values, values)), st.dictionaries(st.integers(1, 4), values))
def test_every_fact_and_every_person_comes_to_one_end(
    facts: list[tuple[int, str | None, str | None]], later: dict[int, str | None]
) -> None:
    uploaded = [Uploaded(person, "note", old, new, "Q") for person, old, new in facts]
    found = confirmed(uploaded, {person: {"note": value} for person, value in later.items()})
    assert sum(found.counts().values()) == len(uploaded)
    assert sum(found.persons().values()) == len({one.person for one in uploaded})
    assert found.complete == all(fact.taken is Taken.ACCEPTED for fact in found.facts)
