"""Somebody asks for the whole number of a person; it is shown to them, and the log says so."""

from datetime import date

from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.desk.card import NUMBERS, hidden_from
from sosach.store.desk.visible import person_seen
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.registers.selectors import facts, register_named
from sosach.store.writing import writing


def reveal(person: int, field: str, *, actor: Actor, on: date) -> str:
    """The whole number; empty where there is none.

    Raises:
        Refused: the actor may not, or does not see the person, or the field holds no number.
    """
    require(actor, Right.SEE_NUMBER)
    found = person_seen(person, actor)
    register: Register = register_named(found.register)
    if field not in register.by_name or register.by_name[field].kind not in NUMBERS or field in hidden_from(actor):
        raise refused("person_none", value="")
    with writing():
        number = facts({found.id})[found.id].get(field, "")
        begin("number_seen", Act(actor=actor, on=on), person=found.id, field=field)
    return number
