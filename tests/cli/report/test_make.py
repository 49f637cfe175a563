"""`sosach report weekly`."""

import json
from pathlib import Path

import pytest

from sosach.cli.main import run
from sosach.papers.frozen import genuine
from tests.store.conftest import campaign, home  # noqa: F401
from tests.store.people import child
from tests.store.reports.weeks import give_number, register

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture(autouse=True)
def _taken_in(campaign, tmp_path):  # noqa: F811
    register(tmp_path / "a.xlsx")


def weekly(out: Path, *more: str) -> int:
    """The weekly report."""
    return run(["report", "weekly", "--on", "2026-06-12", "--out", str(out), *more])


def test_four_files_and_a_copy_that_leaves(tmp_path, capsys):
    assert weekly(tmp_path / "out") == 0
    names = {str(file.relative_to(tmp_path / "out")) for file in (tmp_path / "out").rglob("*") if file.is_file()}
    stem = "bao-cao-tuan-tre-em-TE-2026-24"
    own = {f"{stem}.docx", f"{stem}.pdf", "bao-cao-tuan-TE-2026-24.xlsx", "figures.json"}
    assert names == own | {f"gui-di/{name}" for name in own}
    assert "Bản chốt TE-2026-24" in capsys.readouterr().out
    figures = json.loads((tmp_path / "out" / "figures.json").read_text(encoding="utf-8"))
    sent = json.loads((tmp_path / "out" / "gui-di" / "figures.json").read_text(encoding="utf-8"))
    assert genuine(figures)
    assert genuine(sent)
    assert "hamlets" in figures["children"]
    assert "hamlets" not in sent["children"]


def test_made_again_after_more_work_every_file_is_the_same(tmp_path):
    weekly(tmp_path / "one")
    from datetime import date

    give_number("TE000005", child(5)["personal_id"], date(2026, 6, 11))
    weekly(tmp_path / "two")
    for file in (tmp_path / "one").rglob("*"):
        if file.is_file():
            other = tmp_path / "two" / file.relative_to(tmp_path / "one")
            assert other.read_bytes() == file.read_bytes(), file.name


def test_a_correction_says_what_is_different(tmp_path, capsys):
    weekly(tmp_path / "one")
    from datetime import date

    give_number("TE000005", child(5)["personal_id"], date(2026, 6, 11))
    assert weekly(tmp_path / "two", "--correct", "Nhập muộn") == 0
    assert "Khác bản TE-2026-24: Không có số định danh: trước 01, nay 0" in capsys.readouterr().out


def test_json_tells_number_hash_and_files(tmp_path, capsys):
    weekly(tmp_path / "out", "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["number"], told["approved"], len(told["files"])) == ("TE-2026-24", False, 8)


def test_nothing_to_report_is_refused_and_leaves_no_folder(tmp_path, capsys):
    assert run(["report", "weekly", "--on", "2026-06-03", "--out", str(tmp_path / "none")]) == 2
    assert "chưa có tệp nào được nhập" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
