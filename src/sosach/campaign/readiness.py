"""Who goes into the next batch for the police, and what keeps the others from it.

All persons who are not out already and have an open question about their number, whose name, date of birth and sex (and
of children one parent or guardian) carry no open error, and who wait in no question of duplicates or of civil
registration. A child without registration of birth goes to civil registration first, for the police give no number
before (Law on Civil Status 60/2014, Art. 16(2)).
"""

import polars as pl

from sosach.findings.finding import Group, Severity

# What keeps a person back, the first that holds.
REASONS = pl.Enum(
    [
        "at_police",
        "no_question",  # about the number
        "unregistered",
        "duplicate",
        "civil_registration",
        "full_name",
        "birth_date",
        "sex",
        "no_parent",
    ]
)

# The groups of the plan whose questions the police can answer.
NUMBER_GROUPS = (Group.NO_ID.value, Group.WRONG_ID.value)
_CIVIL = "civil_"  # how rules begin that compare with the births book
_UNREGISTERED = "civil_unregistered"
_IDENTITY = ("full_name", "birth_date", "sex")
_KIN = ("father_name", "mother_name", "guardian_name")


def readiness(persons: pl.DataFrame, findings: pl.DataFrame, register: str) -> pl.DataFrame:
    """Whether each person can go into a batch.

    Args:
        persons: `person` (any key), `at_police` and `unregistered` (booleans), and as far as the register has them
            `father_name`, `mother_name`, `guardian_name` (null where empty).
        findings: the open ones: `person`, `rule`, `group`, `severity`, `field` and `label` (as people read it).
        register: its name; only children need a parent or guardian.

    Returns:
        In the order of `persons`: `person`; `ready`; `why_not` (`REASONS`, null when ready); `group` (`no_id` or
        `wrong_id`, the first that applies, null without a question); `labels` (what is asked of the police).
    """
    facts = persons.join(_by_person(findings), on="person", how="left", maintain_order="left")
    flags = [name for name in facts.columns if facts[name].dtype == pl.Boolean]
    facts = facts.with_columns(pl.col(flags).fill_null(value=False))
    why_not = _first(_obstacles(facts, register))
    group = (
        pl.when("no_id").then(pl.lit(Group.NO_ID.value)).when("wrong_id").then(pl.lit(Group.WRONG_ID.value))
    )  # fmt: skip
    return facts.select(
        "person",
        why_not.is_null().alias("ready"),
        why_not.alias("why_not"),
        group.alias("group"),
        pl.col("labels").fill_null(pl.lit([], dtype=pl.List(pl.String))),
    )


def _by_person(findings: pl.DataFrame) -> pl.DataFrame:
    """What the open findings of each person come to."""
    speaks = pl.col("severity").is_in([Severity.ERROR.value, Severity.WARNING.value])
    is_error = pl.col("severity") == Severity.ERROR.value
    about_number = speaks & pl.col("group").is_in(NUMBER_GROUPS)
    errors = {f"wrong_{field}": is_error & (pl.col("field") == field) for field in (*_IDENTITY, *_KIN)}
    flags = {
        "no_id": speaks & (pl.col("group") == Group.NO_ID.value),
        "wrong_id": speaks & (pl.col("group") == Group.WRONG_ID.value),
        "in_duplicate": speaks & (pl.col("group") == Group.DUPLICATE.value),
        "in_civil": speaks & pl.col("rule").str.starts_with(_CIVIL),
        "told_unregistered": speaks & pl.col("rule").str.starts_with(_UNREGISTERED),
        **errors,
    }
    told = [condition.fill_null(value=False).any().alias(name) for name, condition in flags.items()]
    labels = pl.col("label").filter(about_number).unique(maintain_order=True).alias("labels")
    return findings.group_by("person", maintain_order=True).agg(*told, labels)


def _obstacles(facts: pl.DataFrame, register: str) -> list[tuple[str, pl.Expr]]:
    """What may keep a person back, in the order in which it is said."""
    found = [
        ("at_police", pl.col("at_police")),
        ("no_question", ~(pl.col("no_id") | pl.col("wrong_id"))),
        ("unregistered", pl.col("unregistered") | pl.col("told_unregistered")),
        ("duplicate", pl.col("in_duplicate")),
        ("civil_registration", pl.col("in_civil")),
        *((field, pl.col(f"wrong_{field}")) for field in _IDENTITY),
    ]
    if register == "children":
        kin = [name for name in _KIN if name in facts.columns]
        known = [pl.col(name).is_not_null() & ~pl.col(f"wrong_{name}") for name in kin]
        found.append(("no_parent", ~pl.any_horizontal(known) if known else pl.lit(value=True)))
    return found


def _first(obstacles: list[tuple[str, pl.Expr]]) -> pl.Expr:
    why = pl.lit(None, dtype=REASONS)
    for name, holds in reversed(obstacles):
        why = pl.when(holds).then(pl.lit(name, dtype=REASONS)).otherwise(why)
    return why
