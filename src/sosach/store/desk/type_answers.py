"""The police answer on the page instead of in their workbook; what is typed goes the same way as a file.

It is kept byte for byte as JSON, as a file would be, judged by the same rules and counted in the same minutes.
"""

import hashlib
from collections.abc import Mapping
from datetime import date

from sosach.findings.notices import refused
from sosach.forms.form import ReturnedRow
from sosach.forms.police import POLICE_LIST
from sosach.intake.police_answer import typed_return
from sosach.store.desk.batch_file import batch_seen
from sosach.store.desk.receive_answer import Came, Received, receive_answer
from sosach.store.log.act import Actor
from sosach.store.log.chain import canonical
from sosach.store.police.selectors import sent_rows

_KEYS = tuple(column.key for column in POLICE_LIST.answers)


def type_answers(code: str, typed: Mapping[int, Mapping[str, str]], *, actor: Actor, on: date) -> Received:
    """Takes answers in that were typed.

    Args:
        code: of the batch.
        typed: by number of the row what stands in which answer column (`forms.police`); empty cells say nothing.
        actor: who answers.
        on: the day.

    Raises:
        Refused: there is no such batch, nothing was typed, or the actor may not.
    """
    batch = batch_seen(code, actor=actor)
    told = {
        number: {key: cells[key].strip() for key in _KEYS if cells.get(key, "").strip()}
        for number, cells in sorted(typed.items())
    }
    filled = {number: cells for number, cells in told.items() if cells}
    if not filled:
        raise refused("typed_nothing")
    rows = [
        ReturnedRow(
            sheet=POLICE_LIST.sheet, row=sent.number, code=sent.code, facts=sent.facts, answers=filled[sent.number]
        )
        for sent in sent_rows(batch)
        if sent.number in filled
    ]
    content = canonical({"batch": code, "rows": {str(number): cells for number, cells in filled.items()}}).encode()
    read = typed_return(rows, f"trả lời trên trang {on:%d-%m-%Y}.json", hashlib.sha256(content).hexdigest())
    return receive_answer(Came(read=read, content=content, batch=code), actor=actor, on=on)
