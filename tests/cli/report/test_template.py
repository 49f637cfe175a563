"""`sosach report template`, and templates of the office."""

import io

import pytest
from docx import Document

from sosach.cli.main import run
from tests.outputs.papers.test_word import texts
from tests.store.conftest import campaign, home  # noqa: F401
from tests.store.reports.weeks import register

pytestmark = pytest.mark.usefixtures("campaign")


def written(tmp_path, text: str):
    """Our template with a sentence of the office."""
    path = tmp_path / "mau.docx"
    assert run(["report", "template", "--out", str(path)]) == 0
    document = Document(io.BytesIO(path.read_bytes()))
    document.paragraphs[3].insert_paragraph_before(text)
    document.save(str(path))
    return path


def weekly(tmp_path, *more: str) -> int:
    """The weekly report."""
    return run(["report", "weekly", "--on", "2026-06-12", "--out", str(tmp_path / "out"), *more])


def report(tmp_path) -> list[str]:
    """What the Word file says."""
    (path,) = (tmp_path / "out").glob("*.docx")
    return texts(Document(io.BytesIO(path.read_bytes())))


def test_a_template_in_the_home_takes_the_place_of_ours(campaign, tmp_path):  # noqa: F811
    register(tmp_path / "a.xlsx")
    path = written(tmp_path, "Lời của xã: {{children.cumulative.closing}} trẻ.")
    (campaign.folder / "templates").mkdir()
    path.rename(campaign.folder / "templates" / "weekly.docx")
    assert weekly(tmp_path) == 0
    assert "Lời của xã: 30 trẻ." in report(tmp_path)


def test_a_broken_template_is_told_with_its_place_and_ours_is_taken_on_request(tmp_path, capsys):
    register(tmp_path / "a.xlsx")
    path = written(tmp_path, "Sai {{nothing}}")
    assert weekly(tmp_path, "--template", str(path)) == 2
    assert "Mẫu “mau.docx”, đoạn 4 (“Sai {{nothing}}”): không hiểu dấu “nothing”" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert weekly(tmp_path, "--template", str(path), "--fallback") == 0
    assert "không hiểu dấu" in capsys.readouterr().err
    assert "BÁO CÁO" in report(tmp_path)


def test_a_template_that_is_not_there_is_said_so(tmp_path, capsys):
    register(tmp_path / "a.xlsx")
    assert weekly(tmp_path, "--template", str(tmp_path / "none.docx")) == 2
    assert "Không mở được tệp mẫu “none.docx”" in capsys.readouterr().err
