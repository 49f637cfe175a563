"""Somebody takes a file with persons out of the desk; the log says who, what and what for.

Source: Personal Data Protection Law 91/2025/QH15; the plan, IV (what leaves the office is written down).
"""

from datetime import date

from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.writing import writing


def take_out(what: str, name: str, purpose: str = "", *, actor: Actor, on: date) -> int:
    """Writes an export down, once the file is made and before it is handed out; gives the operation's number.

    Args:
        what: kind of file, “police_list”.
        name: of which list or report, “TE-02”; never of a person.
        purpose: what for, where it was asked.
        actor: who takes it; whether they may is asked by whoever made the file.
        on: the day.
    """
    with writing():
        return begin("taken_out", Act(actor=actor, on=on, reason=purpose), what=what, name=name).number
