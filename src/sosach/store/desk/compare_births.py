"""An extract of the births book is taken in and laid beside the register of children."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.civil.beside import BIRTHS, CHILDREN
from sosach.store.civil.selectors import (
    Figures,
    all_differences,
    doubtful_pairs,
    figures,
    new_children,
    overdue_children,
)
from sosach.store.desk.births_book import compared_anew, extract_taken
from sosach.store.log.act import Actor
from sosach.store.progress import stage
from sosach.store.registers.selectors import imports
from sosach.store.registers.services.importing import File, Taken, take_in
from sosach.store.writing import writing

# Extracts come week by week and add up: that one holds less than those before it is no question.
_IN_PARTS = "Trích xuất khai sinh theo kỳ"


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of an extract."""

    taken: Taken
    figures: Figures

    def details(self) -> dict[str, Any]:
        """The rows behind the figures, by record code of the child and number of the entry."""
        found = all_differences()
        return {
            "differences": [
                {
                    "record_code": one.child.record_code,
                    "entry": one.birth.id,
                    "field": one.field,
                    "register": one.ours,
                    "book": one.theirs,
                    "prevails": {True: "book", False: "register", None: None}[one.prevails],
                }
                for one in found
            ],
            "not_in_register": [{"entry": one.birth.id, **one.values} for one in new_children()],
            "overdue": [one.record_code for one in overdue_children()],
            "review": [
                {"record_code": pair.child.record_code, "entry": pair.birth_id, "reasons": pair.reasons.split("\n")}
                for pair in doubtful_pairs()
            ],
        }


def compare_births(file: File, *, actor: Actor, on: date) -> Compared:
    """Takes an extract in and compares; the same bytes twice change nothing.

    Raises:
        Refused: the actor may not, it is no extract of births, or there is no register of children to compare with.
    """
    require(actor, Right.COMPARE)
    register = file.opened.register.name
    if register != BIRTHS:
        raise refused("civil_no_births", file=file.opened.name, register_label=file.opened.register.label)
    with writing():
        if not imports(CHILDREN):
            raise refused("civil_no_register")
        stage("matching")
        taken = take_in(file, _IN_PARTS, actor=actor, on=on)
        if not taken.again:
            stage("births")
            extract_taken(file, taken, on)
            compared_anew(operation=taken.operation, on=on)
        return Compared(taken, figures())
