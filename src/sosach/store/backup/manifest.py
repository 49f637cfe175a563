"""What a backup says of itself: every file with its hash, the head of the log, how many rows each table has."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sosach.findings.notices import refused

NAME = "manifest.json"  # the first thing in a backup
FORMAT = 1  # a newer program's backup is refused rather than misread


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of the home, or one in which the database is told."""

    path: str  # within the backup, with forward slashes
    size: int  # bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table of the database."""

    name: str
    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDatabase:
    """What the database held."""

    engine: str  # `sqlite` or `postgresql`
    tables: tuple[KeptTable, ...]
    migrations: tuple[tuple[str, str], ...]  # app and name, in the order in which they were applied
    events: int  # number of the last event
    head: str  # its hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup holds."""

    home: str  # the mark of the home
    unit: str  # the commune, for people
    on: str  # ISO day; empty where a program kept it by itself before it changed the tables
    database: KeptDatabase
    files: tuple[KeptFile, ...]

    def as_json(self) -> bytes:
        """The manifest as it stands in the backup."""
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1).encode()


def read_manifest(content: bytes, file: str) -> Manifest:
    """The manifest of a backup.

    Args:
        content: of `NAME`.
        file: the backup, for messages.

    Raises:
        Refused: a newer program wrote it, or it is none.
    """
    try:
        told = json.loads(content)
        if int(told["format"]) > FORMAT:
            raise refused("backup_newer", file=file)
        return Manifest(
            home=str(told["home"]),
            unit=str(told["unit"]),
            on=str(told["on"]),
            database=_database(told["database"]),
            files=tuple(KeptFile(str(f["path"]), int(f["size"]), str(f["sha256"])) for f in told["files"]),
        )
    except (ValueError, KeyError, TypeError) as failure:
        raise refused("backup_none", file=file) from failure


def _database(told: Mapping[str, Any]) -> KeptDatabase:
    return KeptDatabase(
        engine=str(told["engine"]),
        tables=tuple(KeptTable(str(t["name"]), tuple(t["columns"]), int(t["rows"])) for t in told["tables"]),
        migrations=tuple((str(app), str(name)) for app, name in told["migrations"]),
        events=int(told["events"]),
        head=str(told["head"]),
    )
