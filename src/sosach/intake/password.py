"""The child that takes the password off a workbook: `python -m sosach.intake.password`, request on stdin, bytes on
stdout.

Decryption works on a stranger's file as reading does, so it is done under the same limits. The open bytes go to the
parent through the pipe and are never given a name on disk.
"""

import io
import struct
import sys
from typing import IO

from msoffcrypto import OfficeFile
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
from msoffcrypto.format.ooxml import OOXMLFile

from sosach.intake.confinement import confine
from sosach.intake.protocol import receive, send


def main(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answers one request: what protects the file, and its bytes without protection when the password fits.

    Raises:
        BrokenTalkError: the parent is gone.
    """
    request, data = receive(source)
    confine(request["memory"], request["seconds"])
    try:
        file = OfficeFile(io.BytesIO(data))
        if not file.is_encrypted():
            send(sink, {"found": "open"})
        elif request["password"] is None:
            send(sink, {"found": "locked"})
        else:
            verified = {"verify_password": True} if isinstance(file, OOXMLFile) else {}  # .xls always verifies
            file.load_key(password=request["password"], **verified)
            opened = io.BytesIO()
            file.decrypt(opened)
            send(sink, {"found": "unlocked"}, opened.getvalue())
    except InvalidKeyError:
        send(sink, {"found": "wrong"})
    except (DecryptionError, FileFormatError, ParseError, OSError, ValueError, KeyError, struct.error):
        send(sink, {"found": "unknown"})


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
