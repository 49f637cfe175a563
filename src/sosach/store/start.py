"""Django is started here and nowhere else: for one home, which may be changed for another one in the same process."""

import os
from contextlib import suppress
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connections
from django.db.migrations.executor import MigrationExecutor

from sosach.findings.notices import refused
from sosach.store.home import Home, create, existing
from sosach.store.settings import database

SETTINGS = "sosach.store.settings"


def prepare() -> None:
    """Loads the apps, so that their models can be imported; no database is opened."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    if not apps.ready:
        django.setup()


def use(home: Home, address: str | None = None) -> None:
    """Turns to the database of a home; from now on every service works there.

    Args:
        home: the home.
        address: of its PostgreSQL database (`DATABASE_URL`); None for SQLite in the home.
    """
    prepare()
    settings.SOSACH_HOME = str(home.folder)
    connections.close_all()
    with suppress(AttributeError):  # there is none yet in this thread
        del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": database(home, address)})["default"]


def close() -> None:
    """Closes the database."""
    connections.close_all()


def open_home(folder: Path, address: str | None = None) -> Home:
    """The home of a campaign that was started, with its tables as this program wants them.

    Raises:
        Refused: there is no campaign, or the database cannot be opened.
    """
    home = existing(folder)
    use(home, address)
    migrate()
    return home


def new_home(folder: Path, address: str | None = None) -> Home:
    """A home with empty tables."""
    home = create(folder)
    use(home, address)
    migrate()
    return home


def migrate() -> None:
    """Brings the tables up to date, each step in a transaction of its own; a look only, where nothing is to be done.

    Raises:
        Refused: the database cannot be opened or written, or a newer program has changed its tables.
    """
    try:
        steps = MigrationExecutor(connections["default"])
        if set(steps.loader.applied_migrations) - set(steps.loader.disk_migrations):
            raise refused("home_newer", path=settings.SOSACH_HOME)
        if steps.migration_plan(steps.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as failure:
        if not unusable(failure):
            raise
        raise refused("database_closed", path=settings.SOSACH_HOME) from failure


def unusable(failure: DatabaseError) -> bool:
    """Whether the database itself is what failed: not there, closed to us, or no database at all."""
    damaged = ("not a database", "malformed", "file is encrypted")
    return isinstance(failure, OperationalError) or any(words in str(failure) for words in damaged)


def current() -> Home:
    """The home that services work in."""
    return Home(Path(settings.SOSACH_HOME))
