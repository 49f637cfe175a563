"""Django is started here and nowhere else: for one home, which may be changed for another one in the same process."""

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, OperationalError, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from sosach.findings.notices import refused
from sosach.store.backup.archive import write_backup
from sosach.store.backup.database import copy_database, is_begun, kept_in
from sosach.store.home import Home, create, existing
from sosach.store.lock import alone
from sosach.store.sealing import SUFFIX, recipients
from sosach.store.settings import WAIT, database

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
    """Brings the tables up to date, all of them in one transaction; a look only, where nothing is to be done.

    A home that holds something is backed up first, into its folder `backups`. Django's own command commits the last
    statements of a step before it notes the step: a process that is killed in between could never go on.

    Raises:
        Refused: the database cannot be opened or written, a newer program has changed its tables, or it cannot be
            backed up.
    """
    try:
        if not _due():
            return
        with alone(current().folder / "upgrade.lock", "home_busy", wait=WAIT):
            if _due():  # still, for another command may have been quicker
                _keep_first(current())
                _migrate()
    except DatabaseError as failure:
        if not unusable(failure):
            raise
        raise refused("database_closed", path=settings.SOSACH_HOME) from failure


def migrate_to(applied: Sequence[tuple[str, str]]) -> None:
    """Makes the tables of an empty database as they were when these steps had been applied.

    Args:
        applied: app and name of every step.

    Raises:
        Refused: a newer program has steps that this one does not know.
    """
    if not set(applied) <= set(MigrationExecutor(connections["default"]).loader.disk_migrations):
        raise refused("home_newer", path=settings.SOSACH_HOME)
    _migrate(applied)


def _due() -> bool:
    """Whether there are steps to be taken."""
    steps = MigrationExecutor(connections["default"])
    if set(steps.loader.applied_migrations) - set(steps.loader.disk_migrations):
        raise refused("home_newer", path=settings.SOSACH_HOME)
    return bool(steps.migration_plan(steps.loader.graph.leaf_nodes()))


def _migrate(targets: Sequence[tuple[str, str]] | None = None) -> None:
    """Takes the steps up to the targets, None: all."""
    database = connections["default"]
    with database.constraint_checks_disabled(), transaction.atomic():
        steps = MigrationExecutor(database)
        steps.migrate(list(targets or steps.loader.graph.leaf_nodes()))


def _keep_first(home: Home) -> None:
    """Backs a home up whose log has begun; one that seals for nobody keeps its database as openly as it lies there."""
    if not is_begun() or not (held := kept_in(home)).events:
        return
    home.backups.mkdir(exist_ok=True)
    place = home.backups / f"before-upgrade-{held.events}"
    if wanted := recipients(home):
        write_backup(home, place.with_name(f"{place.name}{SUFFIX}"), wanted, unit="", on="")
    else:
        shutil.rmtree(place, ignore_errors=True)  # of an upgrade that was stopped
        copy_database(home, place)


def unusable(failure: DatabaseError) -> bool:
    """Whether the database itself is what failed: not there, closed to us, or no database at all."""
    damaged = ("not a database", "malformed", "file is encrypted")
    return isinstance(failure, OperationalError) or any(words in str(failure) for words in damaged)


def current() -> Home:
    """The home that services work in."""
    return Home(Path(settings.SOSACH_HOME))
