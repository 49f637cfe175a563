"""An upload is prepared: files are written and proven, and every fact in them is kept with the event it came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from sosach.findings.notices import refused
from sosach.forms.form import SentRow
from sosach.forms.typing_list import TYPING_LIST
from sosach.intake.facts import column_number
from sosach.intake.reading import Reading
from sosach.outputs.upload.prepare import Prepared, prepare_upload
from sosach.outputs.upload.prepare import Upload as Wanted
from sosach.outputs.upload.settled import RECORD, LeftOut
from sosach.outputs.upload.typing_list import DOUBLE, ListSeal
from sosach.registers.register import Register
from sosach.store import bulk
from sosach.store.accounts.selectors import campaign, commune
from sosach.store.log.act import Act
from sosach.store.log.chain import canonical
from sosach.store.log.selectors import head
from sosach.store.log.services import Operation, begin
from sosach.store.originals import keep_original
from sosach.store.registers.cleaned import clean
from sosach.store.registers.models import Import
from sosach.store.registers.selectors import imports
from sosach.store.seals.services import key
from sosach.store.upload.collecting import Collected, Key, Source, collected
from sosach.store.upload.models import Fact, Upload
from sosach.store.upload.tidying import tidied

PREFIX = "CN"  # cập nhật; what the codes of uploads begin with

_FACT = (
    *("upload_id", "person_id", "field", "old", "new", "event", "is_new", "hamlet"),
    *("sheet", "cell", "number", "code", "printed"),
)
_UNTOUCHED = {"typed": "", "taken": ""}
_LABEL = next(place for place, column in enumerate(TYPING_LIST.facts) if column.key == "field")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPrepare:
    """What is to be prepared."""

    reading: Reading  # of the export
    base: Path
    out: Path
    password: str | None = None  # of the export
    with_cleaning: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it."""

    upload: Upload
    operation: Operation
    written: Prepared
    collected: Collected


def prepare(wanted: ToPrepare, act: Act) -> Done:
    """Prepares an upload; within `writing()`.

    The files are in their places before the transaction ends: an upload without its files cannot be; files without
    their upload can only be what a process that was killed in between has left.

    Raises:
        Refused: the export is not the last one of its register, nothing is ready, or a file cannot be written or
            proven.
    """
    register = wanted.reading.register
    base = base_of(wanted.reading, register)
    typed = clean(wanted.reading.frame, register, act.on, commune(act.on))
    ready = _ready(wanted, register, base, typed)
    code = f"{PREFIX}-{Upload.objects.count() + 1:02}"
    written = prepare_upload(wanted.base, wanted.out, _upload(wanted, typed, ready, _seal(code, act)))
    upload = _kept(wanted, written, base, code)
    upload.prepared_on = act.on
    facts = list(_facts(written, ready, wanted.reading))
    operation = begin(
        "upload",
        act,
        register=register.name,
        upload=code,
        base=base.operation,
        cells=upload.cells,
        lines=upload.lines,
        sha256=[upload.sha256, upload.list_sha256, upload.new_sha256],
    )
    upload.operation = operation.number
    upload.save(force_insert=True)
    columns = (*_FACT, *_UNTOUCHED)
    bulk.insert(Fact, columns, ((operation.number, *fact, *_UNTOUCHED.values()) for fact in facts))
    return Done(upload, operation, written, ready)


def base_of(reading: Reading, register: Register) -> Import:
    """The import of an export, which must be the last one of its register: what the software shows now.

    Raises:
        Refused: it was never taken in, or a later export was.
    """
    taken = imports(register.name)
    found = next((one for one in taken if one.sha256 == reading.sha256), None)
    if found is None:
        raise refused("upload_base_unknown", file=reading.name, register=register.name)
    if found.operation != taken[0].operation:
        last = taken[0]
        raise refused(
            "upload_base_old",
            file=reading.name,
            count=found.operation,
            count_2=last.operation,
            on=f"{last.as_of:%d/%m/%Y}",
        )
    return found


def cancel(undone: int, operation: Operation) -> None:
    """Takes an upload back that nobody has worked on.

    Raises:
        Refused: its list was ticked, or it was compared with a later export.
    """
    upload = Upload.objects.get(operation=undone)
    for ticking in upload.tickings.filter(undone_by=None).order_by("operation")[:1]:
        raise refused("upload_ticked", batch=upload.code, count=ticking.operation, value=undone)
    for fact in upload.facts.exclude(confirmed_by=None)[:1]:
        raise refused("upload_compared", count=fact.confirmed_by, value=undone)
    Upload.objects.filter(operation=undone).update(cancelled_by=operation.number)


