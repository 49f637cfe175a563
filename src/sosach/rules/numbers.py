"""What rules about personal numbers have in common: the words their sentences quote, the relatives they ask about."""

from collections.abc import Callable, Mapping

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.registers.field import RELATIVE_LABELS, RELATIVES
from sosach.rules.rule import Asked, Rule, Variant, rule

NUMBER = "personal_id"

# Labels have room for five syllables: “người giám hộ” is “giám hộ” there.
IN_LABELS = {**RELATIVE_LABELS, "guardian": "giám hộ", "carer": "chăm sóc"}

_SEX_WORDS = {"male": "nam", "female": "nữ"}


def fault(number: str, *faults: str) -> pl.Expr:
    """Whether one of these faults is the one that speaks of the number."""
    return pl.col(f"{number}__state").is_in(faults)


def birth_year(date: str = "birth_date") -> pl.Expr:
    """The year of a birth date, however precise the date is."""
    return pl.col(date).str.head(4).cast(pl.Int32)


def fits(number: pl.Expr | None = None, *, side: str = "") -> pl.Expr:
    """Whether the number (the row's own unless told otherwise) has a known prefix and tells the record's sex and year.

    Args:
        number: twelve digits.
        side: `OTHER` for the record of the other row.
    """
    twelve = pl.col(NUMBER) if number is None else number
    return personal_id.agrees(twelve, sex=pl.col(f"sex{side}"), birth_year=birth_year(f"birth_date{side}"))


def contradicts(number: pl.Expr) -> pl.Expr:
    """Whether the number tells another sex or year than the record; what is not recorded contradicts nothing."""
    other_sex = (personal_id.sex_of(number) != pl.col("sex")).fill_null(value=False)
    return other_sex | (personal_id.birth_year_of(number) != birth_year()).fill_null(value=False)


def words(number: str = NUMBER) -> Mapping[str, Asked]:
    """What sentences quote from a number: of its digits as they stand, or of the twelve digits."""
    twelve, digits = pl.col(number), pl.col(f"{number}__digits")
    return {
        "digits": digits.str.len_chars(),
        "zeros": 12 - digits.str.len_chars().cast(pl.Int32),
        "prefix": personal_id.prefix_of(twelve),
        "digit4": twelve.str.slice(3, 1),
        "id_sex": personal_id.sex_of(twelve).replace(_SEX_WORDS),
        "id_birth_year": personal_id.birth_year_of(twelve),
        "note": pl.col(f"{number}__note"),
        "letters": pl.col(f"{number}__letters"),
    }


def of_relatives(
    module: str,
    *,
    label: str,
    next_step: str,
    broken: Callable[[str], Asked],
    variants: Callable[[str], tuple[Variant, ...]],
    **facts: object,
) -> tuple[Rule, ...]:
    """One rule for the number of each relative; an empty cell of theirs is never a fault.

    Args:
        module: `__name__` of the rule's file.
        label: with `{relative}`.
        next_step: may have `{relative}`.
        broken: of the number's column.
        variants: of the number's column.
        facts: the other fields of `Rule`.
    """
    return tuple(
        rule(
            module,
            who=who,
            label=label.format(relative=IN_LABELS[who]),
            group=None if facts["severity"] is Severity.INFO else Group.BASIC_INFO,
            field=f"{who}_{NUMBER}",
            broken=broken(f"{who}_{NUMBER}"),
            variants=variants(f"{who}_{NUMBER}"),
            next_step=next_step.format(relative=RELATIVE_LABELS[who]),
            words=words(f"{who}_{NUMBER}"),
            **facts,  # type: ignore[arg-type]  # checked by the dataclass itself
        )
        for who in RELATIVES
    )
