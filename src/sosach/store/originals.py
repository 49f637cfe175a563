"""The files as they came: kept byte for byte under their SHA-256, sealed for the holder of the recovery key.

The program never needs them again: what it works with is in the snapshots and the database. They are for the day on
which somebody asks what exactly was handed over.
"""

import hashlib

from sosach.findings.notices import refused
from sosach.store.files import keep_as
from sosach.store.home import Home
from sosach.store.sealing import SUFFIX, Key, recipients, seal, unseal
from sosach.store.start import current


def keep_original(content: bytes) -> str:
    """Keeps a file and gives its SHA-256; the same bytes twice are one file."""
    home = current()
    sha256 = hashlib.sha256(content).hexdigest()
    wanted = recipients(home)
    place = home.originals / (f"{sha256}{SUFFIX}" if wanted else sha256)
    if not place.exists():
        keep_as(place, seal(content, wanted) if wanted else content)
    return sha256


def original(home: Home, sha256: str, key: Key) -> bytes:
    """A file as it came, compared with its SHA-256.

    Args:
        home: where it is kept.
        sha256: of the file.
        key: the recovery key.

    Raises:
        Refused: it is gone, the key is another one's, or a byte was changed.
    """
    sealed, plain = home.originals / f"{sha256}{SUFFIX}", home.originals / sha256
    place = sealed if sealed.exists() else plain
    try:
        content = place.read_bytes()
    except OSError as failure:
        raise refused("home_file_gone", path=place) from failure
    opened = unseal(content, key, place.name) if place == sealed else content
    if hashlib.sha256(opened).hexdigest() != sha256:
        raise refused("home_file_altered", path=place)
    return opened
