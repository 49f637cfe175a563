"""What a confirmation was given for: the values that the rule looks at. When one of them changes, it is asked again.

Sentences are no basis: they name rows and days, which change from file to file while the person stays the same.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from sosach.campaign.outcome import IDENTITY
from sosach.campaign.readiness import NUMBER_GROUPS
from sosach.registers.register import Register
from sosach.rules.catalogue import rules_for
from sosach.rules.context import Context
from sosach.rules.evaluate import Question
from sosach.rules.message import Headings
from sosach.store.civil.beside import FROM_THE_BOOK
from sosach.store.findings.models import Finding, State
from sosach.store.log.chain import canonical
from sosach.store.registers.selectors import facts


def bases(findings: Iterable[tuple[Finding, Mapping[str, Any]]], context: Context) -> list[str]:
    """The basis of every finding, in order.

    Args:
        findings: each with what the rule says of it now (`value`, `other_id`).
        context: day, register and commune.
    """
    whole = list(findings)
    known = facts({finding.person_id for finding, _ in whole})
    return [
        canonical(
            {
                "value": told["value"],
                **_book(finding, told),
                "other": told["other_id"],
                "facts": {name: known[finding.person_id].get(name) for name in _seen(finding, context)},
            }
        )
        for finding, told in whole
    ]


def _book(finding: Finding, told: Mapping[str, Any]) -> dict[str, Any]:
    """What the births book says, where a finding is a difference from it."""
    return {"suggestion": told["suggestion"]} if finding.rule.startswith(FROM_THE_BOOK) else {}


def _seen(finding: Finding, context: Context) -> tuple[str, ...]:
    """What a finding's state rests on; who looks for somebody's number goes by who the person is."""
    looked_at = _looked_at(context.register.name, finding.rule, context)
    if finding.state != State.WAITING or finding.group not in NUMBER_GROUPS:
        return looked_at
    return _in_order(context.register, {*looked_at, *IDENTITY, "personal_id"})


@lru_cache(maxsize=512)
def _looked_at(_register: str, code: str, context: Context) -> tuple[str, ...]:
    """The fields of the register that a rule looks at."""
    columns = {
        name.partition("__")[0]
        for rule in rules_for(context.register)
        if rule.code == code
        for name in Question(rule, context, Headings()).columns()
    }
    return _in_order(context.register, columns)


def _in_order(register: Register, names: set[str]) -> tuple[str, ...]:
    return tuple(field.name for field in register.fields if field.name in names)
