"""Files that appear whole or not at all, several of them together.

They are written into a hidden folder beside their targets, brought to the disk, and only then put in place by renaming,
which no reader sees half done (POSIX rename; MoveFileEx on Windows). What stood there before comes back when one of
several cannot be put in place. A process that is killed between two renames leaves whole files, the later ones missing:
so the file that speaks for the others is named last.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sosach.findings.notices import refused
from sosach.outputs.failures import refusal_of


class Placing:
    """Where the new files are written before they take their places."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fresh: dict[Path, Path] = {}

    def fresh(self, target: Path) -> Path:
        """The path to write what will become `target`, in the same folder of the disk and with the same name."""
        target = target.absolute()
        if target not in self._fresh:
            place = self._folder / str(len(self._fresh))
            place.mkdir()
            self._fresh[target] = place / target.name
        return self._fresh[target]

    def written(self) -> dict[Path, Path]:
        """The files that were written, by target, in the order in which they were asked for."""
        return {target: fresh for target, fresh in self._fresh.items() if fresh.exists()}


@contextmanager
def whole_files(folder: Path, *, to_disk: bool = True) -> Iterator[Placing]:
    """Files in one folder; all take their places when the block ends well, none otherwise.

    Args:
        folder: made where it does not exist.
        to_disk: whether to wait until the disk has them; what can be made again at any time need not.

    Raises:
        Refused: the folder cannot be written, the disk is full, or a file there is open in another program.
    """
    folder = folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        hidden = Path(tempfile.mkdtemp(prefix=".moi-", dir=folder))
    except OSError as failure:
        raise refusal_of(failure, folder) from failure
    try:
        placing = Placing(hidden)
        yield placing
        _take_places(placing.written(), hidden, to_disk=to_disk)
    except OSError as failure:
        raise refusal_of(failure, folder) from failure
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def second_name(old: Path, new: Path) -> None:
    """Gives a file another name besides its own, which costs nothing however large it is.

    Where a disk knows no second names it is copied.
    """
    try:
        new.hardlink_to(old)
    except (OSError, NotImplementedError):  # a stick, some network drives
        shutil.copy2(old, new)


def _take_places(files: dict[Path, Path], hidden: Path, *, to_disk: bool) -> None:
    for fresh in files.values() if to_disk else ():
        _to_disk(fresh)
    kept = hidden / "kept"
    kept.mkdir()
    old = {target: _set_aside(target, kept / str(number)) for number, target in enumerate(files)}
    begun: list[Path] = []
    placed = False
    try:
        for target, fresh in files.items():
            begun.append(target)
            fresh.replace(target)
        placed = True
    finally:
        if not placed:
            _put_back([(target, old[target]) for target in begun])
    if to_disk:
        _to_disk(hidden.parent)


def _set_aside(target: Path, kept: Path) -> Path | None:
    """A second name for what stands there, so that it can come back; the first stays until it is replaced."""
    if not target.exists():
        return None
    if target.is_dir():
        raise refused("output_no_file", file=target.name)
    try:
        second_name(target, kept)
        with target.open("r+b"):  # a file that another program holds is told before anything is replaced
            pass
    except PermissionError as failure:
        raise refused("output_open", file=target.name) from failure
    return kept


def _put_back(begun: Sequence[tuple[Path, Path | None]]) -> None:
    for target, old in reversed(begun):
        if old is None:
            target.unlink(missing_ok=True)
        else:
            old.replace(target)


def _to_disk(path: Path) -> None:
    """Brings a file, or the names in a folder, to the disk; Windows cannot do so for folders."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
