"""One `serve` per home: the operating system holds the lock and frees it when the process ends, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from sosach.findings.notices import refused
from sosach.store.home import Home

if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def serving(home: Home) -> Iterator[None]:
    """Holds the home for the one process that serves its pages; commands work beside it.

    Raises:
        Refused: another process does so already.
    """
    with home.serve_lock.open("ab") as file:
        try:
            _hold(file)
        except OSError as failure:
            raise refused("home_served", path=home.folder) from failure
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        yield
