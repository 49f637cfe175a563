import polars as pl
import pytest

from sosach.rules import parents


@pytest.mark.parametrize(
    ("name", "state", "told"),
    [("Lê Thị Hoa", "good", True), (None, None, False), ("không có", "placeholder", False), ("Lê Thị Hoa", None, True)],
)
def test_who_is_named(name, state, told):
    frame = pl.DataFrame({"m": [name], "m__state": [state]}, schema={"m": pl.String, "m__state": pl.String})
    assert frame.select(parents.named("m")).item() is told


def test_columns_of_names():
    assert parents.columns("a", "b") == ("a", "a__raw", "a__state", "b", "b__raw", "b__state")


@pytest.mark.parametrize(
    ("born", "year", "most", "said"),
    [("2015-08-16", "1990", 25, "24 hoặc 25"), ("2015", "2015", 0, "-1 hoặc 0"), (None, "1990", None, None)],
)
def test_age_of_a_parent_by_the_years(born, year, most, said):
    text = {"birth_date": pl.String, "mother_birth_year": pl.String}
    frame = pl.DataFrame({"birth_date": [born], "mother_birth_year": [year]}, schema=text)
    told = frame.select(a=parents.age_at_birth("mother"), b=parents.age_shown("mother"))
    assert told.row(0) == (most, said)
