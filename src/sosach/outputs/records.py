"""`records.parquet`: one row per person read, every field of the register cleaned, and the source texts."""

import polars as pl

from sosach.registers.register import Register


def records_schema(register: Register, *, with_raw: bool) -> dict[str, pl.DataType]:
    """The columns of records.parquet: `sheet`, `row`, every field, and `raw`, a struct of the source texts by field."""
    fields = {field.name: pl.String() for field in register.fields}
    schema: dict[str, pl.DataType] = {"sheet": pl.String(), "row": pl.Int64(), **fields}
    return schema | ({"raw": pl.Struct(fields)} if with_raw else {})


def records(frame: pl.DataFrame, register: Register, *, with_raw: bool) -> pl.DataFrame:
    """The records of a typed frame; fields that the file does not have are null."""
    have = set(frame.columns)
    nothing = pl.lit(None, dtype=pl.String)
    values = [pl.col(f.name) if f.name in have else nothing.alias(f.name) for f in register.fields]
    if with_raw:
        raws = [
            (pl.col(f"{f.name}__raw") if f"{f.name}__raw" in have else nothing).alias(f.name) for f in register.fields
        ]
        values.append(pl.struct(raws).alias("raw"))
    return frame.select("sheet", "row", *values)
