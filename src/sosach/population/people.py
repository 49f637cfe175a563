"""Names and numbers for made-up people.

Numbers are built like real ones, so that the rules treat them like anyone's; their last six digits lie between 600000
and 999999, and telephones begin with 09990, so none belongs to a living person.
"""

from collections.abc import Iterable
from enum import Enum

import polars as pl

from sosach.population.dice import Dice
from sosach.population.groups import GROUPS
from sosach.refdata.names import Frequency, family_names, given_names, middle_names

# A name that hardly anybody of this sex bears would be a fault, not a person; a rare one may be a slip of the lists.
_LEAST, _LEAST_SHARE, _LEAST_FAMILY = 8, 0.2, 30
_TWO_WORDS = 0.05  # a name without a middle name

# Where births were registered: old Bắc Ninh and old Bắc Giang first, then where the work is, then elsewhere.
_PREFIXES = {
    "027": 68,
    "024": 14,
    "001": 4,
    "030": 2,
    "019": 2,
    "020": 2,
    "033": 1,
    "034": 1,
    "038": 1,
    "006": 1,
    "079": 1,
}
_RARE_PREFIXES = (
    "002",
    "008",
    "010",
    "022",
    "025",
    "026",
    "031",
    "035",
    "036",
    "037",
    "040",
    "042",
    "048",
    "066",
    "074",
)

# Every so many households another province takes the place of the home province, so that numbers do not run out.
HOUSEHOLDS_PER_PROVINCE = 1_000_000

_STRIDE = 76_543  # prime: neighbours lie far apart and no serial comes twice
_APART = 48_271


class Serials(Enum):
    """Which serials a kind of person gets; (first, how many). Odd ones are left to twins and to injured numbers."""

    FAMILY = (600_000, 190_000)  # children and parents: they never share century, sex and year
    GUARDIAN = (800_000, 50_000)
    CARER = (850_000, 50_000)
    BENEFICIARY = (900_000, 100_000)


# No person's: numbers that a spreadsheet counts on by itself.
NOBODYS_SERIALS = 790_000


def persons(people: pl.DataFrame, dice: Dice, serials: Serials) -> pl.DataFrame:
    """Names and numbers for people.

    Args:
        people: the dice's own column, `household`, `sex` (male, female), `ethnicity` (code), `birth_year`; where known
            `surname` (null: one is drawn) and `twin` (true: born with the person in the row above).
        dice: for these people.
        serials: what kind of people they are.

    Returns:
        The frame with `surname`, `full_name` and `personal_id`, nobody's number twice.
    """
    if "surname" not in people.columns:
        people = people.with_columns(surname=pl.lit(None, pl.String))
    parts = people.with_row_index("_at").partition_by("ethnicity", "sex", as_dict=True)
    named = [part.with_columns(*_name(str(group), str(sex), dice)) for (group, sex), part in parts.items()]
    named_people = pl.concat(named).sort("_at").drop("_at").with_columns(prefix=_prefix(dice))
    return named_people.with_columns(personal_id=_personal_ids(named_people, serials)).drop("prefix")


def _name(ethnicity: str, sex: str, dice: Dice) -> tuple[pl.Expr, pl.Expr]:
    group = GROUPS.get(ethnicity)
    drawn = (
        dice.one_of("surname", group.surnames) if group else dice.one_of("surname", *_usual(family_names(), "total"))
    )
    surname = pl.coalesce("surname", drawn)
    if group:
        called = dice.one_of("called", group.male if sex == "male" else group.female)
        name = pl.concat_str((called, surname) if group.surname_last else (surname, called), separator=" ")
    else:
        middle = dice.one_of("middle", *_usual(middle_names(), sex))
        given = dice.one_of("given", *_usual(given_names(), sex))
        short = dice.happens("two words", _TWO_WORDS)
        name = pl.concat_str(surname, pl.when(~short).then(middle), given, separator=" ", ignore_nulls=True)
    return surname.alias("surname"), name.alias("full_name")


def _usual(names: Iterable[Frequency], sex: str) -> tuple[list[str], list[float]]:
    least = _LEAST_FAMILY if sex == "total" else _LEAST
    counts = {name.name: (float(getattr(name, sex)), name.total) for name in names if name.name}
    kept = {name: n for name, (n, total) in counts.items() if n >= least and n >= _LEAST_SHARE * total}
    return list(kept), list(kept.values())


def _prefix(dice: Dice) -> pl.Expr:
    codes = [*_PREFIXES, *_RARE_PREFIXES]
    weights = [*map(float, _PREFIXES.values()), *[0.2] * len(_RARE_PREFIXES)]
    place = dice.one_of("prefix", [str(number) for number in range(len(codes))], weights).cast(pl.UInt32)
    turned = (place + (pl.col("household") // HOUSEHOLDS_PER_PROVINCE).cast(pl.UInt32)) % len(codes)
    return pl.lit(pl.Series(codes)).gather(turned)


def _personal_ids(people: pl.DataFrame, serials: Serials) -> pl.Series:
    first, count = serials.value
    digit = (pl.col("birth_year") // 100 - 19) * 2 + (pl.col("sex") == "female")
    head = pl.concat_str("prefix", digit, (pl.col("birth_year") % 100).cast(pl.String).str.zfill(2))
    own = people.select(head=head).with_columns(rank=pl.int_range(pl.len()).over("head"))
    if own.filter(pl.col("rank") >= count // 2).height:
        raise ValueError(f"{people.height!r} people are more than {serials.name} has serials for")
    place = pl.col("rank") + pl.col("head").cast(pl.Int64) * _APART  # each place, sex and year begins elsewhere
    own = own.with_columns(serial=first + place * _STRIDE % (count // 2) * 2)
    if "twin" in people.columns:  # two of one sex carry numbers that follow on one another
        beside = people["twin"] & (people["sex"] == people["sex"].shift(1))
        own = own.with_columns(
            serial=pl.when(beside).then(pl.col("serial").shift(1) + 1).otherwise("serial"),
            head=pl.when(beside).then(pl.col("head").shift(1)).otherwise("head"),
        )
    return own.select(pl.concat_str("head", "serial")).to_series()


def phone(dice: Dice) -> pl.Expr:
    """A telephone number nobody has."""
    return pl.concat_str(pl.lit("09990"), dice.whole("phone", 0, 99_999).cast(pl.String).str.zfill(5))


def old_id(dice: Dice) -> pl.Expr:
    """An identity card number of nine digits, as Bắc Ninh issued them."""
    return pl.concat_str(pl.lit("125"), dice.whole("old_id", 100_000, 999_999))
