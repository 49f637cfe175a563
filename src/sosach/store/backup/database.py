"""The database as files and back again, whatever its tables are: no model is asked, a newer program may have others.

SQLite is copied with its own online backup (https://www.sqlite.org/backup.html): one step, so the copy is of one
moment, and whoever writes meanwhile is not held up. PostgreSQL tells its tables by COPY within one transaction that
sees one moment (REPEATABLE READ), and takes them back into tables made by the same migrations.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from sosach.findings.notices import refused
from sosach.store.backup.manifest import KeptDatabase, KeptTable
from sosach.store.home import DATABASE, Home

_PIECE = 1 << 20  # bytes
_START = "0" * 64  # the head of a log without events; see `log.chain`

_PG_TABLES = (
    "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() "
    "AND table_type = 'BASE TABLE' ORDER BY table_name"
)
_PG_COLUMNS = (
    "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = %s "
    "ORDER BY ordinal_position"
)
_PG_COUNTED = (
    "SELECT table_name, column_name FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND is_identity = 'YES'"
)


def copy_database(home: Home, folder: Path) -> KeptDatabase:
    """Copies the open database into a folder and says what it held.

    Args:
        home: whose database is open.
        folder: where its files go; they are all that stands there afterwards.

    Raises:
        Refused: the database is damaged.
    """
    folder.mkdir(parents=True)
    return _tell_tables(folder) if connection.vendor == "postgresql" else _copy_file(home, folder)


def is_begun() -> bool:
    """Whether the database has tables already."""
    return bool(connection.introspection.table_names())


def kept_in(home: Home) -> KeptDatabase:
    """What the open database holds now.

    Raises:
        Refused: it is damaged.
    """
    if connection.vendor == "postgresql":
        with _one_moment() as cursor:
            return _held(_Asked(cursor), "postgresql", _pg_tables(cursor))
    return _held_by_file(home.database)


def take_tables(folder: Path, database: KeptDatabase) -> None:
    """Fills the tables of a PostgreSQL database, which the migrations have just made, with what was told of them."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in database.tables:
            _fill(cursor, table, folder / f"{table.name}.copy")
        _count_on(cursor)


def _copy_file(home: Home, folder: Path) -> KeptDatabase:
    place = folder / DATABASE
    with closing(sqlite3.connect(home.database)) as source, closing(sqlite3.connect(place)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    return _held_by_file(place)


def _held_by_file(place: Path) -> KeptDatabase:
    with closing(sqlite3.connect(place)) as opened:
        _refuse_damaged(opened, place)
        found = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        names = sorted(str(name) for (name,) in found.fetchall())
        shaped = [(name, _sqlite_columns(opened, name)) for name in names]
        return _held(_Asked(opened), "sqlite", shaped)


def _refuse_damaged(opened: sqlite3.Connection, place: Path) -> None:
    try:
        whole = opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError as failure:
        raise refused("database_damaged", path=place) from failure
    if not whole:
        raise refused("database_damaged", path=place)


def _sqlite_columns(opened: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(str(row[1]) for row in opened.execute(f"PRAGMA table_info({_quoted(table)})"))


class _Asked:
    """A connection or cursor that answers questions."""

    def __init__(self, source: sqlite3.Connection | CursorWrapper) -> None:
        self._source = source

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of an answer."""
        if isinstance(self._source, sqlite3.Connection):
            return self._source.execute(sql).fetchall()
        self._source.execute(sql)
        return list(self._source.fetchall())


def _held(asked: _Asked, engine: str, tables: Sequence[tuple[str, tuple[str, ...]]]) -> KeptDatabase:
    counted = [KeptTable(name, columns, _count(asked, name)) for name, columns in tables]
    names = {table.name for table in counted}
    steps = asked.rows("SELECT app, name FROM django_migrations ORDER BY id") if "django_migrations" in names else []
    last = asked.rows("SELECT seq, hash FROM log_event ORDER BY seq DESC LIMIT 1") if "log_event" in names else []
    events, head = last[0] if last else (0, _START)
    return KeptDatabase(
        engine=engine,
        tables=tuple(counted),
        migrations=tuple((str(app), str(name)) for app, name in steps),
        events=int(events),
        head=str(head),
    )


def _count(asked: _Asked, table: str) -> int:
    return int(asked.rows(f"SELECT count(*) FROM {_quoted(table)}")[0][0])


@contextmanager
def _one_moment() -> Iterator[CursorWrapper]:
    """A transaction that sees the database as it was when it began."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield cursor


def _tell_tables(folder: Path) -> KeptDatabase:
    with _one_moment() as cursor:
        tables = _pg_tables(cursor)
        for name, columns in tables:
            with (
                (folder / f"{name}.copy").open("wb") as file,
                cursor.copy(_copying(name, columns, "TO STDOUT")) as copy,
            ):
                for piece in copy:
                    file.write(piece)
        return _held(_Asked(cursor), "postgresql", tables)


def _pg_tables(cursor: CursorWrapper) -> list[tuple[str, tuple[str, ...]]]:
    cursor.execute(_PG_TABLES)
    names = [str(name) for (name,) in cursor.fetchall()]
    shaped = []
    for name in names:
        cursor.execute(_PG_COLUMNS, [name])
        shaped.append((name, tuple(str(column) for (column,) in cursor.fetchall())))
    return shaped


def _fill(cursor: CursorWrapper, table: KeptTable, file: Path) -> None:
    cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {_quoted(table.name)})")
    if cursor.fetchone() == (True,):  # what migrations write; the events never
        cursor.execute(f"DELETE FROM {_quoted(table.name)}")
    with file.open("rb") as source, cursor.copy(_copying(table.name, table.columns, "FROM STDIN")) as copy:
        while piece := source.read(_PIECE):
            copy.write(piece)


def _count_on(cursor: CursorWrapper) -> None:
    """The next numbers are those after the highest that were given."""
    cursor.execute(_PG_COUNTED)
    for table, column in cursor.fetchall():
        highest = f"SELECT coalesce(max({_quoted(column)}), 0) + 1 FROM {_quoted(table)}"
        cursor.execute(f"SELECT setval(pg_get_serial_sequence(%s, %s), ({highest}), false)", [_quoted(table), column])


def _copying(table: str, columns: Iterable[str], way: str) -> str:
    return f"COPY {_quoted(table)} ({', '.join(map(_quoted, columns))}) {way}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
