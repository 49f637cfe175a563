"""What was settled goes back into the national software: files are prepared and proven."""

from dataclasses import dataclass
from datetime import date

from sosach.findings.notices import Notice, notice, refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.log.act import Act, Actor
from sosach.store.progress import stage
from sosach.store.registers.selectors import register_named
from sosach.store.upload.services.preparing import Done, ToPrepare, prepare
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class PreparedUpload:
    """What came of it."""

    done: Done
    notices: tuple[Notice, ...]


def prepare_upload(register: str, wanted: ToPrepare, *, actor: Actor, on: date) -> PreparedUpload:
    """Prepares the next upload of a register.

    Args:
        register: its name.
        wanted: the export and where the files go.
        actor: who prepares it.
        on: the day.

    Raises:
        Refused: the actor may not, the export is of another register or not the last one, nothing is ready, or a file
            cannot be written or proven.
    """
    require(actor, Right.UPLOAD)
    register_named(register)
    if wanted.reading.register.name != register:
        raise refused("upload_base_register", file=wanted.reading.name, register_label=wanted.reading.register.label)
    with writing():
        stage("preparing")
        done = prepare(wanted, Act(actor=actor, on=on))
    return PreparedUpload(done, _notices(done, wanted))


def _notices(done: Done, wanted: ToPrepare) -> tuple[Notice, ...]:
    """What did not go, and why."""
    counted = {
        "upload_held": done.collected.held,
        "upload_waiting": done.collected.waiting,
        "upload_not_in_export": done.collected.not_in_export,
    }
    fields = wanted.reading.register.by_name
    unplaced = ", ".join(fields[name].label for name in done.written.unplaced_fields)
    return (
        *done.written.notices,
        *(notice(code, count=count) for code, count in counted.items() if count),
        *([notice("upload_unplaced", column=unplaced)] if unplaced else []),
    )
