"""`sosach papers minutes`."""

import pytest

from sosach.cli.main import run
from tests.store.conftest import campaign, home  # noqa: F401
from tests.store.desk.lists_sent import sent

pytestmark = pytest.mark.usefixtures("campaign")


def test_minutes_and_list_are_written_as_word_and_pdf(tmp_path, capsys):
    sent(tmp_path)
    assert run(["papers", "minutes", "TE-01", "--out", str(tmp_path / "out")]) == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"{stem}-TE-01.{suffix}" for stem in ("bien-ban-giao", "danh-sach") for suffix in ("docx", "pdf")}


def test_a_batch_that_is_not_there_is_said_so(tmp_path, capsys):
    assert run(["papers", "minutes", "TE-77", "--out", str(tmp_path / "out")]) == 2
    assert "TE-77" in capsys.readouterr().err
