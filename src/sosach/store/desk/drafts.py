"""A file on its way in: kept in the home while somebody looks at it, step by step, and gone once it is taken in.

Whoever leaves in the middle finds it again; what nobody touched for a week is removed. A draft changes nothing.
"""

import json
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.files import keep_as
from sosach.store.log.act import Actor
from sosach.store.start import current

_FOLDER, _FACTS = "drafts", "draft.json"
_KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file that was handed in."""

    key: str  # random; names it in addresses
    file: str  # its bare name
    actor: str
    at: str  # ISO moment
    register: str = ""  # empty: recognised
    sheets: tuple[str, ...] = ()
    mapping: tuple[tuple[str, str], ...] = ()
    as_of: str = ""  # ISO day; empty: that of the file, or today

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return _place(self.key) / self.file


def hand_in(name: str, content: bytes, register: str, as_of: date | None, *, actor: Actor, at: datetime) -> Draft:
    """Keeps a file that was handed in.

    Raises:
        Refused: the actor may not import.
    """
    require(actor, Right.IMPORT)
    _forget_old(at)
    bare = Path(name.replace("\\", "/")).name.lstrip(".") or "tep"
    draft = Draft(
        key=secrets.token_hex(12),
        file=bare[:150],
        actor=actor.name,
        at=at.isoformat(),
        register=register,
        as_of=as_of.isoformat() if as_of else "",
    )
    _place(draft.key).mkdir(parents=True, mode=0o700)
    keep_as(draft.path, content)
    _write(draft)
    return draft


def draft(key: str, *, actor: Actor) -> Draft:
    """A draft of one's own.

    Raises:
        Refused: there is none; somebody else's is none either.
    """
    found = next((one for one in drafts(actor) if one.key == key), None)
    if found is None:
        raise refused("draft_none")
    return found


def drafts(actor: Actor) -> list[Draft]:
    """The drafts of an actor, the latest first."""
    folder = current().folder / _FOLDER
    found = [_read(place) for place in folder.glob(f"*/{_FACTS}")] if folder.is_dir() else []
    return sorted((one for one in found if one.actor == actor.name), key=lambda one: one.at, reverse=True)


def altered(old: Draft, **changes: object) -> Draft:
    """The draft with other reading options, kept."""
    fresh = replace(old, **changes)  # type: ignore[arg-type]  # names and types are the caller's
    _write(fresh)
    return fresh


def forget(old: Draft) -> None:
    """Removes a draft."""
    shutil.rmtree(_place(old.key), ignore_errors=True)


def _place(key: str) -> Path:
    return current().folder / _FOLDER / key


def _write(one: Draft) -> None:
    keep_as(_place(one.key) / _FACTS, json.dumps(asdict(one), ensure_ascii=False).encode())


def _read(place: Path) -> Draft:
    told: Mapping[str, object] = json.loads(place.read_text(encoding="utf-8"))
    mapping = tuple((str(a), str(b)) for a, b in told["mapping"])  # type: ignore[attr-defined]  # as it was written
    sheets = tuple(map(str, told["sheets"]))  # type: ignore[call-overload]  # as it was written
    texts = {name: str(told[name]) for name in ("key", "file", "actor", "at", "register", "as_of")}
    return Draft(**texts, sheets=sheets, mapping=mapping)


def _forget_old(now: datetime) -> None:
    folder = current().folder / _FOLDER
    for place in folder.glob(f"*/{_FACTS}") if folder.is_dir() else ():
        one = _read(place)
        if datetime.fromisoformat(one.at) < now - _KEPT:
            forget(one)
