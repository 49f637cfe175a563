"""The child that takes the password off."""

import io

import pytest

from sosach.intake import password
from sosach.intake.protocol import receive, send
from tests.intake import books
from tests.intake.encrypted import xlsx_with_password

SHEET = books.sheet_xml(books.children_xml())


@pytest.fixture(autouse=True)
def _free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password, "confine", lambda memory, seconds: None)


def answer(data: bytes, word: str | None) -> tuple[str, bytes]:
    """What is found and the open bytes."""
    source, sink = io.BytesIO(), io.BytesIO()
    send(source, {"password": word, "memory": 1, "seconds": 1}, data)
    source.seek(0)
    password.main(source, sink)
    sink.seek(0)
    header, payload = receive(sink)
    return header["found"], payload


def test_the_right_password_opens() -> None:
    found, opened = answer(xlsx_with_password("Gò Me 1", SHEET), "Gò Me 1")
    assert found == "unlocked"
    assert opened.startswith(b"PK")


@pytest.mark.parametrize(("word", "found"), [("go me 1", "wrong"), (None, "locked")])
def test_another_one_does_not(word: str | None, found: str) -> None:
    assert answer(xlsx_with_password("Gò Me 1", SHEET), word) == (found, b"")


def test_files_without_a_password_and_noise() -> None:
    assert answer(books.xlsx_bytes(SHEET), "1")[0] == "open"
    assert answer(b"noise", "1")[0] == "unknown"
