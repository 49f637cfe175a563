"""How parent and child talk: a length, a JSON header, and raw bytes whose length the header gives.

Nothing that comes from the child is ever executed or unpickled: the child reads files of strangers, and may be led
astray.
"""

import json
import struct
from collections.abc import Mapping
from typing import IO, Any

Header = dict[str, Any]

# Between the cells of a column, and never in one: XML 1.0 forbids this character, and the child removes it elsewhere.
SEPARATOR = "\x1f"

_LENGTH = struct.Struct(">I")
_LONGEST_HEADER = 16 << 20  # bytes; merged ranges of a very long sheet are the largest


class BrokenTalkError(Exception):
    """The other side stopped in the middle of a message, or never spoke this language."""


def send(stream: IO[bytes], header: Mapping[str, Any], *payload: bytes) -> None:
    """Writes one message and lets it go."""
    text = json.dumps({**header, "size": sum(map(len, payload))}).encode()
    stream.write(_LENGTH.pack(len(text)))
    stream.write(text)
    for part in payload:
        stream.write(part)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Header, bytes]:
    """The next message.

    Raises:
        BrokenTalkError: the stream ends, or does not hold a message.
    """
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > _LONGEST_HEADER:
        raise BrokenTalkError
    try:
        header = json.loads(_exactly(stream, length))
        return header, _exactly(stream, int(header["size"]))
    except (ValueError, KeyError, TypeError) as failure:
        raise BrokenTalkError from failure


def _exactly(stream: IO[bytes], size: int) -> bytes:
    found = stream.read(size) if size else b""
    if len(found) < size:
        raise BrokenTalkError
    return found
