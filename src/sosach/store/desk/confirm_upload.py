"""A later export shows what the national software took over; one that is not in the home yet is taken in first."""

from dataclasses import dataclass
from datetime import date

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.desk.import_register import Imported, import_register
from sosach.store.log.act import Act, Actor
from sosach.store.progress import stage
from sosach.store.registers.models import Import
from sosach.store.registers.selectors import imports, register_named
from sosach.store.registers.services.importing import File
from sosach.store.upload.services.confirming import Confirmed, compare
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class ConfirmedUpload:
    """What came of it."""

    confirmed: Confirmed
    imported: Imported | None  # None: the export was in the home before


def confirm_upload(register: str, file: File, accept: str = "", *, actor: Actor, on: date) -> ConfirmedUpload:
    """Compares an export with what was uploaded before it.

    Args:
        register: its name.
        file: the export, read.
        accept: the reason for taking in an export that is doubtful as a whole.
        actor: who compares.
        on: the day.

    Raises:
        Refused: the actor may not, the export is of another register or doubtful as a whole, or nothing was uploaded
            before it; nothing is changed then.
    """
    require(actor, Right.UPLOAD)
    known = register_named(register)
    if file.opened.register.name != register:
        raise refused("upload_base_register", file=file.opened.name, register_label=file.opened.register.label)
    with writing():
        imported = None
        later = _taken(register, file)
        if later is None:
            imported = import_register(file, accept, actor=actor, on=on)
            later = Import.objects.get(operation=imported.taken.operation)
        stage("comparing")
        return ConfirmedUpload(compare(later, known, Act(actor=actor, on=on, source="upload")), imported)


def _taken(register: str, file: File) -> Import | None:
    """The import of this very file."""
    return next((one for one in imports(register) if one.sha256 == file.opened.sha256), None)
