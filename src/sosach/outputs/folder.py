"""A folder of results that appears whole or not at all, and never swallows what a person has added to the old one.

A new folder is written beside its place and renamed into it. Into a folder that is there already the files are put one
by one (`whole_files`): it may be anybody's, the working folder of a terminal, or the top of a stick.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import umask
from pathlib import Path

from sosach.findings.notices import refused
from sosach.outputs.failures import refusal_of
from sosach.outputs.whole_files import second_name, whole_files

# What people may have filled in since we wrote it: kept under another name when the folder is made anew.
FILLED_BY_PEOPLE = ("review.xlsx", "pairs.xlsx", "links.xlsx")

# Files that tell what was written, and so are put in place last; several commands may write into one folder.
SUMMARIES = ("summary.json", "pairs.json", "links.json")


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A new folder to write into; its files take their places when the block ends well, and vanish otherwise.

    Other files of an old folder are left alone; an old workbook that somebody has filled in since it was written is
    kept under another name.

    Raises:
        Refused: the place cannot be written, the disk is full, or a file there is open in another program.
    """
    target = target.absolute()
    with _refusing(target):
        there = target.is_dir()
        if not there and target.exists():
            raise refused("output_no_folder", path=target)
        with _parents(target), _hidden(target if there else target.parent) as fresh:
            yield fresh
            if there:
                _put_in(fresh, target)
            else:
                _readable_by_others(fresh)
                fresh.rename(target)


def file_hash(path: Path) -> str:
    """SHA-256 of a file, 64 characters."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _refusing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as failure:
        raise refusal_of(failure, target) from failure


@contextmanager
def _parents(target: Path) -> Iterator[None]:
    """Makes the folders above; those that stay empty go again."""
    made = [folder for folder in target.parents if not folder.exists()]
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        with suppress(OSError):  # the first that is not empty, and all above it
            for folder in made:
                folder.rmdir()


@contextmanager
def _hidden(parent: Path) -> Iterator[Path]:
    """A folder under a hidden name, short because the target's name may be as long as can be."""
    folder = Path(tempfile.mkdtemp(prefix=".sosach-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _readable_by_others(folder: Path) -> None:
    """`mkdtemp` makes folders for the owner alone; results get the permissions any new folder would have."""
    mask = umask(0)
    umask(mask)
    folder.chmod(0o777 & ~mask)


def _put_in(fresh: Path, target: Path) -> None:
    written = _hashes_written(target)
    with whole_files(target, to_disk=False) as files:
        for name in FILLED_BY_PEOPLE:
            old = target / name
            replaced = old.is_file() and (fresh / name).exists()
            if replaced and file_hash(old) != written.get(name):
                second_name(old, files.fresh(_free_name(old)))
        for made in sorted(fresh.iterdir(), key=lambda file: file.name in SUMMARIES):
            made.replace(files.fresh(target / made.name))


def _free_name(old: Path) -> Path:
    number = 1
    while (free := old.with_name(f"{old.stem}-cu-{number}{old.suffix}")).exists():
        number += 1
    return free


def _hashes_written(folder: Path) -> dict[str, str]:
    written: dict[str, str] = {}
    for name in SUMMARIES:
        try:
            outputs = json.loads((folder / name).read_text(encoding="utf-8")).get("outputs", {})
        except (OSError, ValueError, AttributeError):
            continue
        written |= outputs if isinstance(outputs, dict) else {}
    return written
