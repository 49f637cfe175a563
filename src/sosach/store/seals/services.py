"""The key of the home's row codes (`campaign.row_code`); it is made when the first list leaves and never changes."""

import secrets

from sosach.store.seals.models import Seal

_BYTES = 32  # as long as the digest of the seal (RFC 2104, 3)


def key() -> bytes:
    """The key; made now if there is none. Call within `writing()`, so that two lists cannot make two keys."""
    made = Seal.objects.get_or_create(id=1, defaults={"key": secrets.token_hex(_BYTES)})[0]
    return bytes.fromhex(made.key)
