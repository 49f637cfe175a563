"""Long work in the browser: its stage is told while one waits, and the page leads to the result by itself."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sosach.store import jobs
from sosach.web.frame import long_work
from tests.store.people import child, workbook
from tests.web.browser.conftest import barriers, picture

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_long_import_tells_its_stages_and_leads_to_its_receipt(
    at_desk: Callable[..., "Page"], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    go_on, real = {name: threading.Event() for name in ("matching", "findings")}, jobs.begins

    def slow(job: jobs.Job, name: str) -> None:
        real(job, name)
        if name in go_on:
            go_on[name].wait(30)

    monkeypatch.setattr(jobs, "begins", slow)
    monkeypatch.setattr(long_work, "PATIENCE", 0)
    page = at_desk("culture")
    page.goto("/nhap")
    page.set_input_files("[name=file]", str(workbook(tmp_path / "moi.xlsx", [child(n) for n in range(1, 45)])))
    page.click("text=Tiếp tục: kiểm tra")
    page.click("text=Tiếp tục: ghép cột")
    page.click("text=Tiếp tục: số liệu")
    page.click("text=Nhập vào sổ")
    page.wait_for_url("**/viec-dai/*")
    page.wait_for_selector("[role=status] >> text=Tìm xem mỗi dòng là của ai")
    assert barriers(page) == []
    go_on["matching"].set()
    page.wait_for_selector("#viec-dai-buoc >> text=Rà soát lại từng hồ sơ")
    picture(page, "viec-dai")
    go_on["findings"].set()
    page.wait_for_url("**/nhap/lan/*")
