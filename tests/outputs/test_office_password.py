"""Passwords of workbooks: what was locked comes back the same, or is never handed out."""

import io

import msoffcrypto
import pytest
from msoffcrypto.exceptions import InvalidKeyError
from msoffcrypto.format.ooxml import OOXMLFile

from sosach.findings.notices import Refused
from sosach.outputs.office_password import locked
from tests.intake import books

PLAIN = books.xlsx_bytes(books.sheet_xml(books.children_xml([books.MINH] * 400)))


def opened(sealed: bytes, password: str) -> bytes:
    file = msoffcrypto.OfficeFile(io.BytesIO(sealed))
    file.load_key(password=password, verify_password=True)
    plain = io.BytesIO()
    file.decrypt(plain)
    return plain.getvalue()


@pytest.mark.parametrize("password", ["12345678", "mật khẩu đợt 02", "“Công an” 2026!"])
def test_what_was_locked_opens_with_its_password_alone(password: str) -> None:
    sealed = locked(PLAIN, password, "a.xlsx")
    assert opened(sealed, password) == PLAIN
    assert PLAIN not in sealed
    with pytest.raises(InvalidKeyError):
        opened(sealed, password + "x")


@pytest.mark.parametrize("password", ["", "1234567", " 12345678", "x" * 256])
def test_a_password_that_protects_nothing_is_refused(password: str) -> None:
    with pytest.raises(Refused) as refusal:
        locked(PLAIN, password, "a.xlsx")
    assert refusal.value.notice.code == "password_length"
    assert not password.strip() or password.strip() not in refusal.value.notice.message


def test_what_does_not_come_back_the_same_is_never_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(self: OOXMLFile, password: str, outfile: io.BytesIO) -> None:
        outfile.write(real(PLAIN[:-1] + b"x", password))

    def real(data: bytes, password: str) -> bytes:
        sealed = io.BytesIO()
        encrypt(OOXMLFile(io.BytesIO(data)), password, sealed)
        return sealed.getvalue()

    encrypt = OOXMLFile.encrypt
    monkeypatch.setattr(OOXMLFile, "encrypt", careless)
    with pytest.raises(Refused) as refusal:
        locked(PLAIN, "12345678", "a.xlsx")
    assert refusal.value.notice.code == "output_differs"
