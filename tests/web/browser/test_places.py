"""The pages of a week: police, reports, upload, births book, hamlets, progress; wide and on a telephone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sosach.store.desk.prepare_upload import prepare_upload
from sosach.store.desk.send_batch import ToSend, send_batch
from sosach.store.desk.send_visits import ToSend as ToVisit
from sosach.store.desk.send_visits import send_visits
from sosach.store.police.models import Batch, Line
from sosach.store.reports.services import Wanted, freeze_report
from sosach.store.upload.models import Fact
from sosach.store.visits.models import Visit
from tests.store.civil.books import birth, compared
from tests.store.people import OPERATOR
from tests.store.police.lists import number_of
from tests.store.upload.exports import decided, wanted
from tests.web.browser.conftest import NARROW, WIDE, ZOOMED, barriers, picture
from tests.web.conftest import OWN, TODAY, Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

Sit = Callable[..., "Page"]


@pytest.fixture
def week(desk: Desk, tmp_path: Path) -> dict[str, str]:
    """A week of work: a batch out, lists in the hamlets, an extract compared, a report frozen, an upload prepared."""
    Batch.objects.filter(code="TE-01").update(minutes='{"sent_on": "2026-06-11"}')
    send_batch(ToSend(register="children", out=tmp_path / "dot.xlsx"), actor=OPERATOR, on=TODAY)
    compared(tmp_path / "ks.xlsx", [birth(20), birth(21, mother_name="Trần Thị Hoa Ban"), birth(60)], TODAY)
    send_visits(ToVisit(hamlets=(), out=tmp_path / "phieu"), actor=OPERATOR, on=TODAY)
    decided(6, "sex", "Nam", TODAY)
    decided(10, "father_name", "Nguyễn Văn Tám", TODAY)
    prepare_upload("children", wanted(tmp_path / "tre-em.xlsx", tmp_path / "o.xlsx"), actor=OPERATOR, on=TODAY)
    number = freeze_report(Wanted(kind="weekly", on=TODAY), actor=OPERATOR).number
    return {
        "cong-an": "/cong-an?dot=TE-02",
        "cong-an-tra-loi": "/cong-an/TE-02/tra-loi",
        "ho-tich": "/ho-tich",
        "ho-tich-moi": "/ho-tich?muc=chua-co",
        "thon": "/thon",
        "gap-them": "/gap-them",
        "thon-phieu": f"/thon/{Visit.objects.get(hamlet=OWN).code}",
        "tai-len": "/tai-len",
        "tai-len-danh-sach": "/tai-len/CN-01",
        "bao-cao": "/bao-cao",
        "bao-cao-xem": f"/bao-cao/{number}",
        "tien-do": "/tien-do",
        "lich": "/lich",
        "sao-luu": "/sao-luu",
    }


@pytest.mark.parametrize("size", [WIDE, NARROW, ZOOMED], ids=["wide", "narrow", "zoomed"])
def test_no_place_has_barriers_or_needs_scrolling_sideways(at_desk: Sit, week: dict[str, str], size: tuple[int, int]):
    page, found = at_desk("operator", size), {}
    for name, place in week.items():
        answer = page.goto(place)
        assert answer is not None
        assert answer.ok, name
        picture(page, f"{name}-{size[0]}")
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if told := [*barriers(page), *([f"{wider} px too wide"] if wider > 0 else [])]:
            found[name] = told
    assert found == {}


def test_the_police_answer_on_the_page_from_their_work_to_the_figures(at_desk: Sit, week: dict[str, str]):
    line = Line.objects.get(batch__code="TE-02", person__record_code="TE000003")
    page = at_desk("police")
    page.goto("/")
    page.click("text=Trả kết quả đợt TE-02")
    page.click("text=Ghi kết quả trên trang này")
    page.select_option(f"[name=result-{line.number}]", "Cấp/bổ sung số")
    page.fill(f"[name=new_personal_id-{line.number}]", number_of(3))
    page.click("button:has-text('Gửi kết quả')")
    page.wait_for_selector("text=Đã nhận 1 dòng có kết quả")
    picture(page, "cong-an-da-tra")
    line.refresh_from_db()
    assert line.effect == "applied"


def test_a_collaborator_answers_house_by_house_on_a_telephone(at_desk: Sit, week: dict[str, str]):
    page = at_desk("collaborator", NARROW)
    page.goto("/thon")
    page.click("text=Ghi trả lời")
    page.wait_for_selector(".question")
    radios = page.locator(".answers input[type=radio]")
    if radios.count():
        radios.first.check()
    else:
        page.locator(".question input").first.fill("12/05/2016")
    small = page.evaluate(
        "[...document.querySelectorAll('main .button, main .answers .choice')].filter(e => e.offsetHeight < 44).length"
    )
    assert small == 0
    page.click("text=Ghi và sang hộ sau")
    page.wait_for_selector("text=Đã nhận 1 câu trả lời")


def test_lines_are_ticked_after_typing(at_desk: Sit, week: dict[str, str]):
    page = at_desk("clinic")
    page.goto("/tai-len/CN-01")
    page.locator("input[value=done]").first.check()
    page.click("text=Ghi các dòng đã đánh dấu")
    page.wait_for_selector("text=Đã ghi 1 dòng đã nhập")
    assert Fact.objects.filter(typed="done").count() == 1


def test_the_leader_approves_and_copies_a_reminder(at_desk: Sit, week: dict[str, str]):
    page = at_desk("leader")
    page.goto(week["bao-cao-xem"])
    page.click("text=Duyệt báo cáo")
    page.wait_for_selector("text=Đã duyệt; bản tải về")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/tien-do")
    page.locator("[data-copy]").first.click()
    page.wait_for_selector("text=Đã chép")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Kính gửi:")
