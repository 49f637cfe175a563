"""The first steps with a file: what it is, its password, its container; then the child starts to read.

Imports nothing heavy: a command can start reading before it loads what it needs for the rest.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sosach.findings.notices import Notice, Refused, notice, refused
from sosach.intake import ole
from sosach.intake.child import READER, UNLOCKER, Child, End
from sosach.intake.container import EXTENSIONS, Container, Kind, kind_of, open_container
from sosach.intake.options import Limits, ReadingOptions

_SHARING_VIOLATION = (32, 33)  # Windows: another program holds the file
# How cells are marked in what the child sends; the same characters as in `sosach.text.cells`, which loads polars.
MARKS = {
    "number": "\ue000", "shown": "\ue001", "date": "\ue002", "truth": "\ue003",
    "error": "\ue004", "uncached": "\ue005", "tcvn3": "\ue006", "vni": "\ue007",
}  # fmt: skip
_WORDS = {Kind.CSV: "văn bản CSV", Kind.XLS: "bảng tính .xls", Kind.ODS: "bảng tính .ods", Kind.XLSB: "bảng tính .xlsb"}
_TEXT_EXTENSIONS = (".csv", ".txt", ".tsv")


@dataclass(frozen=True, slots=True)
class Opening:
    """A file that a child is reading."""

    path: Path
    sha256: str  # of the bytes on disk
    kind: Kind
    data: bytes  # without password
    container: Container | None  # of zip files
    notices: tuple[Notice, ...]
    child: Child


def start(path: Path, options: ReadingOptions, reader: Sequence[str] = READER) -> Opening:
    """Looks at the file and starts the child that reads it.

    Args:
        path: the workbook.
        options: how to read it.
        reader: the command that starts the child.

    Raises:
        Refused: the file cannot be used, or should not be opened.
    """
    stored = _bytes_of(path)
    data = _unlocked(stored, path, options)
    kind = Kind.XLS if (found := kind_of(data)) is Kind.OLE else found
    _refuse_others(kind, path)
    container = open_container(path.name, data, options.limits) if kind in _ZIPPED else None
    child = Child(reader, options.limits)
    child.ask({"kind": "csv" if kind is Kind.CSV else "book", "sheets": list(options.sheets), "marks": MARKS}, data)
    sha256 = hashlib.sha256(stored).hexdigest()
    return Opening(path, sha256, kind, data, container, _notices(path, kind), child)


_ZIPPED = (Kind.XLSX, Kind.XLSM, Kind.XLSB, Kind.ODS)


def _bytes_of(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise refused("file_temporary", file=path.name)
    try:
        if path.is_dir():
            raise refused("file_folder", file=path.name)
        data = path.read_bytes()
    except PermissionError as failure:
        held = getattr(failure, "winerror", None) in _SHARING_VIOLATION
        raise refused("file_locked" if held else "file_denied", file=path.name) from failure
    except OSError as failure:
        raise refused("file_not_found", file=path.name) from failure
    if not data:
        raise refused("file_empty", file=path.name)
    return data


def _unlocked(data: bytes, path: Path, options: ReadingOptions) -> bytes:
    """The bytes without their password."""
    if kind_of(data) is not Kind.OLE:
        return data
    lock = ole.lock_of(data)
    if lock is ole.Lock.NONE:
        return data
    if lock is ole.Lock.OLD:
        raise refused("file_old_encryption", file=path.name)
    if lock is ole.Lock.DAMAGED:
        raise refused("file_truncated", file=path.name)
    if lock is ole.Lock.STRANGE:
        raise refused("file_not_workbook", file=path.name, extension=_extension(path))
    if options.password is None:
        raise refused("file_password", file=path.name)
    return _decrypted(data, path, options.password, options.limits)


def _decrypted(data: bytes, path: Path, password: str, limits: Limits) -> bytes:
    with Child(UNLOCKER, limits) as child:
        child.ask({"password": password}, data)
        answer = child.answer()
    if answer.end is End.SLOW:
        raise refused("file_time", file=path.name, limit=f"{limits.seconds:.0f}")
    header, payload = answer.messages[-1] if answer.messages else ({}, b"")
    match header.get("found"):
        case "unlocked":
            return payload
        case "wrong":
            raise refused("file_password_wrong", file=path.name)
        case _:
            raise refused("file_old_encryption", file=path.name)


def _refuse_others(kind: Kind, path: Path) -> None:
    """Files that are no workbook."""
    extension = _extension(path)
    if kind is Kind.HTML:
        raise refused("file_html", file=path.name)
    if kind is Kind.PARQUET:
        raise refused("file_wrong_parquet", file=path.name, extension=extension)
    if kind is Kind.OTHER:
        known = {e for extensions in EXTENSIONS.values() for e in extensions}
        if path.suffix.lower() in known - set(_TEXT_EXTENSIONS):
            raise refused("file_not_workbook", file=path.name, extension=extension)
        raise refused("file_type", file=path.name, extension=extension)


def _notices(path: Path, kind: Kind) -> tuple[Notice, ...]:
    said = []
    if path.suffix.lower() not in EXTENSIONS[kind]:
        said.append(
            notice(
                "file_wrong_extension",
                file=path.name,
                extension=_extension(path),
                kind=_WORDS.get(kind, "bảng tính .xlsx"),
            )
        )
    if kind is Kind.XLSM:
        said.append(notice("file_macro", file=path.name))
    beside = (
        path.with_name("~$" + path.name),
        path.with_name("~$" + path.name[2:]),
        path.with_name(f".~lock.{path.name}#"),
    )
    if any(map(_is_there, beside)):
        said.append(notice("file_open", file=path.name))
    return tuple(said)


def _is_there(lock: Path) -> bool:
    try:
        return lock.exists()
    except OSError:  # a name longer than can be
        return False


def _extension(path: Path) -> str:
    return path.suffix.lower() or "trống"


def stopped(opening: Opening, end: End, sheet: str, limits: Limits) -> Refused:
    """The refusal for a child that did not answer."""
    file = opening.path.name
    if end is End.SLOW:
        return refused("file_time", file=file, limit=f"{limits.seconds:.0f}")
    return refused("file_reader_stopped", file=file, sheet=sheet, extension=_extension(opening.path))
