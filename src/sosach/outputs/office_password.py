"""Puts a password on a workbook as Office does (ECMA-376 agile encryption, [MS-OFFCRYPTO] 2.3.4.10), and proves it.

The library calls its writing experimental; so whatever it makes is opened again with the password, its integrity is
verified, and the bytes are compared with those that went in. What does not come back the same is never handed out.
"""

import io
import struct

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, EncryptionError, FileFormatError, InvalidKeyError, ParseError
from msoffcrypto.format.ooxml import OOXMLFile

from sosach.findings.notices import refused

SHORTEST = 8  # characters of a password that is worth having
LONGEST = 255  # Office takes no longer one


def locked(workbook: bytes, password: str, file: str) -> bytes:
    """The workbook under a password.

    Args:
        workbook: the bytes of an .xlsx.
        password: 8 to 255 characters.
        file: bare name, for messages.

    Raises:
        Refused: the password is too short or too long, or the workbook did not come back as it was.
    """
    if not SHORTEST <= len(password) <= LONGEST or password != password.strip():
        raise refused("password_length", count=SHORTEST, limit=LONGEST)
    try:
        sealed = io.BytesIO()
        OOXMLFile(io.BytesIO(workbook)).encrypt(password, sealed)
        opened = _unlocked(sealed.getvalue(), password)
    except (
        EncryptionError,
        DecryptionError,
        FileFormatError,
        InvalidKeyError,
        ParseError,
        OSError,
        struct.error,
    ) as why:
        raise refused("output_differs", file=file) from why
    if opened != workbook:
        raise refused("output_differs", file=file)
    return sealed.getvalue()


def _unlocked(sealed: bytes, password: str) -> bytes:
    file = msoffcrypto.OfficeFile(io.BytesIO(sealed))
    file.load_key(password=password, verify_password=True)
    opened = io.BytesIO()
    file.decrypt(opened, verify_integrity=True)
    return opened.getvalue()
