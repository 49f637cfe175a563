"""A draft, read: once per set of reading options, and remembered for a while, since reading takes a second."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from sosach.findings.notices import refused
from sosach.intake.options import ReadingOptions
from sosach.intake.parquet import open_parquet
from sosach.intake.read import read
from sosach.intake.reading import Opened
from sosach.store.desk.drafts import Draft
from sosach.store.registers.as_of import day_told
from sosach.store.registers.services.importing import File

# Passwords of files are kept nowhere but here: a process that starts anew asks again.
_PASSWORDS: dict[str, str] = {}


def remember_password(draft: Draft, password: str) -> None:
    """Keeps the password of a file as long as this process runs."""
    _PASSWORDS[draft.key] = password


def opened(draft: Draft) -> Opened:
    """The file as it is read with the options of the draft.

    Raises:
        Refused: the file cannot be used like this.
    """
    return _opened(draft.path, draft.register, draft.sheets, draft.mapping, _PASSWORDS.get(draft.key))


def file(draft: Draft, on: date) -> File:
    """The file, ready to be taken in.

    Raises:
        Refused: the file cannot be used like this.
    """
    told = opened(draft)
    as_of = date.fromisoformat(draft.as_of) if draft.as_of else day_told((s.title for s in told.sheets), on) or on
    return File(told, draft.path.read_bytes(), as_of)


@lru_cache(maxsize=4)
def _opened(
    path: Path, register: str, sheets: tuple[str, ...], mapping: tuple[tuple[str, str], ...], password: str | None
) -> Opened:
    if not path.is_file():
        raise refused("draft_none")
    if path.suffix.lower() == ".parquet":
        return open_parquet(path, register or None)
    options = ReadingOptions(
        register=register or None,
        sheets=sheets,
        mapping=mapping,
        insist=bool(register),
        password=password,
        profile=path.parent.parent / "sosach-columns.toml",  # mappings are remembered for the home's next files
    )
    return read(path, options)
