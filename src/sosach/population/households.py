"""Households with children: who the parents are, who looks after the children, where they live.

Most children live with both parents; some with a mother whose child has no father in the record, with a father alone,
with a father from abroad, with a guardian because the parents are dead or far away.
"""

from datetime import date

import polars as pl

from sosach.population.commune import Commune
from sosach.population.dice import Dice
from sosach.population.groups import FOREIGN_FATHERS, GROUPS, KINH
from sosach.population.people import Serials, persons, phone

# In a hundred households; the figures of a delta commune, rounded.
_FAMILIES = {"both": 86, "mother": 7, "father": 1.5, "orphans": 2, "guardian": 1, "away": 1.5, "foreign": 1}
_CHILDREN = {"1": 46, "2": 41, "3": 11, "4": 2}
_NOT_KINH, _MARRIED_OUT = 0.04, 0.3

_WITH_FATHER = ("both", "father", "away")
_WITH_MOTHER = ("both", "mother", "away", "foreign")
_WITH_GUARDIAN = ("orphans", "guardian", "away")

_GRANDPARENTS = {"Bà nội": 5, "Bà ngoại": 3, "Ông nội": 2}
_UNCLES = {"Bác ruột": 2, "Cô ruột": 1}
_MEN = ("Ông nội", "Bác ruột")

_YOUNGEST = 12  # days: a child just born stands in no register yet
_SPACING = (430, 1_300)  # days between two births
_TWINS = 0.025


def households(count: int, seed: int, commune: Commune) -> pl.DataFrame:
    """Homes and the number of children in each.

    Returns:
        One row per household: `household` (its number, from 0), `family` (who looks after the children), `children`
        (how many) and what a household shares: `hamlet`, `address`, `household_code`, `poverty`, `phone`.
    """
    dice = Dice(seed, "household")
    homes = pl.DataFrame({"household": pl.int_range(count, dtype=pl.UInt32, eager=True)})
    return homes.with_columns(
        family=dice.one_of("family", list(_FAMILIES), list(_FAMILIES.values())),
        children=dice.one_of("children", list(_CHILDREN), list(_CHILDREN.values())).cast(pl.UInt32),
        hamlet=dice.one_of("hamlet", commune.hamlets),
        household_code=pl.concat_str(pl.lit("H"), (pl.col("household") + 1).cast(pl.String).str.zfill(5)),
        poverty=dice.one_of("poverty", ["none", "near_poor", "poor"], [93, 4, 3]),
        phone=phone(dice),
    ).with_columns(address=pl.concat_str("hamlet", pl.lit(f", {commune.address}")))


def births(homes: pl.DataFrame, seed: int, on: date) -> pl.DataFrame:
    """The children of households, none of them sixteen on the reference day.

    Returns:
        One row per child, the eldest of a household first: `child` (its number), `household`, `birth_date` (pl.Date),
        `twin` (born with the child in the row above).
    """
    dice = Dice(seed, "child")
    line = homes.select(pl.col("household").repeat_by("children").explode(empty_as_null=False))
    place = pl.int_range(pl.len()).over("household")
    line = line.with_columns(child=pl.col("household").cast(pl.UInt64) * 8 + place.cast(pl.UInt64), first=place == 0)
    line = line.with_columns(twin=~pl.col("first") & dice.happens("twin", _TWINS))
    gap = pl.when(pl.col("first") | pl.col("twin")).then(0).otherwise(dice.whole("gap", *_SPACING))
    line = line.with_columns(after=gap.cum_sum().over("household"))
    sixteen = pl.lit(on).dt.offset_by("-16y")
    room = (pl.lit(on) - sixteen).dt.total_days() - 1 - _YOUNGEST - pl.col("after").max().over("household")
    start = (Dice(seed, "household", "eldest").share("birth") * room).floor().cast(pl.Int64)
    day = sixteen + pl.duration(days=1 + start + pl.col("after"))
    return line.select("child", "household", "twin", birth_date=day)


