"""Facts as numbers: the two sides of a comparison, laid out so that a pair of persons is a pair of rows of numbers.

Whatever is compared letter by letter is looked at once per distinct value (`name_table`); dates and numbers are four
bits a digit (`birth_dates`, `numbers`); codes and places are numbers that are equal where the texts are.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import polars as pl

from sosach.linkage import birth_dates, numbers
from sosach.linkage.facts import NAMES, NUMBERS
from sosach.linkage.name_counts import bits_of
from sosach.linkage.name_table import Names, numbered, taken_apart
from sosach.people import hamlet
from sosach.text.folding import search_key

NAME_FACTS = tuple(NAMES.values())
NUMBER_FACTS = tuple(NUMBERS.values())
CODE_FACTS = ("old_number", "certificate", "insurance", "record_code", "benefit", "household")

# Codes that a register gives by itself; two registers may take them from one system, or each count from one.
_OWN_CODES = ("record_code", "household")
_ONE_SYSTEM = 0.1  # share of the smaller side's codes that the other side must have, too

_COMMUNE = 1_000  # children whom a commune has at least, however few of them stand in a list

_SEX = {"male": 1, "female": 2}


@dataclass(frozen=True, slots=True)
class Sides:
    """The persons of two registers, or of one against itself (`right` is then `left`).

    The frames have a row per person: `name`, `mother`, `father`, `guardian` (rows of `names`), `birth_date` and `day`
    (see `birth_dates`), `sex`, `mother_year`, `father_year`, numbers (see `numbers`), `padded`, codes, `commune`,
    `hamlet`; null where a fact is unknown.
    """

    names: Names
    told_by_names: pl.Series  # bits of every name, see `name_counts`
    left: pl.DataFrame
    right: pl.DataFrame

    @property
    def within(self) -> bool:
        """Whether it is one register."""
        return self.right is self.left

    @property
    def among(self) -> int:
        """How many persons a row could mean: the larger register's, and those whom a short list leaves out."""
        return max(self.left.height, self.right.height, _COMMUNE)


def sides_of(left: pl.DataFrame, right: pl.DataFrame | None = None) -> Sides:
    """The two sides of a comparison.

    Args:
        left: facts of a register (`facts.facts_of`).
        right: facts of the other; None to compare a register with itself.
    """
    both = [left] if right is None else [left, right]
    names, coded = taken_apart([facts[name] for facts in both for name in NAME_FACTS])
    width = len(NAME_FACTS)
    shared = [_codes(both, fact) for fact in CODE_FACTS]
    shared += [_alike(both, "commune", _communes), _alike(both, "hamlet", _hamlets)]
    frames = [
        pl.DataFrame(
            [
                *(column.alias(fact) for column, fact in zip(coded[i * width :], NAME_FACTS, strict=False)),
                *_dates(facts["birth_date"]),
                *facts.select(_plain()),
                *(columns[i] for columns in shared),
            ]
        )
        for i, facts in enumerate(both)
    ]
    told = bits_of(names, [frame["name"] for frame in frames])
    return Sides(names, told, frames[0], frames[-1])


def _plain() -> Iterable[pl.Expr]:
    """Facts that need no other row to become numbers."""
    yield pl.col("sex").replace_strict(_SEX, default=None, return_dtype=pl.UInt8)
    yield pl.col("mother_year", "father_year").cast(pl.Int16, strict=False)
    relatives = [pl.col("number") == pl.col(fact) for fact in NUMBER_FACTS[1:]]
    # A child under its mother's number: the number says nothing of the child.
    borrowed = pl.any_horizontal(relatives).fill_null(value=False)
    yield numbers.digits_of(pl.when(~borrowed).then("number")).alias("number")
    yield from (numbers.digits_of(pl.col(fact)).alias(fact) for fact in NUMBER_FACTS[1:])
    yield pl.col("number_padded").fill_null(value=False).alias("padded")


def _dates(dates: pl.Series) -> list[pl.Series]:
    distinct, (places,) = numbered([dates])
    date = pl.col("date")
    told = distinct.to_frame("date").select(birth_date=birth_dates.digits_of(date), day=birth_dates.day_of(date))
    return [column.gather(places) for column in told]


def _codes(both: list[pl.DataFrame], fact: str) -> list[pl.Series]:
    """Codes as numbers; null throughout where two registers count each for itself."""
    texts = [facts[fact] for facts in both]
    if any(column.null_count() == column.len() for column in texts):  # nobody on the other side to compare with
        return _unknown(texts)
    _, columns = numbered(texts)
    if fact in _OWN_CODES and len(columns) == 2 and not _one_system(*columns):
        return _unknown(texts)
    return [column.alias(fact) for column in columns]


def _unknown(columns: list[pl.Series]) -> list[pl.Series]:
    return [pl.repeat(None, column.len(), dtype=pl.UInt32, eager=True).alias(column.name) for column in columns]


def _one_system(left: pl.Series, right: pl.Series) -> bool:
    codes = [side.drop_nulls().unique().to_frame("code") for side in (left, right)]
    few = min(side.height for side in codes)
    return codes[0].join(codes[1], on="code", how="semi").height > few * _ONE_SYSTEM


def _alike(both: list[pl.DataFrame], fact: str, key: Callable[[pl.Series], pl.Series]) -> list[pl.Series]:
    """Texts as numbers, the same for texts that have one key."""
    distinct, columns = numbered([facts[fact] for facts in both])
    numbers_of_keys = key(distinct).rank("dense").cast(pl.UInt32)
    return [numbers_of_keys.gather(column).alias(fact) for column in columns]


def _communes(names: pl.Series) -> pl.Series:
    return names.to_frame("name").select(search_key(pl.col("name"))).to_series()


def _hamlets(names: pl.Series) -> pl.Series:
    return hamlet.read(names)["key"]
