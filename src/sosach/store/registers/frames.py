"""Values of persons between the database (JSON objects by field) and frames as cleaning and rules want them.

A *base frame* is what the last files say: a raw frame (see `cleaning.frame`) whose `index` is the person's number. A
*current frame* is the same with what overrides it. A field stands in the frame when some file of the register has it.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

import polars as pl

from sosach.registers.register import Register
from sosach.store.log.chain import canonical

RAW, CELL = "__raw", "__cell"


def objects(frame: pl.DataFrame, fields: Sequence[str], suffix: str = "") -> list[str]:
    """The values of every row as a JSON object; empty fields are left out."""
    have = [name for name in fields if f"{name}{suffix}" in frame.columns]
    rows = frame.select(f"{name}{suffix}" for name in have).rows()
    return [
        canonical({name: value for name, value in zip(have, row, strict=True) if value is not None}) for row in rows
    ]


def file_objects(raw: pl.DataFrame, fields: Sequence[str]) -> tuple[list[str], list[str]]:
    """What a raw frame's rows show, and their marked cells where these tell more."""
    telling = [
        pl.when(pl.col(f"{name}{CELL}").ne_missing(pl.col(f"{name}{RAW}"))).then(f"{name}{CELL}").alias(name)
        for name in fields
        if f"{name}{CELL}" in raw.columns
    ]
    cells = objects(raw.select(telling), fields) if telling else ["{}"] * raw.height
    return objects(raw, fields, RAW), cells


def base_frame(
    rows: Iterable[tuple[int, str, int, str, str]], register: Register, known: Collection[str]
) -> pl.DataFrame:
    """The base frame of persons.

    Args:
        rows: per person number, sheet, row, and the JSON objects of what was shown and of marked cells.
        register: whose fields they are.
        known: the fields that some file of the register has.
    """
    schema = {"index": pl.UInt32, "sheet": pl.String, "row": pl.Int64, "raw": pl.String, "cells": pl.String}
    stored = pl.DataFrame(list(rows), schema=schema, orient="row").sort("index")
    fields = [field.name for field in register.fields if field.name in known]
    shape = pl.Struct(dict.fromkeys(fields, pl.String))
    told = stored.select(pl.col("raw", "cells").str.json_decode(shape))
    frame = stored.select("index", "sheet", "row").with_columns(
        told["raw"].struct.field(name).alias(f"{name}{RAW}") for name in fields
    )
    marked = {name: told["cells"].struct.field(name) for name in fields}
    return frame.with_columns(
        pl.coalesce(cell, pl.col(f"{name}{RAW}")).alias(f"{name}{CELL}")
        for name, cell in marked.items()
        if cell.null_count() < cell.len()
    )


def overridden(base: pl.DataFrame, written: Mapping[int, Mapping[str, str | None]]) -> pl.DataFrame:
    """The current frame: a base frame with the overriding values written in, as far as it has their columns.

    Args:
        base: the base frame.
        written: per person, what is written over fields (None: the field is emptied).
    """
    for name in sorted({field for fields in written.values() for field in fields}):
        columns = [column for column in (f"{name}{RAW}", f"{name}{CELL}") if column in base.columns]
        over = [(person, fields[name]) for person, fields in written.items() if name in fields]
        told = pl.DataFrame(over, schema={"index": pl.UInt32, "_value": pl.String}, orient="row")
        joined = base.join(told.with_columns(_over=pl.lit(value=True)), on="index", how="left", maintain_order="left")
        chosen = [pl.when("_over").then("_value").otherwise(column).alias(column) for column in columns]
        base = joined.with_columns(chosen).drop("_value", "_over")
    return base


def stand(name: str) -> pl.Expr:
    """What stands in a field of a typed frame: the cleaned value, else the text that was not understood."""
    return pl.coalesce(pl.col(name), pl.col(f"{name}{RAW}").str.strip_chars())


def loaded(text: str) -> dict[str, str]:
    """A JSON object of values."""
    told: dict[str, str] = json.loads(text)
    return told
