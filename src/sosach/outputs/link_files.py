"""`pairs.parquet`, `links.parquet` and what belongs to them: the columns that other programs rely on."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from sosach.linkage.reasons import reasons
from sosach.outputs.linking.people import Persons
from sosach.outputs.parquet_stream import ParquetStream

# Pairs whose sentences are made at a time.
_SLICE = 100_000

_TOLD = {"probability": pl.Float64(), "verdict": pl.String(), "reasons": pl.List(pl.String()), "ground": pl.String()}


def pairs_schema(one: tuple[str, str], other: tuple[str, str]) -> dict[str, pl.DataType]:
    """The columns of a file of pairs; `ground` says in a word why a pair is not plainly the same."""
    places: dict[str, pl.DataType] = {}
    for sheet, row in (one, other):
        places |= {sheet: pl.String(), row: pl.Int64()}
    return places | _TOLD


def write_duplicates(path: Path, pairs: pl.DataFrame, persons: Persons) -> None:
    """Writes pairs.parquet.

    Args:
        path: where to.
        pairs: `left`, `right` (positions in the list), levels, `probability`, `verdict`, `ground`, `cluster`.
        persons: the list.
    """
    schema = pairs_schema(("sheet_a", "row_a"), ("sheet_b", "row_b")) | {"cluster": pl.Int64()}
    _write(path, pairs, (persons, persons), schema)


def write_links(path: Path, pairs: pl.DataFrame, left: Persons, right: Persons) -> None:
    """Writes links.parquet; arguments as for `write_duplicates`."""
    schema = pairs_schema(("left_sheet", "left_row"), ("right_sheet", "right_row"))
    _write(path, pairs, (left, right), schema)


def write_only(path: Path, persons: Persons, positions: pl.Series, why: pl.Series) -> None:
    """Writes left_only.parquet or right_only.parquet: `sheet`, `row`, the fields, and `why` where there is a reason.

    Args:
        path: where to.
        persons: the list.
        positions: of those who stand in it alone.
        why: of each a word (`linkage.civil`), or null.
    """
    persons.at(positions).with_columns(why.cast(pl.String).alias("why")).write_parquet(path)


def places_of(pairs: pl.DataFrame, one: Persons, other: Persons) -> list[dict[str, str | int]]:
    """Where the rows of pairs stand, as other programs read it: `sheet`, `row`, `other_sheet`, `other_row`."""
    left, right = (
        side.facts.select("sheet", "row").select(pl.all().gather(pl.lit(pairs[end])))
        for side, end in ((one, "left"), (other, "right"))
    )
    return left.hstack(right.rename({"sheet": "other_sheet", "row": "other_row"})).to_dicts()


def rows_of(positions: pl.Series, persons: Persons) -> list[dict[str, str | int]]:
    """Where rows stand: `sheet`, `row`."""
    return persons.facts.select("sheet", "row").select(pl.all().gather(pl.lit(positions))).to_dicts()


def write_frame(path: Path, frame: pl.DataFrame) -> None:
    """Writes a frame as it is."""
    frame.write_parquet(path)


def _write(path: Path, pairs: pl.DataFrame, sides: tuple[Persons, Persons], schema: dict[str, pl.DataType]) -> None:
    with ParquetStream(path, schema) as file:
        for part in _slices(pairs):
            file.append(_told(part, sides, schema))


def _slices(pairs: pl.DataFrame) -> Iterator[pl.DataFrame]:
    return pairs.iter_slices(_SLICE) if pairs.height else iter((pairs,))


def _told(part: pl.DataFrame, sides: tuple[Persons, Persons], schema: dict[str, pl.DataType]) -> pl.DataFrame:
    one, other = (
        side.facts.select("sheet", "row").select(pl.all().gather(pl.lit(part[end])))
        for side, end in zip(sides, ("left", "right"), strict=True)
    )
    places = [one["sheet"], one["row"], other["sheet"], other["row"]]
    facts = {"reasons": reasons(part, sides[0].facts, sides[1].facts)}
    names = list(schema)
    columns = [place.alias(name) for place, name in zip(places, names[:4], strict=True)]
    columns += [facts.get(name, part[name] if name in part.columns else None) for name in names[4:]]  # type: ignore[misc]
    return pl.DataFrame([column.alias(name) for column, name in zip(columns, names, strict=True)]).cast(schema)  # type: ignore[arg-type]
