"""`sosach report approve`."""

import pytest

from sosach.cli.main import run
from tests.store.conftest import campaign, home  # noqa: F401
from tests.store.reports.weeks import FIRST_WEEK, register, weekly

pytestmark = pytest.mark.usefixtures("campaign")


def test_an_approved_report_is_no_draft_and_says_who_approved_it(tmp_path, capsys):
    register(tmp_path / "a.xlsx")
    weekly(FIRST_WEEK)
    assert run(["report", "approve", "TE-2026-24", "--on", "2026-06-12", "--by", "Lê Thị Vui"]) == 0
    assert run(["report", "list"]) == 0
    assert "TE-2026-24  chốt 11/06/2026  đã duyệt (Lê Thị Vui, 12/06/2026)" in capsys.readouterr().out
    assert run(["report", "approve", "TE-2026-24", "--on", "2026-06-12"]) == 2
    assert "đã được Lê Thị Vui duyệt ngày 12/06/2026" in capsys.readouterr().err


def test_a_report_that_is_not_there_is_said_so(capsys):
    assert run(["report", "approve", "TE-2020-01"]) == 2
    assert "Không có bản chốt “TE-2020-01”" in capsys.readouterr().err
