"""Python for rare values: asked once, and nothing else is touched."""

import polars as pl

from sosach.text.rare import each, scalar, where


def test_every_distinct_value_is_asked_once():
    asked = []
    column = pl.Series("x", ["b", "a", None, "b"])
    answer = column.to_frame().select(each(pl.col("x"), lambda v: asked.append(v) or v.upper()))
    assert answer["x"].to_list() == ["B", "A", None, "B"]
    assert sorted(asked) == ["a", "b"]


def test_an_answer_may_be_nothing():
    assert pl.DataFrame({"x": ["a", "b"]}).select(each(pl.col("x"), {"a": "1"}.get))["x"].to_list() == ["1", None]


def test_only_what_matches_is_changed():
    frame = pl.DataFrame({"x": ["a1", "b", None]})
    assert frame.select(where(pl.col("x"), r"\d", str.upper))["x"].to_list() == ["A1", "b", None]


def test_columns_without_any_value():
    empty = pl.DataFrame({"x": []}, schema={"x": pl.String})
    assert empty.select(each(pl.col("x"), str.upper))["x"].dtype == pl.String
    assert pl.DataFrame({"x": [None]}, schema={"x": pl.String}).select(each(pl.col("x"), str.upper)).item() is None


def test_a_step_for_one_value_is_the_step_of_columns():
    assert scalar(lambda text: text.str.to_uppercase(), "a") == "A"


def test_streaming_gives_the_same():
    frame = pl.DataFrame({"x": ["a1", "b"] * 1000})
    step = where(pl.col("x"), r"\d", str.upper)
    assert frame.lazy().select(step).collect(engine="streaming").equals(frame.select(step))
