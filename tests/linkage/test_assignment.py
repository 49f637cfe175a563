import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from sosach.linkage.assignment import one_to_one
from tests.linkage.people_in_rows import rows

PAIRS = st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.integers(-5, 40).map(float), max_size=20)


def people(count, prefix="Lê"):
    return rows(*({"name": f"{prefix} {i}"} for i in range(count)))


def chosen(pairs, left=None, right=None):
    frame = pl.DataFrame(
        [(a, b, e) for (a, b), e in pairs.items()],
        schema={"left": pl.UInt32, "right": pl.UInt32, "evidence": pl.Float64},
        orient="row",
    )
    made = one_to_one(frame, people(7) if left is None else left, people(7, "Vũ") if right is None else right)
    return set(made.select("left", "right").rows())


def test_the_strongest_evidence_comes_first():
    assert chosen({(0, 0): 10.0, (0, 1): 20.0, (1, 1): 15.0}) == {(0, 1)}
    assert chosen({(0, 0): 20.0, (0, 1): 15.0, (1, 1): 10.0}) == {(0, 0), (1, 1)}


def test_a_long_chain_is_worked_off():
    chain = {(i, i): 40.0 - 2 * i for i in range(7)} | {(i, i + 1): 39.0 - 2 * i for i in range(6)}
    assert chosen(chain) == {(i, i) for i in range(7)}


def test_nothing_to_choose():
    assert chosen({}) == set()


def test_ties_do_not_depend_on_the_order_of_rows():
    left, right = people(2), people(1, "Vũ")
    first = chosen({(0, 0): 10.0, (1, 0): 10.0}, left, right)
    turned = left.reverse()
    second = chosen({(0, 0): 10.0, (1, 0): 10.0}, turned, right)
    assert {left["name"][a] for a, _ in first} == {turned["name"][a] for a, _ in second}


@given(PAIRS)
def test_nobody_stands_twice_and_nothing_that_could_stand_is_left(pairs):
    made = chosen(pairs)
    lefts, rights = {a for a, _ in made}, {b for _, b in made}
    assert len(lefts) == len(rights) == len(made)
    assert all(a in lefts or b in rights for a, b in pairs)
    assert made <= set(pairs)


@given(PAIRS)
def test_sides_make_no_difference(pairs):
    ours, theirs = people(7), people(7, "Vũ")
    turned = chosen({(b, a): e for (a, b), e in pairs.items()}, theirs, ours)
    assert chosen(pairs, ours, theirs) == {(a, b) for b, a in turned}
