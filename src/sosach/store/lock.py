"""One `serve` and one backup at a time per home: the system holds the lock, and frees it however the process ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sosach.findings.notices import Refused, refused
from sosach.store.home import Home

_PAUSE = 0.05  # seconds between two looks

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
    with alone(home.serve_lock, "home_served"):
        yield


@contextmanager
def alone(place: Path, code: str, wait: float = 0) -> Iterator[None]:
    """Holds a lock file of the home; who holds it is written in it.

    Args:
        place: the file.
        code: of the refusal.
        wait: seconds to wait for somebody else.

    Raises:
        Refused: another process holds it.
    """
    with place.open("ab") as file:
        _hold_within(file, refused(code, path=place.parent), wait)
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        yield


def _hold_within(file: BinaryIO, refusal: Refused, wait: float) -> None:
    end = time.monotonic() + wait
    while True:
        try:
            _hold(file)
        except OSError as failure:
            if time.monotonic() >= end:
                raise refusal from failure
            time.sleep(_PAUSE)
        else:
            return
