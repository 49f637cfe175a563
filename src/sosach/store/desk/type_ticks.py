"""Lines of a typing list are ticked on the page instead of in the workbook; they go the same way as a file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sosach.findings.notices import refused
from sosach.forms.form import ReturnedRow
from sosach.forms.typing_list import TYPING_LIST
from sosach.intake.typing_ticks import Tick, Ticks
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.desk.receive_ticks import receive_ticks
from sosach.store.log.act import Actor
from sosach.store.log.chain import canonical
from sosach.store.upload.selectors import listed_rows, upload_of
from sosach.store.upload.services.ticking import Received

_DONE, _FAILED = "x", "không nhập được"  # as the list's own choices say it


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one line."""

    done: bool
    note: str = ""


def type_ticks(code: str, said: Mapping[int, Said], *, actor: Actor, on: date) -> Received:
    """Takes in what was ticked.

    Args:
        code: of the upload.
        said: by number of the line; lines that are not there say nothing.
        actor: who has typed them into the national software.
        on: the day.

    Raises:
        Refused: there is no such upload, nothing was ticked, or the actor may not.
    """
    require(actor, Right.UPLOAD)
    upload = upload_of(code)
    told = {number: one for number, one in sorted(said.items()) if 0 < number <= upload.lines}
    if not told:
        raise refused("ticked_nothing")
    rows = [
        Tick(
            returned=ReturnedRow(
                sheet=TYPING_LIST.sheet,
                row=sent.number,
                code=sent.code,
                facts=sent.facts,
                answers={"done": _shown(told[sent.number])},
            ),
            done=told[sent.number].done,
            shown=_shown(told[sent.number]),
            on=on.isoformat(),
            by=actor.name,
            note=told[sent.number].note.strip(),
        )
        for sent in listed_rows(upload)
        if sent.number in told
    ]
    lines = {str(number): [one.done, one.note.strip()] for number, one in told.items()}
    content = canonical({"upload": code, "by": actor.name, "on": on.isoformat(), "lines": lines}).encode()
    name = f"đánh dấu trên trang {on:%d-%m-%Y}.json"
    ticks = Ticks(name=name, sha256=hashlib.sha256(content).hexdigest(), rows=tuple(rows), notices=())
    return receive_ticks(ticks, content, actor=actor, on=on)


def _shown(one: Said) -> str:
    return _DONE if one.done else _FAILED
