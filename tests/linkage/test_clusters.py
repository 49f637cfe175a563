import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from sosach.linkage.clusters import ONE_EACH, clustered

PAIRS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), unique=True, max_size=14
)


def clusters(pairs, apart=(), facts=None, people=8):
    persons = pl.DataFrame(
        {fact: (facts or {}).get(fact, [None] * people) for fact in ONE_EACH},
        schema_overrides=dict.fromkeys(ONE_EACH, pl.Int64),
    )
    frame = pl.DataFrame(pairs, schema={"a": pl.UInt32, "b": pl.UInt32}, orient="row")
    return clustered(frame, apart, persons).rows()


def test_rows_that_are_one_person_in_turn_are_one_person():
    assert clusters([(1, 2), (4, 5), (2, 3)]) == [(True, 1), (True, 4), (True, 1)]


def test_twins_do_not_meet_in_a_third_row():
    assert clusters([(0, 2), (1, 2)], apart=[(0, 1)]) == [(True, 0), (False, None)]


def test_the_stronger_pair_is_believed():
    assert clusters([(1, 2), (0, 2)], apart=[(0, 1)]) == [(True, 1), (False, None)]


def test_two_numbers_do_not_meet_in_a_row_without_a_number():
    numbers = {"number": [11, None, 22, *[None] * 5]}
    assert clusters([(0, 1), (1, 2)], facts=numbers) == [(True, 0), (False, None)]


def test_two_sexes_do_not_meet():
    assert clusters([(0, 1), (1, 2)], facts={"sex": [1, None, 2, *[None] * 5]})[1] == (False, None)


def test_a_pair_that_was_looked_at_is_believed_although_numbers_differ():
    numbers = {"number": [11, 12, *[None] * 6]}
    assert clusters([(0, 1)], facts=numbers) == [(True, 0)]
    assert clusters([(0, 2), (1, 2), (0, 1)], facts=numbers) == [(True, 0), (True, 0), (True, 0)]


def test_no_pairs():
    assert clusters([]) == []


@given(PAIRS, PAIRS)
def test_no_cluster_holds_two_persons_and_held_pairs_are_together(pairs, apart):
    told = clusters(pairs, apart)
    of: dict[int, int] = {}
    for (a, b), (holds, cluster) in zip(pairs, told, strict=True):
        assert (cluster is not None) == holds
        if holds:
            assert of.setdefault(a, cluster) == of.setdefault(b, cluster) == cluster
    for a, b in set(apart) - set(pairs):
        assert a not in of or b not in of or of[a] != of[b]
    assert all(min(row for row, c in of.items() if c == cluster) == cluster for cluster in of.values())
