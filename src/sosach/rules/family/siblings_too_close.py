"""Two children of one mother were born too far apart for twins and too near for two births.

A mother is the same where her number is, or where her name comes with the same father in the same hamlet or with the
same household, and no year or number speaks against it: the name alone is shared by too many, and in a province so are
the names of a couple. Twins may be born on both sides of midnight; between two births lie at least eight months,
premature ones included.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import identity
from sosach.rules.identity import differ, plain, same
from sosach.rules.rule import OTHER, rule

TWINS = 3  # days at most between the births of twins
TWO_BIRTHS = 240  # days at least between two births

_MONTH = 30.44  # days

_APART = (pl.col("birth_date__low") - pl.col(f"birth_date__low{OTHER}")).dt.total_days().abs()
_BOTH_FULL = identity.full_date("").is_not_null() & identity.full_date(OTHER).is_not_null()

_MOTHER, _FATHER = identity.named("mother_name"), identity.named("father_name")
_SAME_MOTHER = same(plain("mother_personal_id")) | (
    same(_MOTHER)
    & ((same(_FATHER) & ~differ(plain("hamlet__key"))) | same(plain("household_code")))
    & ~differ(plain("mother_birth_year"))
    & ~differ(plain("mother_personal_id"))
)

# Sisters and brothers are many, those born within eight months few. Two such births fall into one span of twice that
# length, counted from one day or from another eight months later.
_DAY = pl.col("birth_date__low").dt.epoch("d")
_SPANS = tuple((_DAY + shift) // (2 * TWO_BIRTHS) for shift in (0, TWO_BIRTHS))

RULE = rule(
    __name__,
    label="Anh em quá gần",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="birth_date",
    registers=frozenset({"children", "births"}),
    broken=_BOTH_FULL & _SAME_MOTHER & (_APART > TWINS) & (_APART < TWO_BIRTHS),
    message=(
        "Trẻ này và trẻ ở {other_at} cùng mẹ, sinh cách nhau {apart}, không đủ cho hai lần sinh và không phải sinh đôi."
    ),
    next_step="Xem lại ngày sinh hoặc mẹ.",
    needs=("mother_name",),
    optional=(
        "mother_name__suggestion",
        "mother_birth_year",
        "mother_personal_id",
        "father_name",
        "father_name__suggestion",
        "household_code",
        "hamlet__key",
    ),
    together=tuple(
        (*mother, span)
        for mother in (
            (pl.col("mother_personal_id"),),
            (_MOTHER(""), _FATHER(""), pl.col("hamlet__key").fill_null("")),
            (_MOTHER(""), pl.col("household_code")),
        )
        for span in _SPANS
    ),
    facts=identity.compared("mother_name", "father_name"),
    yields_to=("row_same_person",),
    words={
        "apart": pl.when(_APART < 31)
        .then(pl.format("{} ngày", _APART))
        .otherwise(pl.format("{} tháng", (_APART / _MONTH).floor().cast(pl.Int32)))
    },
    reason=(
        "Hai lần sinh cách nhau ít nhất khoảng tám tháng, kể cả sinh non; sinh đôi cách nhau không quá vài ngày. "
        "Khoảng ở giữa thường do gõ nhầm ngày sinh của một trẻ hoặc ghi nhầm mẹ."
    ),
)
