"""A backup is written: one tar archive, sealed, whose first part is the manifest; then opened again and compared.

The home cannot open what it seals for the recovery key. So each backup is sealed for one more key, which is made for
it, is used to read the whole file back, and is forgotten.
"""

import hashlib
import shutil
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sosach.findings.notices import refused
from sosach.outputs.whole_files import whole_files
from sosach.store.backup.database import copy_database
from sosach.store.backup.manifest import NAME, KeptFile, Manifest
from sosach.store.home import DATABASE, Home, identity
from sosach.store.lock import alone
from sosach.store.sealing import BEGINS, Key, new_key, refuse_strange, seal_stream, unseal_stream

DATABASE_FOLDER = "database"  # within the archive

_PIECE = 1 << 20  # bytes read at once
_STAGING = "backup.new"  # of the home; the copied database lies there as openly as the database itself


def write_backup(home: Home, target: Path, wanted: Sequence[str], *, unit: str, on: str) -> Manifest:
    """Writes a backup of the open home, reads it back and puts it into its place; whole or not at all.

    Args:
        home: whose database is open.
        target: the file; a backup that stands there is replaced once the new one is found good.
        wanted: recipients.
        unit: the commune, for the manifest.
        on: ISO day, or empty.

    Raises:
        Refused: the place is taken by something else, cannot be written, is full; the database is damaged; another
            backup is being made.
    """
    refuse_strange(wanted)
    _refuse_other_file(target)
    with alone(home.folder / "backup.lock", "backup_running"), whole_files(target.absolute().parent) as placing:
        fresh = placing.fresh(target)
        staging = home.folder / _STAGING
        shutil.rmtree(staging, ignore_errors=True)  # of a backup that was stopped
        try:
            manifest, parts = _gather(home, staging, unit, on)
            _write_and_compare(fresh, _archive(manifest, parts), wanted)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return manifest


def _refuse_other_file(target: Path) -> None:
    if target.is_file():
        with target.open("rb") as file:
            if not file.read(len(BEGINS)).startswith(BEGINS):
                raise refused("backup_other_file", path=target)


@dataclass(frozen=True, slots=True)
class _Part:
    """A file that goes into the archive."""

    place: Path
    kept: KeptFile


def _gather(home: Home, staging: Path, unit: str, on: str) -> tuple[Manifest, list[_Part]]:
    """The database first: a file that a transaction speaks of was there before the transaction ended."""
    database = copy_database(home, staging / DATABASE_FOLDER)
    parts = [_part(place, f"{DATABASE_FOLDER}/{place.name}") for place in sorted((staging / DATABASE_FOLDER).iterdir())]
    parts += [_part(place, place.relative_to(home.folder).as_posix()) for place in _files(home)]
    if home.denials.exists():  # it grows while the backup is written
        parts.append(_part(Path(shutil.copy(home.denials, staging)), home.denials.name))
    kept = tuple(part.kept for part in parts)
    return Manifest(home=identity(home).name, unit=unit, on=on, database=database, files=kept), parts


def _files(home: Home) -> list[Path]:
    """What is kept of a home: everything but the database, locks, backups, and what is being written."""
    left_out = {_STAGING, home.backups.name, home.last_backup.name, home.denials.name, "jobs", "prepared"}
    found = []
    for place in sorted(home.folder.rglob("*")):
        first = place.relative_to(home.folder).parts[0]
        hidden = first.startswith((".", DATABASE)) or place.suffix in (".new", ".lock")
        if place.is_file() and not hidden and first not in left_out:
            found.append(place)
    return found


def _part(place: Path, path: str) -> _Part:
    with place.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return _Part(place, KeptFile(path, place.stat().st_size, sha256))


def _archive(manifest: Manifest, parts: Sequence[_Part]) -> Iterator[bytes]:
    """The bytes of the archive."""
    told = manifest.as_json()
    yield _heading(NAME, len(told))
    yield _padded(told, len(told))
    for part in parts:
        yield _heading(part.kept.path, part.kept.size)
        read = 0
        with part.place.open("rb") as file:
            while piece := file.read(_PIECE):
                read += len(piece)
                yield piece
        if read != part.kept.size:
            raise refused("home_file_altered", path=part.place)
        yield _padded(b"", read)
    yield bytes(2 * tarfile.BLOCKSIZE)


def _heading(name: str, size: int) -> bytes:
    about = tarfile.TarInfo(name)
    about.size, about.mode = size, 0o600
    return about.tobuf(tarfile.PAX_FORMAT)


def _padded(content: bytes, written: int) -> bytes:
    return content + bytes(-written % tarfile.BLOCKSIZE)


@dataclass(slots=True)
class _Flow:
    """Bytes that are made while they are read, and their hash."""

    pieces: Iterator[bytes]
    rest: bytes = b""
    digest: Any = field(default_factory=hashlib.sha256)

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; `size` is a wish."""
        while not self.rest:
            piece = next(self.pieces, None)
            if piece is None:
                return b""
            self.rest = piece
        taken = self.rest if size < 0 else self.rest[:size]
        self.rest = self.rest[len(taken) :]
        self.digest.update(taken)
        return taken


@dataclass(slots=True)
class _Digesting:
    """A place that keeps nothing but the hash of what is written."""

    digest: Any = field(default_factory=hashlib.sha256)

    def write(self, content: bytes, /) -> int:
        """Takes bytes in."""
        self.digest.update(content)
        return len(content)


def _write_and_compare(place: Path, archive: Iterator[bytes], wanted: Sequence[str]) -> None:
    forgotten: Key = new_key()
    flow = _Flow(archive)
    with place.open("wb") as file:
        seal_stream(flow, file, (*wanted, forgotten.recipient))
    told = _Digesting()
    with place.open("rb") as file:
        unseal_stream(file, told, forgotten, place.name)
    if told.digest.digest() != flow.digest.digest():
        raise refused("backup_differs", path=place)
