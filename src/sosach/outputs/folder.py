"""A folder of results that appears whole or not at all, and never swallows what a person has added to the old one."""

import errno
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sosach.findings.notices import Refused, refused

# What people may have filled in since we wrote it: kept under another name when the folder is made anew.
FILLED_BY_PEOPLE = ("review.xlsx",)

SUMMARY = "summary.json"


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A new folder to write into; it takes the target's place when the block ends well, and vanishes otherwise.

    Files of the old folder that the new one does not have are kept; an old workbook that somebody has filled in since
    it was written is kept under another name.

    Raises:
        Refused: the place cannot be written, or a file there is open in another program.
    """
    target = target.absolute()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as failure:
        raise refusal_of(failure, target) from failure
    try:
        yield fresh
        _take_place(fresh, target)
    except OSError as failure:
        raise refusal_of(failure, target) from failure
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def file_hash(path: Path) -> str:
    """SHA-256 of a file, 64 characters."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _take_place(fresh: Path, target: Path) -> None:
    _readable_by_group(fresh)
    if not target.exists():
        fresh.rename(target)
        return
    if not target.is_dir():
        raise refused("output_denied", path=target)
    _keep_others(target, fresh)
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent)) / "old"
    try:
        target.rename(old)
    except OSError as failure:
        shutil.rmtree(old.parent, ignore_errors=True)
        raise refused("output_open", file=target.name) from failure
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


def _readable_by_group(folder: Path) -> None:
    """`mkdtemp` makes folders for the owner alone; results get the permissions any new folder would have."""
    mask = os.umask(0)
    os.umask(mask)
    folder.chmod(0o777 & ~mask)


def _keep_others(old: Path, fresh: Path) -> None:
    written = _hashes_written(old)
    for entry in sorted(old.iterdir()):
        if entry.name in FILLED_BY_PEOPLE and entry.is_file() and file_hash(entry) != written.get(entry.name):
            shutil.copy2(entry, _free_name(fresh, entry))
        elif not (fresh / entry.name).exists():
            _copy(entry, fresh / entry.name)


def _copy(entry: Path, to: Path) -> None:
    if entry.is_dir():
        shutil.copytree(entry, to)
    else:
        shutil.copy2(entry, to)


def _free_name(folder: Path, entry: Path) -> Path:
    number = 1
    while (folder / f"{entry.stem}-cu-{number}{entry.suffix}").exists():
        number += 1
    return folder / f"{entry.stem}-cu-{number}{entry.suffix}"


def _hashes_written(folder: Path) -> dict[str, str]:
    try:
        outputs = json.loads((folder / SUMMARY).read_text(encoding="utf-8")).get("outputs", {})
    except (OSError, ValueError, AttributeError):
        return {}
    return outputs if isinstance(outputs, dict) else {}


def refusal_of(failure: OSError, target: Path) -> Refused:
    """The refusal for a place that could not be written: full, or not ours."""
    if failure.errno == errno.ENOSPC:
        free = shutil.disk_usage(_existing(target)).free >> 20
        return refused("disk_full", path=target.parent, count=free)
    return refused("output_denied", path=target.parent)


def _existing(path: Path) -> Path:
    return next(p for p in (path, *path.parents) if p.exists())
