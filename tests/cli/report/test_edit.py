"""`sosach report edit`."""

import pytest

from sosach.cli.main import run
from sosach.cli.report.edit import SECTIONS
from sosach.papers import edited
from sosach.store.reports.selectors import snapshot_of
from tests.store.conftest import campaign, home  # noqa: F401
from tests.store.reports.weeks import FIRST_WEEK, register, weekly


def test_the_sections_are_those_of_the_papers():
    assert set(SECTIONS) == set(edited.SECTIONS)


pytestmark = pytest.mark.usefixtures("campaign")


def test_the_offices_words_take_the_drafts_place_and_can_be_taken_back(tmp_path, capsys):
    register(tmp_path / "a.xlsx")
    weekly(FIRST_WEEK)
    (tmp_path / "x.txt").write_text("1. Mưa lũ.", encoding="utf-8-sig")
    edit = ["report", "edit", "TE-2026-24", "difficulties", "--on", "2026-06-12"]
    assert run([*edit, "--text", str(tmp_path / "x.txt")]) == 0
    assert snapshot_of("TE-2026-24").edited == '{"difficulties":"1. Mưa lũ."}'
    assert run([*edit, "--draft"]) == 0
    assert snapshot_of("TE-2026-24").edited == "{}"
    assert run(edit) == 2
    assert run([*edit[:3], "nothing", "--draft"]) == 2
    assert "Chọn một trong: work, difficulties, tasks, proposals." in capsys.readouterr().err
