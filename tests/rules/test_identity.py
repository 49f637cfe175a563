import polars as pl
import pytest

from sosach.rules import identity


def row(facts, *columns):
    """One row with the names as they are compared."""
    names = [c for c in columns if c.endswith("_name")]
    values = {c: [facts.get(c)] for c in (*columns, *(f"{name}__suggestion" for name in names))}
    return pl.DataFrame(values, schema=dict.fromkeys(values, pl.String)).with_columns(**identity.compared(*names))


def beside(one, other, *columns):
    left, right = row(one, *columns), row(other, *columns)
    return left.hstack(right.rename(lambda name: f"{name}__other"))


@pytest.mark.parametrize(
    ("one", "other", "same", "differ"),
    [("Nam", "Nam", True, False), ("Nam", "Nữ", False, True), ("Nam", None, False, False), (None, None, False, False)],
)
def test_what_a_row_does_not_know_is_neither_same_nor_different(one, other, same, differ):
    frame = beside({"sex": one}, {"sex": other}, "sex")
    told = frame.select(a=identity.same(identity.plain("sex")), b=identity.differ(identity.plain("sex")))
    assert told.row(0) == (same, differ)


def test_the_place_of_the_tone_is_no_difference_of_names():
    frame = beside({"mother_name": "Lê Thị Hoà"}, {"mother_name": "Lê Thị Hòa"}, "mother_name")
    assert frame.select(identity.same(identity.named("mother_name"))).item()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("1950", "1950-05-01", False),
        ("1950-05", "1950-05-01", False),
        ("1950-05-01", "1950-06-01", True),
        ("1950", "1951", True),
        ("1950", None, False),
    ],
)
def test_dates_disagree_as_far_as_both_go(one, other, told):
    frame = beside({"birth_date": one}, {"birth_date": other}, "birth_date")
    assert frame.select(identity.dates_differ()).item() is told


def test_placeholder_is_nobodys_name_and_a_remark_no_part_of_one():
    text = dict.fromkeys(["full_name", "full_name__state", "full_name__suggestion"], pl.String)
    rows = [(None, "placeholder", None), ("Lê An", "good", None), ("Lê An (Tèo)", "note", "Lê An")]
    frame = pl.DataFrame(rows, schema=text, orient="row").with_columns(**identity.compared("full_name"))
    assert frame.select(identity.own_name("")).to_series().to_list() == [None, "Lê An", "Lê An"]


def test_number_with_the_zeros_it_lost():
    rows = {"personal_id": ["027215600001", None, None], "personal_id__digits": [None, "27215600001", "125125428"]}
    assert pl.DataFrame(rows).select(identity.number("")).to_series().to_list() == [
        "027215600001",
        "027215600001",
        None,
    ]


MOTHER = {"mother_name": "Vũ Thị Lan", "mother_birth_year": "1990", "mother_personal_id": "027190600001"}


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({}, True),
        ({"mother_birth_year": None, "mother_personal_id": None}, True),
        ({"mother_name": "Vũ Thị Nan"}, True),  # her number tells
        ({"mother_birth_year": "1985", "mother_personal_id": None}, False),
        ({"mother_name": None, "mother_personal_id": None}, False),
    ],
)
def test_same_mother(other, told):
    frame = beside(MOTHER, {**MOTHER, **other}, *MOTHER)
    assert frame.select(identity.relative_same("mother")).item() is told


@pytest.mark.parametrize(
    ("father", "told"), [("Lê Văn Tám", False), ("Lê Văn Tam", False), ("Trần Văn Tư", True), (None, False)]
)
def test_fathers_who_are_two_men(father, told):
    columns = ["father_name", "mother_name", "father_personal_id", "mother_personal_id"]
    frame = beside({"father_name": "Lê Văn Tám"}, {"father_name": father}, *columns)
    assert frame.select(identity.parents_differ()).item() is told


@pytest.mark.parametrize(
    ("words", "said"),
    [(["họ tên", "sinh", "mẹ"], "họ tên, sinh và mẹ"), (["họ tên", None, "mẹ"], "họ tên và mẹ"), ([None, "mẹ"], "mẹ")],
)
def test_what_agrees_is_said_in_words(words, said):
    assert pl.select(identity.joined(*(pl.lit(word, dtype=pl.String) for word in words))).item() == said
