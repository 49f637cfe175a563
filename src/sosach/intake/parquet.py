"""Opens a Parquet file as a register: the way in for millions of rows, read batch by batch and never whole.

Its columns are the field names of the registers; other columns are headings without a field. Everything is read as
text, for an export may hold years as numbers and dates as dates. Such a file is written by programs, not by
strangers' spreadsheets, and is read in this process.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from polars.exceptions import PolarsError

from sosach.findings.notices import Notice, notice, refused
from sosach.intake.container import Kind as FileKind
from sosach.intake.container import kind_of
from sosach.intake.reading import Column, Grid, OtherSheet, SheetRead, raw_columns
from sosach.refdata.ethnicities import ethnicity_names
from sosach.registers.catalogue import registers
from sosach.registers.field import Kind
from sosach.registers.register import Register

_HASHED = 16 << 20  # bytes read at a time
# Rows read together, about as many as writers put into a row group. A file is sliced before anything else is asked of
# it: in one query Polars reads the whole of it ahead of whoever uses its rows.
_TOGETHER = 250_000
_SURELY_MORE = 1  # fields by which a register must lead to be taken without being told


@dataclass(frozen=True, slots=True, kw_only=True)
class ParquetReading:
    """A Parquet file that is read as it is asked for."""

    name: str
    sha256: str
    register: Register
    sheets: tuple[SheetRead, ...]
    columns: tuple[Column, ...]
    notices: tuple[Notice, ...]
    file: pl.LazyFrame  # as it lies on the disk
    other_sheets: tuple[OtherSheet, ...] = ()
    grids: tuple[Grid, ...] = ()
    keeps_raw: bool = False

    def batches(self, size: int) -> Iterator[pl.DataFrame]:
        """Raw frames of at most so many rows, in order.

        Raises:
            Refused: the file is damaged further down.
        """
        for start in self._starts():
            yield from self._read(self._part(start)).iter_slices(size)

    def rows(self, indices: pl.Series, fields: Collection[str]) -> pl.DataFrame:
        """The raw frame of the rows with these values of `index`, in this order, with the columns of these fields.

        Raises:
            Refused: the file is damaged further down.
        """
        wanted = indices.cast(pl.UInt32).alias("index")
        columns = raw_columns(self._part(0).collect_schema().names(), fields)
        found = pl.concat(self._among(wanted, start, columns) for start in self._starts())
        if found["index"].equals(wanted):
            return found
        return wanted.to_frame().join(found, on="index", how="left", maintain_order="left").select(found.columns)

    def _among(self, wanted: pl.Series, start: int, columns: Sequence[str]) -> pl.DataFrame:
        """The wanted rows of one part of the file."""
        here = wanted.filter(wanted.is_between(start, start + _TOGETHER - 1)).implode()
        asked = pl.col("index").is_in(here) if len(here[0]) else pl.lit(value=False)
        return self._read(self._part(start).select(columns).filter(asked))

    def _starts(self) -> range:
        return range(0, max(self.sheets[0].rows_read, 1), _TOGETHER)

    def _part(self, start: int) -> pl.LazyFrame:
        """The raw frame of the rows from there on that are read together."""
        return _raw(self.file.slice(start, _TOGETHER), self.file.collect_schema(), self.register, start)

    def _read(self, part: pl.LazyFrame) -> pl.DataFrame:
        try:
            return part.collect()
        except PolarsError as failure:
            raise refused("parquet_unreadable", file=self.name) from failure


def open_parquet(path: Path, register: str | None) -> ParquetReading:
    """Opens the file; rows are read later.

    Args:
        path: a Parquet file.
        register: name of the register; None: the one most of whose fields are there.

    Raises:
        Refused: it is no Parquet file, holds no names, or could be of several registers.
    """
    sha256 = _hash(path)
    try:
        scan = pl.scan_parquet(path)
        schema = scan.collect_schema()
        height = int(scan.select(pl.len()).collect().item())
    except (PolarsError, OSError) as failure:
        raise refused("parquet_unreadable", file=path.name) from failure
    chosen = registers()[register] if register else _recognised(schema.names(), path.name)
    missing = [field for field in chosen.required if field not in schema.names()]
    if missing:
        raise refused("parquet_fields", file=path.name, field=f"“{missing[0]}”")
    columns = tuple(Column("", "", name, name if name in chosen.by_name else None) for name in schema.names())
    account = SheetRead(
        name="", header_row=0, header_rows=0, first_row=1, last_row=height, rows_read=height, rows_skipped=()
    )
    return ParquetReading(
        name=path.name,
        sha256=sha256,
        register=chosen,
        sheets=(account,),
        columns=columns,
        notices=tuple(_unmapped(columns, path.name)),
        file=scan,
    )


def _hash(path: Path) -> str:
    """SHA-256 of the file, and the first look at it."""
    if path.is_dir():
        raise refused("file_folder", file=path.name)
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            start = file.read(_HASHED)
            _refuse_others(start, path)
            digest.update(start)
            while piece := file.read(_HASHED):
                digest.update(piece)
    except PermissionError as failure:
        raise refused("file_denied", file=path.name) from failure
    except OSError as failure:
        raise refused("file_not_found", file=path.name) from failure
    return digest.hexdigest()


def _refuse_others(start: bytes, path: Path) -> None:
    if not start:
        raise refused("file_empty", file=path.name)
    if kind_of(start[:65536]) is not FileKind.PARQUET:
        raise refused("file_not_workbook", file=path.name, extension=path.suffix.lower() or "trống")


def _recognised(names: Sequence[str], file: str) -> Register:
    """The register with most of the fields, when it is clearly one."""
    present = set(names)
    ranked = sorted(
        ((len(present & r.by_name.keys()) + 2 * len(present & set(r.signature)), r) for r in registers().values()),
        key=lambda pair: -pair[0],
    )
    (best, register), (second, _) = ranked[:2]
    if "full_name" not in present:
        raise refused("parquet_fields", file=file, field="“full_name”")
    if best < second + _SURELY_MORE:
        raise refused("register_unknown", file=file)
    return register


def _raw(part: pl.LazyFrame, schema: pl.Schema, register: Register, start: int) -> pl.LazyFrame:
    """The raw frame of a part that begins at row `start`: what stands there, as text; empty texts are nothing."""
    fields = [field.name for field in register.fields if field.name in schema.names()]
    shown = [_as_text(name, schema[name]).alias(f"{name}__raw") for name in fields]
    numbered = part.select(shown).with_row_index("index", start)
    row = (pl.col("index").cast(pl.Int64) + 1).alias("row")
    columns = [pl.col(f"{name}__raw") for name in fields]
    coded = [_ethnicity_named(name) for name in fields if register.by_name[name].kind is Kind.ETHNICITY]
    return numbered.select("index", pl.lit("").alias("sheet"), row, *columns, *coded)


def _ethnicity_named(name: str) -> pl.Expr:
    """The groups by their names: a code under the name of the field is of the list of 1979, as in records.parquet.

    A workbook does not say of which list a code is; there it is left to people.
    """
    shown = pl.col(f"{name}__raw")
    named = shown.replace(dict(ethnicity_names()))
    return pl.when(shown.str.contains(r"^\d\d$")).then(named).otherwise(shown).alias(f"{name}__cell")


def _as_text(name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if dtype in (pl.Date, pl.Datetime):
        return column.dt.strftime("%d/%m/%Y")
    if dtype.is_float():
        whole = column == column.round(0)
        return (
            pl.when(whole).then(column.cast(pl.Int64, strict=False).cast(pl.String)).otherwise(column.cast(pl.String))
        )
    text = column if dtype == pl.String else column.cast(pl.String, strict=False)
    return pl.when(text.str.len_bytes() > 0).then(text)


def _unmapped(columns: Sequence[Column], file: str) -> Iterator[Notice]:
    for column in [c for c in columns if c.field is None][:3]:
        yield notice("column_unmapped", column=column.heading, file=file)
