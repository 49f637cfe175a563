"""The review without a mouse: every act by its key, the focus where one goes on, at least six decisions a minute."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from sosach.store.findings.models import Finding, State
from sosach.store.log.models import Event
from tests.web.browser.conftest import picture

if TYPE_CHECKING:
    from playwright.sync_api import Page

Sit = Callable[..., "Page"]


def _name(page: "Page") -> str:
    return page.inner_text("article.case h2")


def _after(page: "Page", act: Callable[[], None]) -> str:
    before = page.url, page.inner_text("#da-luu")
    act()
    page.wait_for_function(
        "([url, said]) => location.href !== url || document.getElementById('da-luu').innerText !== said",
        arg=list(before),
    )
    return page.inner_text("#da-luu")


def test_six_decisions_a_minute_by_keys_alone(at_desk: Sit):
    page = at_desk("culture")
    page.goto("/ra-soat/children")
    picture(page, "ra-soat")
    started, decided = time.monotonic(), 0
    for _ in range(4):
        leaves = page.locator("button[data-act=accept]").is_disabled()
        if leaves:
            page.keyboard.press("b")
            said = _after(page, lambda: page.keyboard.press("Enter"))
            assert "Đã để lại" in said
        else:
            said = _after(page, lambda: page.keyboard.press("Enter"))
            assert "Đã chấp nhận" in said
        assert page.evaluate("document.activeElement.tagName") == "H2"  # the next person's name
        decided += 1
    assert decided / (time.monotonic() - started) * 60 >= 6
    assert Event.objects.filter(kind="verdict").count() == 4


def test_undo_ask_police_edit_and_back_by_keys(at_desk: Sit):
    page = at_desk("culture")
    page.goto("/ra-soat/children?loi=personal_id_missing")
    first = _name(page)
    assert "Đã hỏi thôn" in _ask(page)
    assert "Đã hoàn tác" in _after(page, lambda: page.keyboard.press("u"))
    assert _name(page) == first
    assert "Công an" in _after(page, lambda: page.keyboard.press("c"))
    assert Finding.objects.filter(state=State.WAITING, waiting_for="commune_police").exists()
    page.goto("/ra-soat/children?loi=birth_date_impossible")
    page.keyboard.press("s")
    page.keyboard.press("Tab")
    picture(page, "ra-soat-sua")
    page.fill("[name=value-birth_date]", "28/02/2016")
    page.fill(".panel:not([hidden]) [name=evidence]", "Giấy khai sinh số 12/2016")
    page.fill(".panel:not([hidden]) [name=reason]", "Gõ nhầm ngày")
    assert "Đã sửa" in _after(page, lambda: page.keyboard.press("Enter"))
    page.goto("/ra-soat/children?loi=personal_id_missing")
    page.click("nav.rail >> text=Việc")
    page.go_back()
    page.wait_for_url("**loi=personal_id_missing**")
    assert page.locator("article.case").is_visible()


def _ask(page: "Page") -> str:
    page.keyboard.press("h")
    page.keyboard.type("có ở nhà không, bé đã có số chưa")  # letters that are keys elsewhere
    return _after(page, lambda: page.keyboard.press("Enter"))


def test_choices_turn_with_their_number_and_letters_typed_by_an_input_method_do_nothing(at_desk: Sit):
    page = at_desk("culture")
    page.goto("/ra-soat/children?de-xuat=proven")
    page.keyboard.press("1")
    assert page.locator(".change input[value=keep]").first.is_checked()
    page.keyboard.press("1")
    assert page.locator(".change input[value=accept]").first.is_checked()
    before = Event.objects.count()
    composing = "new KeyboardEvent('keydown', {code: 'KeyC', key: 'c', isComposing: true, bubbles: true})"
    page.evaluate(f"document.activeElement.dispatchEvent({composing})")
    page.keyboard.press("Slash")
    assert page.evaluate("document.activeElement.id") == "tim"
    page.keyboard.type("dcbs")
    assert Event.objects.count() == before


def test_keys_are_changed_and_switched_off(at_desk: Sit):
    page = at_desk("culture")
    page.goto("/ra-soat/children")
    page.keyboard.press("Shift+Slash")
    page.wait_for_url("**/phim")
    page.fill("#phim-leave", "L")
    page.click("text=Ghi nhớ")
    page.goto("/ra-soat/children")
    page.keyboard.press("b")
    assert page.locator("#bang-de-lai").is_hidden()
    page.keyboard.press("l")
    assert page.locator("#bang-de-lai").is_visible()
    page.goto("/phim")
    page.uncheck("[name=on]")
    page.click("text=Ghi nhớ")
    page.goto("/ra-soat/children")
    page.keyboard.press("l")
    assert page.locator("#bang-de-lai").is_hidden()
    assert page.locator("[data-keys-off]").is_visible()
    kept = page.evaluate("Object.keys(localStorage)")
    assert set(kept) <= {"sosach-keys", "sosach-contrast"}
