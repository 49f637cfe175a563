"""The files of an upload are kept in the home for a while, to be taken out again: by whom and what for is written down.

They say nothing that the database does not hold; a backup leaves them out. After thirty days they are removed.
"""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.desk.prepare_upload import PreparedUpload, prepare_upload
from sosach.store.desk.take_out import take_out
from sosach.store.log.act import Actor
from sosach.store.start import current
from sosach.store.upload.models import Upload
from sosach.store.upload.selectors import upload_of
from sosach.store.upload.services.preparing import ToPrepare
from sosach.store.writing import writing

KEPT = timedelta(days=30)
_FOLDER, _NEW = "prepared", "being-made"


def prepare_and_keep(register: str, wanted: ToPrepare, *, actor: Actor, on: date) -> PreparedUpload:
    """Prepares the next upload of a register; its files lie in the home, by its code.

    Args:
        register: its name.
        wanted: the export; of `out` the name alone counts.
        actor: who prepares it.
        on: the day.

    Raises:
        Refused: see `desk.prepare_upload`.
    """
    _forget_old(on)
    with writing():
        place = _place(_NEW)
        shutil.rmtree(place, ignore_errors=True)  # of a work that was stopped
        place.mkdir(parents=True, mode=0o700)
        made = prepare_upload(register, replace(wanted, out=place / wanted.out.name), actor=actor, on=on)
        shutil.rmtree(_place(made.done.upload.code), ignore_errors=True)  # of an upload that never came to be
        place.replace(_place(made.done.upload.code))
    return made


def kept_files(code: str) -> list[Path]:
    """The files of an upload that the home still keeps."""
    place = _place(code)
    return sorted(place.iterdir()) if place.is_dir() else []


def take_kept(code: str, purpose: str, *, actor: Actor, on: date) -> list[Path]:
    """The files of an upload, to be handed out; the log says who takes them and what for.

    Raises:
        Refused: the actor may not, there is no such upload, its files are kept no longer, or the purpose is missing.
    """
    require(actor, Right.UPLOAD)
    upload = upload_of(code)
    files = [] if upload.cancelled_by is not None else kept_files(code)
    if not files:
        raise refused("upload_files_gone", value=code)
    if not purpose.strip():
        raise refused("purpose_missing")
    take_out("upload", code, purpose.strip(), actor=actor, on=on)
    return files


def _forget_old(on: date) -> None:
    still = Upload.objects.filter(cancelled_by=None, prepared_on__gte=on - KEPT).values_list("code", flat=True)
    folder = current().folder / _FOLDER
    for place in folder.iterdir() if folder.is_dir() else ():
        if place.name not in set(still):
            shutil.rmtree(place, ignore_errors=True)


def _place(code: str) -> Path:
    return current().folder / _FOLDER / code
