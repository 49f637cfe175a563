"""Writing: one transaction, one writer at a time, whole or not at all.

Whoever writes holds the database's write lock from the first statement, so what a service reads while it decides cannot
be changed under it. Others wait up to five seconds and are told.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction

from sosach.findings.notices import Refused, refused
from sosach.store.start import current, unusable

# What the system says of a disk, and what is told. A file may be too large for the disk (sticks hold 4 GB).
_TOLD = {
    errno.ENOSPC: "home_full",
    errno.EFBIG: "home_full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "home_full",
    errno.EACCES: "home_denied",
    errno.EPERM: "home_denied",
    errno.EROFS: "home_denied",
}

_LOCK = 0x5005AC  # the advisory lock of PostgreSQL under which events get their numbers


@contextmanager
def writing() -> Iterator[None]:
    """A transaction under the write lock; within another one it is part of that.

    Raises:
        Refused: somebody else has been writing for too long, the disk is full, or the database is read-only.
    """
    try:
        with transaction.atomic():
            _lock()
            yield
    except DatabaseError as failure:
        if not unusable(failure):
            raise
        raise _refusal(failure) from failure
    except OSError as failure:
        code = _TOLD.get(failure.errno or 0)
        if code is None:
            raise
        raise refused(code, path=current().folder) from failure


def _lock() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _refusal(failure: DatabaseError) -> Refused:
    said = str(failure).lower()
    if "locked" in said or "lock timeout" in said:
        return refused("home_busy")
    if "full" in said or "no space" in said:
        return refused("home_full", path=current().folder)
    if "readonly" in said or "read-only" in said:
        return refused("home_denied", path=current().folder)
    return refused("database_closed", path=current().folder)
