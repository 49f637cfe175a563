"""`sosach papers sheets`."""

import pytest

from sosach.cli.main import run
from tests.store.conftest import campaign, home  # noqa: F401
from tests.store.desk.lists_sent import sent

pytestmark = pytest.mark.usefixtures("campaign")


def test_one_file_for_each_hamlet_that_has_a_list(tmp_path, capsys):
    assert run(["papers", "sheets", "--out", str(tmp_path / "none")]) == 2
    assert "sosach visits send" in capsys.readouterr().err
    sent(tmp_path)
    assert run(["papers", "sheets", "--hamlet", "Thôn Gò Me", "--out", str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out").glob("phieu-ra-soat-RS-*.pdf"))) == 1
