"""What an import took in, as an immutable Parquet file: one row per person read, with how it ended and whose it was.

Columns: `index`, `sheet`, `row`, `ending` (see `matching`), `person` (null where the row is nobody's yet), `raw` and
`cells` (JSON objects by field, as in `Record`).
"""

import io

import polars as pl

from sosach.store.files import keep, kept
from sosach.store.start import current

SUFFIX = ".parquet"

SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "index": pl.UInt32,
    "sheet": pl.String,
    "row": pl.Int64,
    "ending": pl.String,
    "person": pl.UInt32,
    "raw": pl.String,
    "cells": pl.String,
}


def keep_snapshot(rows: pl.DataFrame) -> str:
    """Keeps a snapshot and gives its SHA-256."""
    written = io.BytesIO()
    rows.select(SCHEMA.keys()).cast(pl.Schema(SCHEMA)).write_parquet(written)
    return keep(current().snapshots, written.getvalue(), SUFFIX)


def snapshot(sha256: str) -> pl.DataFrame:
    """A snapshot, compared with its SHA-256.

    Raises:
        Refused: it is gone or was altered.
    """
    return pl.read_parquet(io.BytesIO(kept(current().snapshots / f"{sha256}{SUFFIX}", sha256)))
