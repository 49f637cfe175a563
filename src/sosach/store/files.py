"""Files of the home: written beside their place, brought to the disk, then put into place whole.

A file is kept before the transaction that speaks of it is acknowledged; one that no transaction speaks of does no harm.
"""

import hashlib
import os
from pathlib import Path

from sosach.findings.notices import refused


def keep(folder: Path, content: bytes, suffix: str = "") -> str:
    """Keeps bytes under their SHA-256, which is given back; the same bytes twice are one file."""
    sha256 = hashlib.sha256(content).hexdigest()
    place = folder / f"{sha256}{suffix}"
    if not place.exists():
        keep_as(place, content)
    return sha256


def keep_as(place: Path, content: bytes) -> str:
    """Writes a file whole or not at all and gives its SHA-256."""
    fresh = place.with_name(f"{place.name}.new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(place)
    _sync_folder(place.parent)
    return hashlib.sha256(content).hexdigest()


def kept(place: Path, sha256: str) -> bytes:
    """The bytes of a kept file, compared with their SHA-256.

    Raises:
        Refused: the file is gone or was altered.
    """
    try:
        content = place.read_bytes()
    except OSError as failure:
        raise refused("home_file_gone", path=place) from failure
    if hashlib.sha256(content).hexdigest() != sha256:
        raise refused("home_file_altered", path=place)
    return content


def _sync_folder(folder: Path) -> None:
    """The name of a new file is on the disk only when its folder is; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
