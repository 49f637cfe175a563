"""Cells that say “as above”: nt, như trên, or the sign of repetition that people type below a name.

Only facts that households share are repeated so. A number, a name or a date of birth is never taken from another row:
there the sign stays, and rules speak of it.
"""

import polars as pl

REPEATED = frozenset(
    {
        "ethnicity", "nationality", "hamlet", "address", "residence", "household_code", "household_head", "father_name",
        "mother_name", "guardian_name", "guardian_relation", "birth_place", "poverty", "school", "class_name",
        "category", "decision_no", "decision_date", "benefit_from", "benefit_status",
    }
)  # fmt: skip

_AS_ABOVE = (
    r"(?i)^\s*(?:[-–.]*\s*n\.?t\.?\s*[-–.]*|như (?:trên|dòng trên|hàng trên|người trên)|[\"“”″〃]+(?:\s+[\"“”″〃]+)*"
    r"|(?:''|’’)+)\s*$"
)


def says_so(shown: pl.Series) -> pl.Series:
    """Whether each cell says “as above” (never null)."""
    return shown.str.contains(_AS_ABOVE).fill_null(value=False)


def resolved(column: pl.Series, signs: pl.Series) -> pl.Series:
    """The column with every sign replaced by what stands in the nearest row above that says something itself.

    Args:
        column: the persons' cells in the order of the sheet.
        signs: which of them say “as above”; above the first one that does not, a sign stays.
    """
    places = pl.int_range(column.len(), eager=True)
    source = pl.select(pl.when(~signs).then(places).forward_fill()).to_series()
    return column.gather(source.fill_null(places))
