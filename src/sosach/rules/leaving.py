"""Who has left: what the status, the state of the benefit or a remark says of a move or a death.

A finding doubts the status first (of beneficiaries the state of the benefit, where the file has no status); the
sentence quotes the cell that tells it.
"""

from typing import Any

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.findings.wording import quoted
from sosach.people.status import told_by
from sosach.registers.catalogue import others_than
from sosach.rules.rule import Rule, Variant, rule

_NOTE, _PAYMENT = pl.col("note"), pl.col("benefit_status__raw")

# What cells say of a move or a death, read once for all rules.
TOLD_BY_NOTE = {"note__told": told_by(_NOTE)}
_TOLD_BY_PAYMENT = {"benefit_status__told": told_by(_PAYMENT)}


def by_status(what: str) -> pl.Expr:
    """Whether the status says so (never null)."""
    return (pl.col("status").cast(pl.String) == what).fill_null(value=False)


def by_remark(what: str) -> pl.Expr:
    """Whether the note says so of the person (never null)."""
    return (pl.col("note__told") == what).fill_null(value=False)


def by_payment(what: str) -> pl.Expr:
    """Whether the state of the benefit says so instead (never null)."""
    return (pl.col("benefit_status__told") == what).fill_null(value=False)


def rules_of(module: str, what: str, *, says: str, **facts: object) -> tuple[Rule, ...]:
    """The rules of one way of leaving, for every register that has a status; beneficiaries have the state of
    their benefit besides.

    Args:
        module: `__name__` of the rule's file.
        what: `moved` or `deceased`.
        says: the end of the sentence, behind the quoted cell.
        facts: label, next step, reason and whom the rules yield to.
    """
    in_status = Variant(when=by_status(what), message=f"Cột “{{column}}” ghi “{{value}}”{says}")
    in_payment = Variant(when=by_payment(what), message=f"Trạng thái hưởng ghi “{{payment}}”{says}")
    in_note = Variant(message=f"Ghi chú ghi “{{remark}}”{says}")
    shared: dict[str, Any] = {"severity": Severity.WARNING, "group": Group.OUT_OF_SCOPE, **facts}
    return (
        rule(
            module,
            field="status",
            registers=others_than("beneficiaries", "births"),
            broken=by_status(what) | by_remark(what),
            variants=(in_status, in_note),
            optional=("status", "status__raw", "note"),
            any_of=("status", "note"),
            words={"remark": quoted(_NOTE)},
            facts=TOLD_BY_NOTE,
            **shared,
        ),
        rule(
            module,
            field="status",
            registers=frozenset({"beneficiaries"}),
            broken=by_status(what),
            variants=(in_status,),
            **shared,
        ),
        rule(
            module,
            field="benefit_status",
            registers=frozenset({"beneficiaries"}),
            broken=(by_payment(what) | by_remark(what)) & ~by_status(what),
            variants=(in_payment, in_note),
            optional=("benefit_status", "benefit_status__raw", "note", "status"),
            any_of=("benefit_status", "note"),
            words={"remark": quoted(_NOTE), "payment": quoted(_PAYMENT)},
            facts={**TOLD_BY_NOTE, **_TOLD_BY_PAYMENT},
            **shared,
        ),
    )
