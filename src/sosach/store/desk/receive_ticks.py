"""A typing list comes back and is taken in."""

from datetime import date

from sosach.findings.notices import refused
from sosach.intake.typing_ticks import Ticks
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.log.act import Act, Actor
from sosach.store.originals import keep_original
from sosach.store.upload.services.ticking import Received, find, receive
from sosach.store.writing import writing


def receive_ticks(ticks: Ticks, content: bytes, *, actor: Actor, on: date) -> Received:
    """Takes the ticks of a typing list in.

    Args:
        ticks: the list, read.
        content: the file as it lies on disk.
        actor: who takes it in.
        on: the day.

    Raises:
        Refused: the actor may not; the list is of another home, its columns are out of step, nothing is ticked, or its
            upload was cancelled (the file is kept aside then).
    """
    require(actor, Right.UPLOAD)
    with writing():
        upload = find(ticks)
        if upload.cancelled_by is None:
            return receive(ticks, content, upload, Act(actor=actor, on=on, source="upload"))
    keep_original(content)
    raise refused("upload_list_cancelled", batch=upload.code, value=upload.cancelled_by, file=ticks.name)
