"""Papers besides reports, written from what the home keeps."""

import io

import pytest
from docx import Document

from sosach.findings.notices import Refused
from sosach.store.desk import write_papers
from sosach.store.police.selectors import sent_minutes
from sosach.store.visits.selectors import visits
from tests.outputs.papers.test_pdf import bare, pages
from tests.store.desk.lists_sent import sent
from tests.store.people import COLLABORATOR, OPERATOR
from tests.store.reports.weeks import FIRST_WEEK, weekly


@pytest.fixture
def lists(campaign, tmp_path, capsys):
    """Lists that are out."""
    sent(tmp_path)
    return tmp_path


def words(path) -> str:
    """All that a Word file says."""
    return " ".join(t.text or "" for t in Document(io.BytesIO(path.read_bytes())).element.body.iter("{*}t"))


def test_minutes_say_the_figures_that_were_frozen_when_the_list_left(lists):
    made = write_papers.write_minutes_papers("TE-01", lists / "out", actor=OPERATOR)
    assert [path.name for path in made][:2] == ["bien-ban-giao-TE-01.docx", "bien-ban-giao-TE-01.pdf"]
    minutes = sent_minutes("TE-01")
    assert f"gồm {minutes['persons']:02} trẻ" in words(made[0])
    assert bare(minutes["file"]["sha256"]) in bare(words(made[0]))


def test_who_may_not_see_numbers_prints_no_list(lists):
    with pytest.raises(Refused):
        write_papers.write_minutes_papers("TE-01", lists / "out", actor=COLLABORATOR)
    assert not (lists / "out").exists()


def test_sheets_carry_the_codes_of_the_list_that_was_sent(lists):
    made = write_papers.write_sheets([], lists / "out", actor=OPERATOR)
    assert len(made) == len(visits())
    visit = next(one for one in visits() if one.questions)
    page = pages((lists / "out" / f"phieu-ra-soat-{visit.code}.pdf").read_bytes())[0]
    assert bare(visit.lines.order_by("number").first().code) in bare(page)


def test_somebody_of_a_hamlet_prints_the_sheets_of_their_own(lists):
    (hamlet,) = COLLABORATOR.hamlets
    assert len(write_papers.write_sheets([hamlet], lists / "out", actor=COLLABORATOR)) == 1
    with pytest.raises(Refused):
        write_papers.write_sheets([], lists / "other", actor=COLLABORATOR)
    assert not list((lists / "other").glob("*.pdf"))


def test_a_hamlet_without_a_list_is_told(lists):
    with pytest.raises(Refused) as refused:
        write_papers.write_sheets(["Thôn Không Có"], lists / "out", actor=OPERATOR)
    assert "Thôn Không Có" in refused.value.notice.message


def test_letters_follow_the_last_frozen_figures(lists):
    with pytest.raises(Refused) as refused:
        write_papers.write_letters(lists / "out", FIRST_WEEK, actor=OPERATOR)
    assert refused.value.notice.code == "papers_no_report"
    weekly(FIRST_WEEK)
    made = {path.name for path in write_papers.write_letters(lists / "out", FIRST_WEEK, actor=OPERATOR)}
    assert made >= {"cong-van-gia-han-tre-em.docx", "danh-sach-chua-dang-ky-khai-sinh.pdf"}


def test_the_notice_needs_nothing_but_a_plan(campaign, tmp_path):
    assert len(write_papers.write_notices(tmp_path / "out", FIRST_WEEK)) == 4
