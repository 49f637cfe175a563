"""What rules about fathers, mothers and guardians ask: whether one is named, and how old they were when the child was
born.
"""

import polars as pl

YOUNGEST = 15  # years; becoming a parent earlier is so rare that a slip is likelier


def columns(*names: str) -> tuple[str, ...]:
    """The columns of relatives' names, as rules list what a file must or may have."""
    return tuple(f"{name}{suffix}" for name in names for suffix in ("", "__raw", "__state"))


def named(name: str) -> pl.Expr:
    """Whether somebody is named in this column (never null); “không có” names nobody."""
    placeholder = (pl.col(f"{name}__state").cast(pl.String) == "placeholder").fill_null(value=False)
    return pl.col(name).is_not_null() & ~placeholder


def under_a_merge(name: str) -> pl.Expr:
    """Whether a name merged over several rows covers this one (never null): whose it is, the sheet alone shows."""
    return pl.col(f"{name}__covered").cast(pl.Boolean).fill_null(value=False)


def age_at_birth(who: str) -> pl.Expr:
    """The greatest age in whole years that a parent can have had when the child was born, by the years alone."""
    return pl.col("birth_date").str.head(4).cast(pl.Int32) - pl.col(f"{who}_birth_year").cast(pl.Int32)


def age_shown(who: str) -> pl.Expr:
    """That age as people read it: years alone leave it open by one (“12 hoặc 13”)."""
    most = age_at_birth(who)
    return pl.format("{} hoặc {}", most - 1, most)
