"""`sosach papers notice`."""

import pytest

from sosach.cli.main import run
from tests.store.conftest import campaign, home  # noqa: F401

pytestmark = pytest.mark.usefixtures("campaign")


def test_page_and_words_for_the_loudspeaker(tmp_path, capsys):
    assert run(["papers", "notice", "--on", "2026-06-05", "--out", str(tmp_path / "out")]) == 0
    stems = {path.stem for path in (tmp_path / "out").iterdir()}
    assert stems == {"thong-bao-gia-dinh", "bai-doc-loa"}
