"""Persons who draw social assistance, as they are: the elderly, persons with disabilities, orphans, poor lone parents.

Fields and values are those of records.parquet (see `registers/beneficiaries.py`). Categories and their ages are those
of Decree 20/2021/NĐ-CP and of the social pension (Decree 176/2025/NĐ-CP). Orphans and children with disabilities are
those of the children's register.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.population.commune import Commune
from sosach.population.dice import Dice
from sosach.population.groups import KINH
from sosach.population.people import Serials, old_id, persons, phone
from sosach.registers.beneficiaries import REGISTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Grown-ups who draw one benefit."""

    category: str
    weight: float
    ages: tuple[int, int]  # in the year of the reference day, youngest and oldest
    degree: str | None = None
    carer: float = 0.0  # the share that is looked after by somebody


# Ages keep clear of the birthdays at which a category begins or changes.
_KINDS = {
    "pensioner": Kind(category="pension", weight=50, ages=(77, 97)),
    "poor elder": Kind(category="5.5.a", weight=5, ages=(63, 74)),
    "severe": Kind(category="5.6", weight=18, ages=(19, 57), degree="Nặng", carer=0.3),
    "very severe": Kind(category="5.6", weight=9, ages=(19, 57), degree="Đặc biệt nặng", carer=0.9),
    "elder severe": Kind(category="5.6", weight=8, ages=(64, 90), degree="Nặng", carer=0.5),
    "single parent": Kind(category="5.4", weight=4, ages=(26, 45)),
    "cared for": Kind(category="20.2.c", weight=6, ages=(19, 57), degree="Đặc biệt nặng", carer=1.0),
}

_DISABILITIES = {"Vận động": 30, "Nghe, nói": 22, "Nhìn": 14, "Thần kinh, tâm thần": 24, "Trí tuệ": 20}
_SISTERS_CARE_FROM = 26  # years of age of the cared-for: younger sisters are grown up then
_YEAR_ONLY_FROM = 66  # years of age: whose papers may tell no more than the year
_YEAR_ONLY = 0.45
_NOT_KINH = 0.03
_NEWBORN = 10  # days: no decision is taken sooner
_NEAR = 40  # days around the birthdays at which the amount changes: nobody of these
_CHANGES = (4, 16)  # years

# What a child's entry in one register has of its own, not from the other.
_OWN = ("record_code", "nationality", "status", "note")


def beneficiaries(grown: int, children: pl.DataFrame, seed: int, on: date, commune: Commune) -> pl.DataFrame:
    """Facts about beneficiaries.

    Args:
        grown: how many grown-ups.
        children: from `children.children`; orphans and those with disabilities draw assistance too.
        seed: of the population.
        on: the reference day.
        commune: where they live.

    Returns:
        One row per person with every field of the register; beside them `person` (a number) and `child` (the number in
        `children`, null for grown-ups).
    """
    everyone = pl.concat([_grown_ups(grown, seed, on, commune), _children(children, on)], how="diagonal_relaxed")
    everyone = everyone.with_columns(person=pl.int_range(pl.len(), dtype=pl.UInt32))
    dice = Dice(seed, "person", "benefit")
    born = pl.col("birth_date").str.to_date("%Y-%m-%d", strict=False)
    decided = pl.max_horizontal(_decided(dice, on), born + pl.duration(days=_NEWBORN))
    return everyone.with_columns(
        record_code=pl.concat_str(pl.lit("BT"), (pl.col("person") + 1).cast(pl.String).str.zfill(5)),
        nationality=pl.lit("Việt Nam"),
        decision_no=pl.concat_str(dice.whole("decision", 12, 3_400), pl.lit("/QĐ-UBND")),
        decision_date=decided.cast(pl.String),
        benefit_from=decided.dt.month_end().dt.offset_by("1d").cast(pl.String),
        benefit_status=pl.lit("active"),
        disability_type=pl.when(pl.col("disability_degree").is_not_null()).then(
            dice.one_of("disability", list(_DISABILITIES), list(_DISABILITIES.values()))
        ),
        status=pl.lit("managed"),
        note=pl.lit(None, pl.String),
    ).select("person", "child", *REGISTER.by_name)


def _decided(dice: Dice, on: date) -> pl.Expr:
    """Within the last ten months: under today's rules, and after the birthday that mattered."""
    return pl.lit(on) - pl.duration(days=dice.whole("decided", 20, 300))


