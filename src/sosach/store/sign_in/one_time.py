"""One-time codes of an authenticator app: six digits that change every thirty seconds (RFC 6238, RFC 4226)."""

import base64
import hashlib
import hmac
import secrets
import struct
from urllib.parse import quote

STEP = 30  # seconds
DRIFT = 1  # steps by which clocks may differ
DIGITS = 6
_RECOVERY = 10  # codes to print


def new_secret() -> str:
    """A fresh secret of 160 bits, as apps take it."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code(secret: str, step: int) -> str:
    """The code of a step.

    Args:
        secret: base32.
        step: seconds since 1970 divided by `STEP`.
    """
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), "sha1")
    place = digest[-1] & 0x0F
    number = int(struct.unpack(">I", digest[place : place + 4])[0]) & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def matching_step(secret: str, typed: str, now: float, last_step: int) -> int | None:
    """The step of a typed code, if it is good and no later one was used before.

    Args:
        secret: base32.
        typed: what was typed; spaces do no harm.
        now: seconds since 1970.
        last_step: the step of the last code that was taken.
    """
    said = "".join(typed.split())
    middle = int(now // STEP)
    for step in range(middle - DRIFT, middle + DRIFT + 1):
        if step > last_step and hmac.compare_digest(code(secret, step), said):
            return step
    return None


def address(secret: str, account: str, unit: str) -> str:
    """What the picture for an app says (Key Uri Format)."""
    return f"otpauth://totp/{quote(f'Sổ Sạch:{account}')}?secret={secret}&issuer={quote(f'Sổ Sạch {unit}')}"


def recovery_codes() -> list[str]:
    """Codes for the day on which the telephone is lost, each good once."""
    return [f"{secrets.randbelow(10**5):05d}-{secrets.randbelow(10**5):05d}" for _ in range(_RECOVERY)]


def recovery_hash(typed: str) -> str:
    """How a recovery code is kept."""
    return hashlib.sha256("".join(filter(str.isdigit, typed)).encode()).hexdigest()
