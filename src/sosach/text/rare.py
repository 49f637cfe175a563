"""Python for the few values that need it: every distinct value is asked once, the rest of the column is not touched."""

from collections.abc import Callable

import polars as pl


def each(text: pl.Expr, change: Callable[[str], str | None]) -> pl.Expr:
    """A column of strings with `change` applied to each distinct value; null stays null."""

    def changed(column: pl.Series) -> pl.Series:
        distinct = column.drop_nulls().unique()
        if distinct.is_empty():
            return column
        answers = pl.Series([change(value) for value in distinct], dtype=pl.String)
        return column.replace_strict(distinct, answers, default=None, return_dtype=pl.String)

    return text.map_batches(changed, return_dtype=pl.String, is_elementwise=True)


def where(text: pl.Expr, pattern: str, change: Callable[[str], str | None]) -> pl.Expr:
    """A column of strings with `change` applied to the values in which the regular expression finds something."""
    found = text.str.contains(pattern)
    return pl.when(found).then(each(pl.when(found).then(text), change)).otherwise(text)


def expression_where(
    text: pl.Expr, pattern: str, step: Callable[[pl.Expr], pl.Expr], dtype: type[pl.DataType] = pl.String
) -> pl.Expr:
    """What `step` makes of the values in which the regular expression finds something, each distinct one asked once.

    Null elsewhere. For dear expressions of which few rows have need; `dtype` is the type of the answers.
    """

    def stepped(column: pl.Series) -> pl.Series:
        name = column.name or "text"
        column = column.alias(name)
        distinct = column.filter(column.str.contains(pattern).fill_null(value=False)).unique()
        if distinct.is_empty():
            return pl.Series(name, [None], dtype=dtype).new_from_index(0, column.len())
        answers = distinct.to_frame().select(step(pl.col(name)).alias("answer")).to_series()
        return column.replace_strict(distinct, answers, default=None, return_dtype=dtype)

    return text.map_batches(stepped, return_dtype=dtype, is_elementwise=True)


def scalar(step: Callable[[pl.Expr], pl.Expr], value: str) -> str:
    """A cleaning step for one value."""
    return str(pl.select(step(pl.lit(value))).item())
