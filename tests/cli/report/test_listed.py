"""`sosach report list`."""

import json

import pytest

from sosach.cli.main import run
from tests.store.conftest import campaign, home  # noqa: F401
from tests.store.reports.weeks import FIRST_WEEK, register, weekly

pytestmark = pytest.mark.usefixtures("campaign")


def test_frozen_reports_are_listed_with_their_hashes(tmp_path, capsys):
    assert run(["report", "list"]) == 0
    assert "Chưa có bản chốt nào." in capsys.readouterr().out
    register(tmp_path / "a.xlsx")
    frozen = weekly(FIRST_WEEK)
    assert run(["report", "list", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["reports"]
    assert (told["number"], told["sha256"], told["approved_by"]) == ("TE-2026-24", frozen.sha256, None)