def _grown_ups(count: int, seed: int, on: date, commune: Commune) -> pl.DataFrame:
    dice = Dice(seed, "person", "grown up")
    people = pl.DataFrame({"person": pl.int_range(count, dtype=pl.UInt32, eager=True)})
    people = people.with_columns(
        household=pl.col("person"),
        kind=dice.one_of("kind", list(_KINDS), [kind.weight for kind in _KINDS.values()]),
        sex=pl.when(dice.happens("woman", 0.55)).then(pl.lit("female")).otherwise(pl.lit("male")),
        ethnicity=pl.when(dice.happens("not kinh", _NOT_KINH)).then(pl.lit("02")).otherwise(pl.lit(KINH)),
        hamlet=dice.one_of("hamlet", commune.hamlets),
        old_id=pl.when(dice.happens("old card", 0.6)).then(old_id(dice)),
        phone=phone(dice),
    )
    people = persons(people.with_columns(_by_kind(dice, on)), dice, Serials.BENEFICIARY)
    people = people.with_columns(
        birth_date=_birth_date(dice, on),
        address=pl.concat_str("hamlet", pl.lit(f", {commune.address}")),
        household_code=pl.concat_str(pl.lit("H"), (pl.col("person") + 50_001).cast(pl.String)),
        household_head="full_name",
    )
    return people.hstack(_carers(people, seed, on)).drop("household", "kind", "birth_year", "surname", "looked_after")


def _by_kind(dice: Dice, on: date) -> list[pl.Expr]:
    kind = pl.col("kind")
    age = pl.lit(None, pl.Int64)
    for name, facts in _KINDS.items():
        age = pl.when(kind == name).then(dice.whole("age", *facts.ages)).otherwise(age)
    cared_for = kind.replace_strict({name: facts.carer for name, facts in _KINDS.items()}, return_dtype=pl.Float64)
    return [
        (on.year - age).alias("birth_year"),
        kind.replace_strict({name: facts.category for name, facts in _KINDS.items()}).alias("category"),
        kind.replace_strict({name: facts.degree for name, facts in _KINDS.items()}, return_dtype=pl.String).alias(
            "disability_degree"
        ),
        (dice.share("carer") < cared_for).alias("looked_after"),
    ]


def _birth_date(dice: Dice, on: date) -> pl.Expr:
    """To the day; of the elderly often only the year is on record."""
    day = pl.date(pl.col("birth_year"), 1, 1) + pl.duration(days=dice.whole("day", 0, 364))
    vague = (on.year - pl.col("birth_year") >= _YEAR_ONLY_FROM) & dice.happens("year only", _YEAR_ONLY)
    return pl.when(vague).then(pl.col("birth_year").cast(pl.String)).otherwise(day.cast(pl.String))


def _carers(people: pl.DataFrame, seed: int, on: date) -> pl.DataFrame:
    dice = Dice(seed, "person", "carer")
    # Who cares, and how many years before the cared-for she was born.
    ages = {"Mẹ": 25, "Chị gái": 4, "Em gái": -3, "Cô ruột": 14}
    relation = (
        pl.when(pl.col("kind") == "elder severe")
        .then(pl.lit("Con gái"))
        .when(on.year - pl.col("birth_year") < _SISTERS_CARE_FROM)
        .then(pl.lit("Mẹ"))
        .otherwise(dice.one_of("relation", list(ages), [5, 3, 2, 1]))
    )
    older = relation.replace_strict(ages, default=-28, return_dtype=pl.Int64) + dice.whole("age", -2, 2)
    carers = people.select(
        "person",
        "household",
        "ethnicity",
        relation=relation,
        sex=pl.lit("female"),
        birth_year=pl.col("birth_year") - older,
    )
    carers = persons(carers, dice, Serials.CARER).hstack(people.select("looked_after"))
    day = pl.date(pl.col("birth_year"), 1, 1) + pl.duration(days=dice.whole("day", 0, 364))
    facts = {
        "carer_name": pl.col("full_name"),
        "carer_relation": pl.col("relation"),
        "carer_birth_date": day.cast(pl.String),
        "carer_personal_id": pl.col("personal_id"),
    }
    return carers.select(pl.when("looked_after").then(fact).alias(name) for name, fact in facts.items())


def _children(children: pl.DataFrame, on: date) -> pl.DataFrame:
    near = pl.duration(days=_NEAR)
    changing = pl.any_horizontal(
        pl.col("born").dt.offset_by(f"{age}y").is_between(pl.lit(on) - near, pl.lit(on) + near) for age in _CHANGES
    )
    orphan, degree = pl.col("special_circumstance") == "a.3", {"d.1": "Đặc biệt nặng", "d.2": "Nặng"}
    shared = [name for name in REGISTER.by_name if name in children.columns and name not in _OWN]
    from_mother = pl.col("mother_name").is_not_null()
    return children.filter(pl.col("special_circumstance").is_in(["a.3", *degree]) & ~changing).select(
        "child",
        *shared,
        category=pl.when(orphan).then(pl.lit("5.1.b")).otherwise(pl.lit("5.6")),
        disability_degree=pl.col("special_circumstance").replace_strict(degree, default=None, return_dtype=pl.String),
        carer_name=pl.coalesce("mother_name", "guardian_name", "father_name"),
        carer_relation=pl.when(from_mother)
        .then(pl.lit("Mẹ"))
        .otherwise(pl.coalesce("guardian_relation", pl.lit("Bố"))),
        carer_birth_date=pl.when(from_mother).then("mother_birth_year"),
        carer_personal_id=pl.coalesce("mother_personal_id", "guardian_personal_id", "father_personal_id"),
    )