def families(homes: pl.DataFrame, eldest: pl.Series, seed: int) -> pl.DataFrame:
    """Fathers, mothers and guardians.

    Args:
        homes: from `households`.
        eldest: the year of birth of each household's eldest child.
        seed: of the population.

    Returns:
        The households with `father_*`, `mother_*`, `guardian_*` and `household_head` as registers have them; beside
        them `surname` and `ethnicity`, which the children inherit, and `mother_surname`.
    """
    father, mother = Dice(seed, "household", "father"), Dice(seed, "household", "mother")
    people, hers = _ethnicity(father), _ethnicity(mother)
    hers = pl.when(mother.happens("married out", _MARRIED_OUT)).then(hers).otherwise(people)
    homes = homes.with_columns(eldest=eldest)
    men = homes.select(
        "household", sex=pl.lit("male"), ethnicity=people, birth_year=pl.col("eldest") - father.whole("age", 21, 36)
    )
    women = homes.select(
        "household", sex=pl.lit("female"), ethnicity=hers, birth_year=pl.col("eldest") - mother.whole("age", 19, 33)
    )
    homes = homes.hstack(_relative("father", persons(men, father, Serials.FAMILY)))
    homes = homes.hstack(_relative("mother", persons(women, mother, Serials.FAMILY)))
    homes = homes.hstack(_guardians(homes, people, Dice(seed, "household", "guardian")))
    return _as_recorded(homes, father)


def _relative(who: str, people: pl.DataFrame) -> pl.DataFrame:
    facts = ("surname", "ethnicity", "personal_id")
    return people.select(
        pl.col("full_name").alias(f"{who}_name"),
        pl.col("birth_year").cast(pl.String).alias(f"{who}_birth_year"),
        *(pl.col(fact).alias(f"{who}_{fact}") for fact in facts),
    )


def _guardians(homes: pl.DataFrame, people: pl.Expr, dice: Dice) -> pl.DataFrame:
    relations = _GRANDPARENTS | _UNCLES
    line = homes.select(
        "household",
        "eldest",
        ethnicity=people,
        relation=dice.one_of("relation", list(relations), list(relations.values())),
    )
    older = (
        pl.when(pl.col("relation").is_in(list(_GRANDPARENTS)))
        .then(dice.whole("old", 48, 60))
        .otherwise(dice.whole("age", 27, 42))
    )
    sex = pl.when(pl.col("relation").is_in(_MEN)).then(pl.lit("male")).otherwise(pl.lit("female"))
    line = line.with_columns(sex=sex, birth_year=pl.col("eldest") - older)
    return persons(line, dice, Serials.GUARDIAN).select(
        guardian_name="full_name", guardian_relation="relation", guardian_personal_id="personal_id"
    )


def _as_recorded(homes: pl.DataFrame, father: Dice) -> pl.DataFrame:
    """What registers know of a family: nothing of a father who is not in the record, no number of one from abroad."""
    has = {"father": _WITH_FATHER, "mother": _WITH_MOTHER, "guardian": _WITH_GUARDIAN}
    from_mother = ~pl.col("family").is_in(_WITH_FATHER) & pl.col("family").is_in(_WITH_MOTHER)
    homes = homes.with_columns(
        surname=pl.when(from_mother).then("mother_surname").otherwise("father_surname"),
        ethnicity=pl.when(from_mother).then("mother_ethnicity").otherwise("father_ethnicity"),
        stranger=pl.when(pl.col("family") == "foreign").then(father.one_of("foreign", FOREIGN_FATHERS)),
        stranger_birth_year=pl.when(pl.col("family") == "foreign").then("father_birth_year"),
    )
    known = [
        pl.when(pl.col("family").is_in(kinds)).then(name).alias(name)
        for who, kinds in has.items()
        for name in homes.columns
        if name.startswith(f"{who}_") and name not in ("mother_surname", "mother_ethnicity", "father_ethnicity")
    ]
    homes = homes.with_columns(known)
    return homes.with_columns(
        father_name=pl.coalesce("father_name", "stranger"),
        father_birth_year=pl.coalesce("father_birth_year", "stranger_birth_year"),
        household_head=pl.coalesce("father_name", "mother_name", "guardian_name"),
    ).drop("eldest", "father_surname", "father_ethnicity", "mother_ethnicity", "stranger", "stranger_birth_year")


def _ethnicity(dice: Dice) -> pl.Expr:
    codes, weights = list(GROUPS), [group.weight for group in GROUPS.values()]
    return (
        pl.when(dice.happens("not kinh", _NOT_KINH)).then(dice.one_of("people", codes, weights)).otherwise(pl.lit(KINH))
    )
