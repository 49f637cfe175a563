"""A finding may stand: somebody says so, with a reason."""

from dataclasses import dataclass
from datetime import date

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.findings.selectors import open_findings
from sosach.store.findings.services import set_aside
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.registers.selectors import person_named
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class SetAside:
    """What came of it."""

    operation: int
    findings: int


def set_findings_aside(register: str, code: str | int, rule: str, reason: str, *, actor: Actor, on: date) -> SetAside:
    """Lets what a rule finds of a person stand; when the values change it is asked again.

    Args:
        register: its name.
        code: record code of the person, or their number.
        rule: code of the rule.
        reason: why it may stand.
        actor: who says so.
        on: the day.

    Raises:
        Refused: nobody or several have the code, the rule finds nothing, the reason is missing, or the actor may not.
    """
    if not reason.strip():
        raise refused("reason_missing")
    with writing():
        person = person_named(register, code)
        require(actor, Right.DECIDE, person.hamlet)
        found = [finding for finding in open_findings(person.id) if finding.rule == rule]
        if not found:
            raise refused("finding_none", value=rule, record=code)
        act = Act(actor=actor, on=on, source="decision", reason=reason)
        operation = begin("set_aside", act, register=register, person=person.id, rule=rule)
        count = set_aside(found, operation=operation.number, on=on, why=reason)
    return SetAside(operation.number, count)
