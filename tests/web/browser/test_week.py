"""The six tasks of an official's week, from the page of the week to their result; what they cost is written down."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sosach.store.findings.models import Finding, State
from sosach.store.police.models import Line
from sosach.store.registers.models import Import
from sosach.store.registers.selectors import facts
from sosach.store.reports.models import Snapshot
from sosach.store.upload.models import Fact
from sosach.web.frame import clock
from tests.store.people import child, workbook
from tests.store.police.lists import given, written_into
from tests.web.browser.conftest import picture
from tests.web.browser.hand import Hand, doing, written_down
from tests.web.conftest import HARM, Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

Sit = Callable[..., "Page"]

ROWS = [child(number, **HARM.get(number, {})) for number in range(1, 45)]
IMPORT, REVIEW = "Nhập tệp kết xuất", "Rà soát 7 hồ sơ"
SEND, RECEIVE = "Chuyển danh sách Công an (thứ Năm)", "Nhận kết quả Công an (thứ Tư)"
UPLOAD, REPORT = "Cập nhật lên phần mềm, đối chiếu lại", "Báo cáo tuần chờ ký (thứ Sáu)"


def test_six_tasks_of_a_week_cost_what_is_written_down(
    at_desk: Sit, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page, done = at_desk("culture"), {}
    with doing(IMPORT, page, done) as hand:
        export = _import(hand, tmp_path)
    with doing(REVIEW, page, done) as hand:
        assert _review(hand) == 7
    monkeypatch.setenv(clock.DAY, "2026-06-18")
    with doing(SEND, page, done) as hand:
        listed = _send(hand, tmp_path)
    monkeypatch.setenv(clock.DAY, "2026-06-24")
    with doing(RECEIVE, page, done) as hand:
        _receive(hand, listed, tmp_path)
    with doing(UPLOAD, page, done) as hand:
        _upload(hand, export, tmp_path)
    monkeypatch.setenv(clock.DAY, "2026-06-26")
    with doing(REPORT, page, done) as hand:
        _report(hand, tmp_path)
    told = written_down()
    assert done == {task: told.get(task) for task in done}


def _import(hand: Hand, folder: Path) -> Path:
    export = workbook(folder / "tre-em-16-6.xlsx", ROWS)
    hand.page.goto("/")
    hand.click("nav.rail >> text=Nhập tệp")
    hand.choose(export)
    hand.write("[name=as_of]", "15/06/2026")
    hand.click("text=Tiếp tục: kiểm tra")
    hand.click("text=Tiếp tục: ghép cột")
    hand.click("text=Tiếp tục: số liệu")
    hand.click("text=Nhập vào sổ")
    hand.page.wait_for_selector("text=Đã nhập.")
    picture(hand.page, "tuan-1-bien-nhan")
    assert Import.objects.count() == 2
    return export


def _review(hand: Hand) -> int:
    """Everybody of the queue by keys: what is proposed is taken, the police and the hamlet are asked the rest."""
    page, decided = hand.page, 0
    hand.click("text=Rà soát")
    page.wait_for_selector("article.case h2")
    while page.locator("#quyet-dinh").count():
        before = page.inner_text("#da-luu"), page.url
        if page.locator("button[data-act=accept]").is_enabled():
            hand.press("Enter")
        elif page.locator("button[data-act=police]").is_enabled():
            hand.press("c")
        else:
            hand.press("h")
            hand.press("Enter")
        page.wait_for_function(
            "([said, url]) => document.getElementById('da-luu').innerText !== said || location.href !== url",
            arg=list(before),
        )
        decided += 1
    picture(page, "tuan-2-het-viec")
    return decided


def _send(hand: Hand, folder: Path) -> Path:
    hand.page.goto("/")
    picture(hand.page, "tuan-3-thu-nam")
    hand.click("text=Chuyển danh sách cho Công an xã, sổ trẻ em")
    hand.click("button:has-text('Lập đợt để chuyển')")
    hand.page.wait_for_selector("text=Đợt TE-02")
    listed = hand.take("button:has-text('Tải tệp Excel')", folder)
    hand.take("button[value='giao.pdf']", folder)
    picture(hand.page, "tuan-3-dot")
    assert Line.objects.filter(batch__code="TE-02").count() == 2
    return listed


def _receive(hand: Hand, listed: Path, folder: Path) -> None:
    lines = Line.objects.filter(batch__code="TE-02").select_related("person")
    numbers = {line.number + 1: int((line.person.record_code or "")[2:]) for line in lines}
    answered = written_into(listed, folder / "tra.xlsx", {row: given(number) for row, number in numbers.items()})
    hand.page.goto("/")
    hand.click("text=Nhận kết quả đợt TE-02")
    hand.choose(answered)
    hand.click("button:has-text('Gửi kết quả')")
    hand.page.wait_for_selector("text=Đã nhận 2 dòng có kết quả")
    picture(hand.page, "tuan-4-da-nhan")
    assert {line.effect for line in lines.all()} == {"applied"}


def _upload(hand: Hand, export: Path, folder: Path) -> None:
    hand.page.goto("/")
    hand.click("nav.rail >> text=Tải lên")
    hand.choose(export, "form[action='/tai-len/lap'] [name=file]")
    hand.click("button:has-text('Lập bộ tệp')")
    hand.page.wait_for_url("**/tai-len/CN-01")
    hand.write("[name=purpose]", "Tải lên phần mềm")
    made = hand.take("button:has-text('Tải bộ tệp')", folder)
    assert made.suffix == ".zip"
    changed = {one.person.record_code: one.person for one in Fact.objects.select_related("person")}
    assert set(changed) == {"TE000001", "TE000003", "TE000009"}
    told = {code: facts({person.id})[person.id]["personal_id"] or "" for code, person in changed.items()}
    rows = [row | {"personal_id": told.get(row["record_code"], row["personal_id"])} for row in ROWS]
    hand.page.goto("/tai-len")
    hand.choose(workbook(folder / "tre-em-24-6.xlsx", rows), "form[action='/tai-len/doi-chieu'] [name=file]")
    hand.click("button:has-text('Đối chiếu')")
    hand.page.wait_for_selector("text=Đã đối chiếu")
    picture(hand.page, "tuan-5-doi-chieu")


def _report(hand: Hand, folder: Path) -> None:
    hand.page.goto("/")
    picture(hand.page, "tuan-6-thu-sau")
    hand.click("text=Báo cáo tuần")
    hand.click("text=Chốt số liệu và xem")
    hand.page.wait_for_url("**/bao-cao/TE-*")
    paper = hand.take("button:has-text('Tải bản dự thảo')", folder)
    picture(hand.page, "tuan-6-bao-cao")
    assert paper.suffix == ".docx"
    assert Snapshot.objects.get().approved_on is None
    assert not Finding.objects.filter(state=State.OPEN).exists()
