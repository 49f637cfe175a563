"""The whole home goes into one sealed file, and that is remembered: who took a copy of all persons, and when."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sosach.findings.notices import Notice, notice, refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import campaign, require
from sosach.store.backup.archive import write_backup
from sosach.store.backup.manifest import Manifest
from sosach.store.files import keep_as
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.sealing import recipients
from sosach.store.start import current
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What came of it."""

    file: Path
    size: int  # bytes
    manifest: Manifest
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last one that was made and found good."""

    on: date
    file: str
    events: int  # number of the last event in it


def back_up(file: Path, more: Sequence[str] = (), *, actor: Actor, on: date) -> BackedUp:
    """Writes a backup of the home. The event that says so comes first, so that the copy has it too.

    Args:
        file: where to.
        more: recipients besides those of the home.
        actor: who makes it.
        on: the day.

    Raises:
        Refused: the actor may not, or the backup cannot be written; an older backup in its place is left alone.
    """
    require(actor, Right.BACKUP)
    home, wanted = current(), list(dict.fromkeys((*recipients(current()), *more)))
    if file.absolute().is_relative_to(home.folder.absolute()):
        raise refused("backup_inside", path=file)
    with writing():
        begin("backup", Act(actor=actor, on=on), file=file.name, recipients=wanted)
    manifest = write_backup(home, file, wanted, unit=campaign().unit_name, on=on.isoformat())
    told = {"on": on.isoformat(), "file": str(file.absolute()), "events": manifest.database.events}
    keep_as(home.last_backup, json.dumps(told, ensure_ascii=False).encode())
    same_disk = file.stat().st_dev == home.folder.stat().st_dev
    said = (notice("backup_beside", path=file),) if same_disk else ()
    return BackedUp(file, file.stat().st_size, manifest, said)


def last_backup() -> LastBackup | None:
    """The last backup of this home, None where there was none, or where nothing readable tells of it."""
    try:
        told = json.loads(current().last_backup.read_text(encoding="utf-8"))
        return LastBackup(date.fromisoformat(told["on"]), str(told["file"]), int(told["events"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
