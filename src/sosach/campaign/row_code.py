"""The code of a row that leaves the office: batch, row, and a seal over both and over the facts shown beside it.

`TE02-0007-K7QX3M2A`: batch TE-02, row 7, eight characters of HMAC-SHA256 (RFC 2104) in Crockford's base 32, which has
no I, L, O and U, so that a code can be read on the telephone. The key belongs to the home and never leaves it: nobody
outside can make a code, move one to another row or batch, or change a fact without the seal breaking. Eight characters
are forty bits; a guess succeeds once in a million million, and every failure is shown.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sosach.forms.form import comparable

SEAL_LENGTH = 8

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BATCH = re.compile(r"([A-Z]{1,4})-(\d{2,6})")
_CODE = re.compile(r"([A-Z]{1,4})(\d{2,6})-(\d{4,7})-?([0-9A-Z]{8})")
_SEPARATORS = re.compile(r"[\s\u00a0\u200b\ufeff.'’_]+")
_DASHES = re.compile(r"[‐‑‒–—−]")


@dataclass(frozen=True, slots=True)
class RowCode:
    """A code in its parts; whether it is genuine only the key tells."""

    batch: str  # “TE-02”
    row: int  # from 1
    seal: str

    def __str__(self) -> str:
        letters, _, number = self.batch.partition("-")
        return f"{letters}{number}-{self.row:04}-{self.seal}"


def make(key: bytes, batch: str, row: int, facts: Sequence[str]) -> str:
    """The code of a row.

    Args:
        key: of the home, at least 16 bytes.
        batch: “TE-02”.
        row: from 1.
        facts: as printed, in the order of the form.

    Raises:
        ValueError: the batch is not written so, the row is not counted from 1, the key is too short.
    """
    if not _BATCH.fullmatch(batch) or row < 1 or len(key) < 16:
        raise ValueError(f"no code can be made for row {row} of batch {batch!r}")
    return str(RowCode(batch, row, _seal(key, batch, row, facts)))


def parse(text: str) -> RowCode | None:
    """The parts of a code as people may have retyped it; None for what is no code.

    >>> parse("te02-0007-k7qx3m2a ")
    RowCode(batch='TE-02', row=7, seal='K7QX3M2A')
    >>> parse("TE02-7") is None
    True
    """
    plain = _DASHES.sub("-", _SEPARATORS.sub("", text)).upper()
    found = _CODE.fullmatch(plain)
    if not found:
        return None
    letters, number, row, seal = found.groups()
    return RowCode(f"{letters}-{number}", int(row), seal.translate(_READ_AS))


def verify(key: bytes, code: RowCode, facts: Sequence[str]) -> bool:
    """Whether this home made this code for this row of this batch with these facts."""
    return hmac.compare_digest(code.seal, _seal(key, code.batch, code.row, facts))


def _seal(key: bytes, batch: str, row: int, facts: Sequence[str]) -> str:
    message = json.dumps([batch, row, [comparable(fact) for fact in facts]], ensure_ascii=False).encode()
    bits = int.from_bytes(hmac.digest(key, message, hashlib.sha256)[:5], "big")
    return "".join(_ALPHABET[bits >> shift & 31] for shift in range(5 * (SEAL_LENGTH - 1), -1, -5))
