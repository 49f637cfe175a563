"""What a failure to write comes to in words: the disk is full, the place is not ours, its name is too long.

Polars tells what the operating system said in the text of its errors only; here it becomes an `OSError` again.
"""

import errno
import os
import re
import shutil
from pathlib import Path

import polars as pl

from sosach.findings.notices import Refused, refused

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.EEXIST, errno.ENOTDIR}
_LONG = {errno.ENAMETOOLONG}
_LONG_ON_WINDOWS = 206  # ERROR_FILENAME_EXCED_RANGE

_SAID = re.compile(r"\(os error (\d+)\)")


def refusal_of(failure: OSError, folder: Path) -> Refused:
    """The refusal for a folder that could not be written."""
    number = failure.errno
    if number in _FULL:
        return refused("disk_full", path=folder, count=shutil.disk_usage(_existing(folder)).free >> 20)
    if number in _DENIED:
        return refused("output_denied", path=folder)
    if number in _NO_FOLDER:
        return refused("output_no_folder", path=folder)
    if number in _LONG or getattr(failure, "winerror", None) == _LONG_ON_WINDOWS:
        return refused("output_long", path=folder)
    return refused("output_broken", path=folder)


def as_os_error(failure: OSError | pl.exceptions.PolarsError, path: Path) -> OSError:
    """The failure of writing a file with Polars, with the number that the operating system gave."""
    if isinstance(failure, OSError) and failure.errno is not None:
        return failure
    said = _SAID.search(str(failure))
    if said is None:
        return OSError(errno.EIO, str(failure), str(path))
    number = int(said[1])
    if os.name == "nt":  # a number of Windows, from which Python finds its own
        return OSError(0, str(failure), str(path), number)
    return OSError(number, os.strerror(number), str(path))


def _existing(path: Path) -> Path:
    return next(p for p in (path, *path.parents) if p.exists())