def _ready(wanted: ToPrepare, register: Register, base: Import, typed: pl.DataFrame) -> Collected:
    """What goes back; tidier writing too, where it was asked for."""
    ready = collected(register, base, typed)
    if wanted.with_cleaning:
        tidy, sources = tidied(register, base, typed, ready.settled)
        ready = replace(ready, settled=(*ready.settled, *tidy), sources={**ready.sources, **sources})
    if not ready.sources.keys() - ready.typed:
        raise refused(
            "upload_none_ready",
            register_label=register.label,
            file=wanted.base.name,
            held=ready.held,
            waiting=ready.waiting,
            typed=len(ready.typed),
        )
    return ready


def _seal(code: str, act: Act) -> ListSeal:
    return ListSeal(code=code, key=key(), unit=campaign().unit_name, on=act.on, log_head=head()[1])


def _upload(wanted: ToPrepare, typed: pl.DataFrame, ready: Collected, seal: ListSeal) -> Wanted:
    return Wanted(
        reading=wanted.reading,
        typed=typed,
        settled=ready.settled,
        new_persons=ready.new_persons,
        seal=seal,
        password=wanted.password,
        unlisted=ready.typed | {name for name, source in ready.sources.items() if source.event is None},
    )


def _kept(wanted: ToPrepare, written: Prepared, base: Import, code: str) -> Upload:
    """The upload, with the bytes of its files kept in the home."""
    paths = (written.workbook, written.typing_list, written.new_persons)
    workbook, listed, new = (keep_original(path.read_bytes()) if path else "" for path in paths)
    return Upload(
        code=code,
        register=wanted.reading.register.name,
        base=base,
        cells=len(written.stated["cells_changed"]) if written.stated else 0,
        lines=len(written.rows),
        file_name=wanted.out.name if written.workbook else "",
        sha256=workbook,
        list_sha256=listed,
        new_sha256=new,
        proof=canonical(written.stated) if written.stated else "",
    )


def _facts(written: Prepared, ready: Collected, reading: Reading) -> Iterator[tuple[object, ...]]:
    """The rows of the table: every fact that is in the workbook or on the list."""
    listed = _listed(written, reading.register)
    places = _places(written, ready, reading)
    already = {(one.change, one.field) for one, why in written.left_out if why is LeftOut.ALREADY}
    for name, source in ready.sources.items():
        if name in already:
            continue
        row = listed.get(name)
        sheet, cell = places.get(name, ("", ""))
        yield (*_said(source), sheet, cell, *_row(row))


def _said(source: Source) -> tuple[object, ...]:
    values = (source.old, source.new, source.event)
    return (source.person, source.field, *values, source.is_new, source.hamlet)


def _row(row: SentRow | None) -> tuple[object, ...]:
    return (None, "", "") if row is None else (row.number, row.code, canonical(list(row.facts)))


def _listed(written: Prepared, register: Register) -> Mapping[Key, SentRow]:
    """The row of the typing list of every fact."""
    fields = {DOUBLE: RECORD} | {field.label: field.name for field in register.fields}
    return {
        (change, fields[row.facts[_LABEL]]): row for row, change in zip(written.rows, written.row_changes, strict=True)
    }


def _places(written: Prepared, ready: Collected, reading: Reading) -> Mapping[Key, tuple[str, str]]:
    """The cell of every fact that stands in the workbook."""
    if written.stated is None:
        return {}
    changed = {(cell["sheet"], cell["cell"]) for cell in written.stated["cells_changed"]}
    letters = _letters(reading)
    found: dict[Key, tuple[str, str]] = {}
    for one in ready.settled:
        if one.where is None:
            continue
        sheet, row = one.where
        for letter in letters.get((sheet, one.field), ()):
            if (sheet, f"{letter}{row}") in changed:
                found[one.change, one.field] = (sheet, f"{letter}{row}")
    return found


def _letters(reading: Reading) -> Mapping[tuple[str, str], Sequence[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for column in sorted(reading.columns, key=lambda column: column_number(column.letter)):
        if column.field:
            found.setdefault((column.sheet, column.field), []).append(column.letter)
    return found
