"""Every cell first becomes plain text: decoded, composed, without invisible characters, single-spaced.

This comes before any reader of a kind. Nothing is judged here: `=cmd|...`, `<script>` or `{{7*7}}` are text like any
other, to be written as text wherever they go. Cells that are no text (numbers, dates, errors; see `cells`) pass as
they are.
"""

from collections.abc import Callable, Mapping

import polars as pl

from sosach.text import cells, legacy, readable
from sosach.text.composition import composed, has_invisible, plain_letters, plain_spaces, without_invisible
from sosach.text.spacing import single_spaced

# A cell that matches is plain already: its value is itself.
TIDY = readable.TIDY

_NOTHING_TOLD: Mapping[str, pl.Expr] = {
    "legacy": pl.lit(None, dtype=legacy.CERTAINTIES),
    "charset": pl.lit(None, dtype=legacy.CHARSETS),
    "invisible": pl.lit(value=False),
}

_FONT_MARK = f"^[{cells.TCVN3_FONT}{cells.VNI_FONT}]"
_OTHER_MARK = "^[" + "".join(m for m in cells.MARKS if m not in (cells.TCVN3_FONT, cells.VNI_FONT)) + "]"

_CELL = pl.col("cell")

# Plain for certain, and quicker to tell: words of ASCII in which no letter carries the signs of VIQR behind it.
_WORD = r"[(+]?[!-'*,-\]_a-}]+"
CERTAIN = rf"^{_WORD}(?: {_WORD})*$"


def read(cells_: pl.Series) -> pl.DataFrame:
    """What distinct cells say as plain text.

    Args:
        cells_: distinct, non-null marked strings.

    Returns:
        One row per cell in the same order: `value` (null when nothing is left; typed cells keep their mark), `legacy`
        (null, `certain`, `doubtful`), `charset` (the old encoding) and `invisible` (something unseen was taken out).
    """
    frame = cells_.alias("cell").to_frame()
    certain = frame.select(_CELL.str.contains(CERTAIN)).to_series()
    parts: list[tuple[pl.Series, Callable[[pl.DataFrame], pl.DataFrame]]] = [(certain, _untouched)]
    if not certain.all():
        readable_ = frame.select(~certain & _CELL.str.contains(readable.READABLE)).to_series()
        parts += [(readable_, _spaced), (~certain & ~readable_, _read)]
    places = pl.concat([here.arg_true() for here, _ in parts])
    return pl.concat([how(frame.filter(here)) for here, how in parts]).select(pl.all().gather(places.arg_sort()))


def _untouched(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells that are plain for certain."""
    return frame.select(_CELL.alias("value"), **_NOTHING_TOLD)


def _spaced(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells that can be read as they stand and have nothing unseen: only spaces are put in order."""
    value = single_spaced(plain_spaces(_CELL))
    return frame.select(pl.when(value != "").then(value).alias("value"), **_NOTHING_TOLD)


def _read(frame: pl.DataFrame) -> pl.DataFrame:
    """All other cells, the long way."""
    text, value, typed = pl.col("text"), pl.col("value"), _CELL.str.contains(_OTHER_MARK)
    clean = single_spaced(plain_spaces(without_invisible(plain_letters(composed(text)))))
    frame = _decoded(frame).with_columns(clean.alias("value"))
    return frame.select(
        pl.when(typed).then(_CELL).when(value != "").then(value).alias("value"),
        "legacy",
        "charset",
        (_has_unseen(_CELL, pl.col("legacy")) & ~typed).alias("invisible"),
    )


def _has_unseen(cell: pl.Expr, legacy_: pl.Expr) -> pl.Expr:
    """Where a cell was decoded, U+00AD was a letter and C1 control characters were bytes of letters."""
    rest = cell.str.replace_all(r"[\x{80}-\x{9f}\x{ad}]", "")
    return has_invisible(pl.when(legacy_.is_null()).then(cell).otherwise(rest))


def _decoded(frame: pl.DataFrame) -> pl.DataFrame:
    """Adds `text`, `legacy` and `charset`; only cells that look like it are asked one by one."""
    asked = frame.filter(_CELL.str.contains(_FONT_MARK) | legacy.suspicious(_CELL) & ~_CELL.str.contains(_OTHER_MARK))
    answers = legacy.read(asked["cell"]).with_columns(asked["cell"]).rename({"value": "text"})
    joined = frame.join(answers, on="cell", how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("text", "cell").alias("text"))
