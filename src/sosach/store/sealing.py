"""Sealing with age (https://age-encryption.org/v1): whoever has the recipients can close, only the key can open.

The home knows recipients alone, in `recipients.txt` as age's own tool reads it. The recovery key is written once, into
a file that is put away; so whoever takes the computer has neither the originals nor the backups.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyrage
from pyrage import x25519

from sosach.findings.notices import refused
from sosach.store.files import keep_as
from sosach.store.home import Home

SUFFIX = ".age"
BEGINS = b"age-encryption.org/"  # every sealed file

_SECRET = "AGE-SECRET-KEY-"


class Source(Protocol):
    """Whatever bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes; none at the end."""


class Target(Protocol):
    """Whatever bytes can be written to."""

    def write(self, content: bytes, /) -> int:
        """Writes all of them."""


@dataclass(frozen=True, slots=True)
class Key:
    """A recovery key."""

    secret: str = field(repr=False)
    recipient: str  # the public half


def new_key() -> Key:
    """A fresh key."""
    made = x25519.Identity.generate()
    return Key(str(made), str(made.to_public()))


def write_key(key: Key, place: Path, unit: str) -> None:
    """Writes a recovery key into a file that its owner alone can read; a file that is there is left alone.

    Raises:
        Refused: there is a file already, or the folder cannot be written.
    """
    text = (
        f"# Khóa khôi phục của Sổ Sạch, {unit}.\n"
        "# Chỉ khóa này mở được bản sao lưu và các tệp gốc. In ra hoặc chép vào USB, cất vào tủ có khóa,\n"
        "# rồi xóa tệp này khỏi máy. Mất khóa thì không ai mở được, kể cả người làm ra chương trình.\n"
        f"# public key: {key.recipient}\n"
        f"{key.secret}\n"
    )
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as failure:
        raise refused("key_file_there", path=place) from failure
    except OSError as failure:
        raise refused("key_file_denied", path=place) from failure
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def read_key(place: Path) -> Key:
    """The recovery key in a file.

    Raises:
        Refused: there is no such file, or no key in it.
    """
    try:
        lines = place.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as failure:
        raise refused("key_file_none", path=place) from failure
    for line in lines:
        if line.strip().upper().startswith(_SECRET):
            try:
                made = x25519.Identity.from_str(line.strip().upper())
            except pyrage.IdentityError as failure:
                raise refused("key_file_none", path=place) from failure
            return Key(str(made), str(made.to_public()))
    raise refused("key_file_none", path=place)


def recipients(home: Home) -> tuple[str, ...]:
    """For whom this home seals; empty where nobody was named yet."""
    if not home.recipients.exists():
        return ()
    lines = (line.strip() for line in home.recipients.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def keep_recipients(home: Home, wanted: Sequence[str]) -> None:
    """Names for whom this home seals from now on.

    Raises:
        Refused: one of them is no recipient.
    """
    refuse_strange(wanted)
    keep_as(home.recipients, "".join(f"{one}\n" for one in wanted).encode())


def refuse_strange(wanted: Sequence[str]) -> None:
    """Makes sure that there are recipients, and that they are some.

    Raises:
        Refused: there is none, or one of them is no recipient.
    """
    _known(wanted)


def seal(content: bytes, wanted: Sequence[str]) -> bytes:
    """Bytes that only the keys of these recipients open.

    Raises:
        Refused: one of them is no recipient.
    """
    return bytes(pyrage.encrypt(content, _known(wanted)))


def unseal(content: bytes, key: Key, name: str) -> bytes:
    """The bytes that were sealed.

    Args:
        content: sealed.
        key: of one of the recipients.
        name: of the file, for the message.

    Raises:
        Refused: the key is another one's, or a byte was changed.
    """
    try:
        return bytes(pyrage.decrypt(content, [x25519.Identity.from_str(key.secret)]))
    except pyrage.DecryptError as failure:
        if content.startswith(BEGINS) and "matching" in str(failure):
            raise refused("seal_other_key", file=name) from failure
        raise refused("seal_broken", file=name) from failure


def seal_stream(source: Source, target: Target, wanted: Sequence[str]) -> None:
    """Seals what is read, piece by piece.

    Raises:
        Refused: one of them is no recipient.
        OSError: reading or writing failed.
    """
    reading, writing = _Reading(source), _Writing(target)
    try:
        pyrage.encrypt_io(reading, writing, _known(wanted))
    finally:  # age tells only that something failed, and of the last bytes not even that
        _raise_first(reading, writing)


def unseal_stream(source: Source, target: Target, key: Key, name: str) -> None:
    """Opens what is read, piece by piece; what was written before a fault was found must not be used.

    Raises:
        Refused: the key is another one's, or a byte was changed.
        OSError: reading or writing failed.
    """
    reading, writing = _Reading(source), _Writing(target)
    try:
        pyrage.decrypt_io(reading, writing, [x25519.Identity.from_str(key.secret)])
    except (pyrage.DecryptError, OSError) as failure:
        _raise_first(reading, writing)
        other = isinstance(failure, pyrage.DecryptError) and "matching" in str(failure)
        raise refused("seal_other_key" if other else "seal_broken", file=name) from failure
    _raise_first(reading, writing)


class _Reading:
    """A source that remembers what failed."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.failure: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except BaseException as failure:
            self.failure = failure
            raise


class _Writing:
    """A target that remembers what failed."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self.failure: BaseException | None = None

    def write(self, content: bytes) -> int:
        try:
            return self._target.write(content)
        except BaseException as failure:
            self.failure = failure
            raise

    def flush(self) -> None:
        """Nothing is held back."""


def _raise_first(*sides: _Reading | _Writing) -> None:
    """Raises what one of the sides met, where one met anything."""
    for side in sides:
        if side.failure is not None:
            raise side.failure


def _known(wanted: Sequence[str]) -> list[x25519.Recipient]:
    if not wanted:
        raise refused("recipients_none")
    found = []
    for one in wanted:
        try:
            found.append(x25519.Recipient.from_str(one))
        except pyrage.RecipientError as failure:
            raise refused("recipient_strange", value=one) from failure
    return found
