"""The list of a batch once more, from the rows that were frozen when it left.

The file that was handed over is sealed with the home's originals; this one says the same, row by row.
"""

from datetime import date
from pathlib import Path

from sosach.findings.notices import refused
from sosach.outputs.police_workbook import PoliceBatch, write_police_list
from sosach.registers.catalogue import registers
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import campaign, may, require
from sosach.store.desk.take_out import take_out
from sosach.store.log.act import Actor
from sosach.store.police.models import Batch
from sosach.store.police.selectors import batch_of, sent_rows


def batch_seen(code: str, *, actor: Actor) -> Batch:
    """A batch that holds, if the actor has to do with batches.

    Raises:
        Refused: there is none, it was cancelled, or it is none of the actor's business: all are the same.
    """
    found = batch_of(code)
    if found.cancelled_by is not None or not (may(actor, Right.SEND) or may(actor, Right.RECEIVE)):
        raise refused("police_batch_none", value=code)
    return found


def write_batch_file(code: str, out: Path, password: str | None, *, actor: Actor, on: date) -> None:
    """Writes the list of a batch as it was sent; the log says who took it.

    Raises:
        Refused: there is no such batch, the actor may not see numbers, or the password is too short.
    """
    batch = batch_seen(code, actor=actor)
    require(actor, Right.SEE_NUMBER)
    home = campaign()
    about = PoliceBatch(
        code=batch.code,
        person=registers()[batch.register].person,
        unit=home.unit_name,
        unit_code=home.unit_code,
        sent_on=batch.sent_on,
        due=batch.due,
    )
    write_police_list(out, about, sent_rows(batch), password)
    take_out("police_list", code, actor=actor, on=on)
