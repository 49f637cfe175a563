"""From `make demo` to the weekly report ready for signature: what somebody does who has read nothing."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sosach.cli.demo.steps import END
from tests.web.browser.conftest import WIDE, barriers, picture
from tests.web.browser.hand import doing, written_down

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TASK = "Từ `make demo` đến báo cáo tuần chờ ký"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The pages of a small demo, served as the demo says; gives their address."""
    around = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SOSACH_HOME")}
    around["PYTHONUNBUFFERED"] = "1"  # the address is read while it goes on
    command = [sys.executable, "-m", "sosach"]
    made = [*command, "demo", str(tmp_path / "demo"), "--size", "100", "--no-serve"]
    told = subprocess.run(made, env=around, capture_output=True, text=True, check=True).stdout
    opening = told.rstrip().splitlines()[-1].split()
    assert opening[:2] == ["sosach", "serve"]
    with subprocess.Popen(
        [*command, *opening[1:], "--port", "0", "--no-browser"], env=around, stdout=subprocess.PIPE, text=True
    ) as serving:
        assert serving.stdout is not None
        found = re.search(r"http://\S+", serving.stdout.readline())
        assert found is not None
        yield found[0].rstrip("/")
        serving.terminate()


@pytest.mark.deep
def test_from_the_demo_to_a_report_that_can_be_signed(browser: "Browser", served: str, tmp_path: Path):
    context = browser.new_context(viewport=dict(zip(("width", "height"), WIDE, strict=True)), base_url=served)
    page: Page = context.new_page()
    done: dict[str, tuple[int, int]] = {}
    with doing(TASK, page, done) as hand:
        page.goto("/")
        assert page.inner_text("h1") == "Chiến dịch của xã Hòa Mẫu đã mở"
        picture(page, "dau-tien")
        hand.write("[name=name]", "Bùi Thị Mai")
        hand.write("[name=password]", "rau muống luộc chấm")
        hand.press("Enter")
        page.wait_for_selector("h1:has-text('Việc của tôi')")
        assert f"{END:%d/%m/%Y}" in page.inner_text(".page-head")
        picture(page, "dau-tien-viec")
        hand.click("table a:has-text('Báo cáo tuần')")
        hand.click("button:has-text('Chốt số liệu và xem')")
        page.wait_for_url("**/bao-cao/TE-BT-*")
        assert barriers(page) == []
        hand.click("button:has-text('Duyệt báo cáo')")
        page.wait_for_selector("text=Đã duyệt; bản tải về không còn chữ DỰ THẢO")
        paper = hand.take("button:has-text('Tải bản Word để ký')", tmp_path)
        picture(page, "dau-tien-bao-cao")
    assert paper.stat().st_size > 10_000
    assert done == {TASK: written_down().get(TASK)}
    context.close()
