"""A desk that is served, and a browser in front of it: Debian's Chromium, found on the path; none is downloaded."""

import base64
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import waitress

from sosach.web.wsgi import application
from tests.web.conftest import Desk, session_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = (Path(__file__).parent.parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDE, NARROW, ZOOMED = (1366, 768), (360, 740), (320, 640)


def chromium() -> str | None:
    """The browser of this machine."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One browser for all tests."""
    playwright = pytest.importorskip("playwright.sync_api")
    place = chromium()
    if place is None:
        pytest.skip("no Chromium on the path")
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=place, args=["--no-sandbox"])
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def address(browser: "Browser", desk: Desk) -> Iterator[str]:
    """Where the desk is served."""
    server = waitress.create_server(application, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(5)


@pytest.fixture
def at_desk(browser: "Browser", address: str) -> "Iterator[Callable[..., Page]]":
    """Opens the desk for a role; what the browser complains of, and whatever asks another host, fails the test."""
    complaints: list[str] = []
    opened = []

    def sit(role: str | None, size: tuple[int, int] = WIDE) -> "Page":
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            base_url=address,
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        if role is not None:
            context.add_cookies([{"name": "sosach", "value": session_of(role), "url": address}])
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("request", lambda sent: complaints.append(sent.url) if not _is_ours(sent.url, address) else None)
        return page

    yield sit
    for context in opened:
        context.close()
    refusals = ("422", "409", "404")  # answers that a test asks for are no complaint
    assert [one for one in complaints if not any(f"status of {code}" in one for code in refusals)] == []


def _is_ours(url: str, address: str) -> bool:
    return url.startswith((address, "data:"))


def picture(page: "Page", name: str) -> None:
    """Keeps a picture where SOSACH_PICTURES says."""
    folder = os.environ.get("SOSACH_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        seen = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 60})
        (Path(folder) / f"{name}.webp").write_bytes(base64.b64decode(seen["data"]))


def barriers(page: "Page") -> list[str]:
    """What axe finds on a page."""
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    return [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]
