"""A home is made from a backup, on this machine or another one: only as a whole, and only when everything fits.

Everything is opened beside the place of the home and compared: files with the manifest, originals with their hashes,
rows with the counts, the chain with its head. Then the folder takes its name.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sosach.findings.notices import Refused, refused
from sosach.outputs.failures import refusal_of
from sosach.store import start
from sosach.store.backup.archive import DATABASE_FOLDER
from sosach.store.backup.database import is_begun, kept_in, take_tables
from sosach.store.backup.manifest import KeptDatabase, Manifest
from sosach.store.backup.unpacking import unpack
from sosach.store.home import DATABASE, Home, create, identity
from sosach.store.log.chain import Fault
from sosach.store.log.selectors import first_fault
from sosach.store.originals import original
from sosach.store.sealing import SUFFIX, Key, read_key


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it."""

    home: Home
    manifest: Manifest
    originals: int  # files opened with the key and compared
    fault: Fault | None  # of the chain; it was there when the backup was made


def restore(file: Path, key_file: Path, folder: Path, address: str | None) -> Restored:
    """Makes a home from a backup.

    Args:
        file: the backup.
        key_file: the recovery key.
        folder: of the new home; not there, or empty.
        address: of an empty PostgreSQL database (`DATABASE_URL`); None for SQLite.

    Raises:
        Refused: the folder or the database holds something, the key is another one's, or the backup is not as it was
            written; then nothing was made.
    """
    key = read_key(key_file)
    with _staging(folder) as staging:
        manifest = unpack(file, key, staging)
        _refuse_other_engine(manifest.database, address, file.name)
        home = Home(staging)
        if identity(home).name != manifest.home:
            raise refused("backup_strange", file=file.name, value=home.mark.name)
        opened = _compare_originals(home, key)
        _bring_database(home, manifest.database, address, file.name)
        start.close()
        shutil.rmtree(staging / DATABASE_FOLDER, ignore_errors=True)
        if folder.exists():
            folder.rmdir()
        staging.replace(folder)
    made = start.open_home(folder, address)
    return Restored(made, manifest, opened, first_fault())


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A folder beside the future home, on the same disk; gone when something was refused."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refused("restore_not_empty", path=folder)
    staging = folder.absolute().with_name(f"{folder.name}.restoring")
    shutil.rmtree(staging, ignore_errors=True)  # of a restoring that was stopped
    create(staging)  # refuses a place that is not safe
    (staging / "home.json").unlink()
    try:
        yield staging
    except OSError as failure:
        raise refusal_of(failure, folder) from failure
    finally:
        start.close()
        shutil.rmtree(staging, ignore_errors=True)


def _refuse_other_engine(database: KeptDatabase, address: str | None, file: str) -> None:
    if (database.engine == "postgresql") != bool(address):
        raise refused("restore_needs_server" if not address else "restore_needs_no_server", file=file)


def _compare_originals(home: Home, key: Key) -> int:
    """Opens every original that this key opens; those sealed before the key was replaced stay as they are."""
    opened = 0
    for place in sorted(home.originals.glob(f"*{SUFFIX}")):
        try:
            original(home, place.stem, key)
        except Refused as refusal:
            if refusal.notice.code != "seal_other_key":
                raise
            continue
        opened += 1
    return opened


def _bring_database(home: Home, wanted: KeptDatabase, address: str | None, file: str) -> None:
    if address is None:
        (home.folder / DATABASE_FOLDER / DATABASE).replace(home.database)
        start.use(home)
    else:
        start.use(home, address)
        if is_begun():
            raise refused("restore_database_full")
        start.migrate_to(wanted.migrations)
        take_tables(home.folder / DATABASE_FOLDER, wanted)
    held = kept_in(home)
    if (held.events, held.head, held.tables) != (wanted.events, wanted.head, wanted.tables):
        raise refused("backup_strange", file=file, value=DATABASE_FOLDER)
