"""A value that somebody gives is read as the same words in a file would be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.findings.notices import refused
from sosach.findings.wording import shown
from sosach.registers.register import Register
from sosach.rules.context import Commune
from sosach.store.registers.cleaned import clean


@dataclass(frozen=True, slots=True)
class Given:
    """A value as it holds, and as it is written."""

    value: str | None  # as `records.parquet` would hold it; None: the field is emptied
    raw: str | None  # read again, it gives `value`


def given(text: str, field: str, register: Register, *, on: date, commune: Commune) -> Given:
    """Reads a value; both what people write (`Nam`, `04/06/2015`) and what programs write (`male`, `2015-06-04`) do.

    Raises:
        Refused: the register has no such field, or the value is not understood.
    """
    if field not in register.by_name:
        raise refused("field_none", value=field, register_label=register.label)
    if not text.strip():
        return Given(None, None)
    words = pl.DataFrame({"value": [text.strip()]}).select(shown(pl.col("value"), register.by_name[field].kind)).item()
    for raw in dict.fromkeys((text.strip(), str(words))):
        value = _read(raw, field, register, on, commune)
        if value is not None:
            return Given(value, raw)
    raise refused("value_unreadable", value=text, label=register.by_name[field].label)


def written(values: Sequence[tuple[str, str]], register: Register, *, on: date, commune: Commune) -> list[Given | None]:
    """How cleaned values would be written so that they are read again as they are; all at once.

    Args:
        values: field and cleaned value.
        register: whose fields they are.
        on: the day.
        commune: the commune.

    Returns:
        In the same order; None where the register would not understand the value.
    """
    if not values:
        return []
    rows = [(field, value, register.by_name[field].kind) for field, value in values]
    words = pl.DataFrame({"value": [value for _, value, _ in rows]}, schema={"value": pl.String})
    by_kind = {kind: words.select(shown(pl.col("value"), kind)).to_series() for kind in {kind for *_, kind in rows}}
    raws = [str(by_kind[kind][place]) for place, (_, _, kind) in enumerate(rows)]
    columns = {
        f"{name}__raw": [raw if name == field else None for raw, (field, *_) in zip(raws, rows, strict=True)]
        for name in {field for field, *_ in rows}
    }
    places = {"index": range(len(rows)), "sheet": [""] * len(rows), "row": range(1, len(rows) + 1)}
    types = {"index": pl.UInt32, **dict.fromkeys(columns, pl.String)}
    told = clean(pl.DataFrame({**places, **columns}, schema_overrides=types), register, on, commune)
    found = [told[field][place] for place, (field, *_) in enumerate(rows)]
    return [Given(value, raw) if value is not None else None for value, raw in zip(found, raws, strict=True)]


def _read(raw: str, field: str, register: Register, on: date, commune: Commune) -> str | None:
    frame = pl.DataFrame(
        {"index": [0], "sheet": [""], "row": [1], f"{field}__raw": [raw]}, schema_overrides={"index": pl.UInt32}
    )
    value: str | None = clean(frame, register, on, commune)[field].item()
    return value
