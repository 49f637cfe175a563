"""Every role from signing in to a result; every page without barriers, wide, narrow and zoomed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sosach.store.registers.models import Import
from sosach.store.sign_in.models import Credential
from sosach.store.sign_in.passwords import kept
from tests.store.people import child, workbook
from tests.web.browser.conftest import NARROW, WIDE, ZOOMED, barriers, picture
from tests.web.conftest import HARM, Desk, name_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

Sit = Callable[..., "Page"]

PLACES = {
    "viec": "/",
    "ra-soat": "/ra-soat/children",
    "nhap": "/nhap",
    "cho-nhan": "/cho-nhan/children",
    "trung": "/trung/children",
    "ho-so": "/ho-so/{own}",
    "tim": "/tim",
    "phim": "/phim",
    "tai-khoan": "/tai-khoan",
    "quan-tri": "/quan-tri",
    "nhat-ky": "/nhat-ky",
    "khong-co": "/khong-co-trang-nay",
}


def test_signing_in_by_name_and_password_leads_to_the_work(at_desk: Sit):
    Credential.objects.update(password=kept("rau muống luộc chấm"))
    page = at_desk(None)
    page.goto("/ra-soat/children")
    page.wait_for_url("**/dang-nhap?next=**")
    picture(page, "dang-nhap")
    page.fill("[name=name]", name_of("operator"))
    page.fill("[name=password]", "sai mật khẩu rồi")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=alert]")
    assert page.title().startswith("Lỗi:")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    page.fill("[name=password]", "rau muống luộc chấm")
    page.keyboard.press("Enter")
    page.wait_for_selector("nav.rail")
    page.click("text=Đăng xuất")
    page.wait_for_url("**/dang-nhap")
    page.go_back()
    assert "Việc của tôi" not in page.content()


@pytest.mark.parametrize(
    ("role", "sees", "not_there"),
    [
        ("culture", ("Rà soát sổ trẻ em", "Nhập tệp"), ("Quản trị",)),
        ("police", ("Trả kết quả đợt TE-01",), ("Rà soát", "Nhập tệp", "Trùng")),
        ("registry", ("Đối chiếu sổ hộ tịch",), ("Rà soát", "Nhập tệp")),
        ("collaborator", ("Việc của tôi",), ("Rà soát", "Trùng", "Nhập tệp")),
        ("clinic", ("Nhập tệp", "Tải lên"), ("Rà soát sổ", "Trùng", "Quản trị")),
        ("union", ("Thôn",), ("Nhập tệp", "Tải lên", "Rà soát sổ")),
        ("leader", ("Nhật ký",), ("Rà soát", "Nhập tệp")),
        ("province", ("cần xử lý",), ("Tìm người", "Rà soát", "Nhật ký")),
        ("service_centre", ("cần xử lý",), ("Tìm người", "Rà soát")),
        ("administrator", ("Quản trị", "Nhật ký"), ("Tìm người", "cần xử lý")),
    ],
)
def test_every_role_finds_its_work_and_nothing_else(
    at_desk: Sit, role: str, sees: tuple[str, ...], not_there: tuple[str, ...]
):
    page = at_desk(role)
    page.goto("/")
    picture(page, f"viec-{role}")
    text = page.inner_text("body") + " ".join(page.eval_on_selector_all("input", "all => all.map(i => i.placeholder)"))
    assert [words for words in sees if words not in text] == []
    elsewhere = page.inner_text("nav.rail") + page.inner_text("main") + text[-40:]
    assert [words for words in not_there if words in elsewhere] == []
    assert barriers(page) == []


@pytest.mark.parametrize("size", [WIDE, NARROW, ZOOMED], ids=["wide", "narrow", "zoomed"])
def test_no_page_has_barriers_or_needs_scrolling_sideways(at_desk: Sit, desk: Desk, size: tuple[int, int]):
    page, found = at_desk("operator", size), {}
    for name, place in PLACES.items():
        page.goto(place.format(own=desk.own_word))
        picture(page, f"{name}-{size[0]}")
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if told := [*barriers(page), *([f"{wider} px too wide"] if wider > 0 else [])]:
            found[name] = told
    assert found == {}


def test_a_file_is_taken_in_and_what_came_of_it_adds_up(at_desk: Sit, tmp_path: Path):
    rows = [child(number, **HARM.get(number, {})) for number in range(1, 45)]
    path = workbook(tmp_path / "tre-em-moi.xlsx", rows)
    page = at_desk("culture")
    page.goto("/nhap")
    page.set_input_files("[name=file]", str(path))
    page.fill("[name=as_of]", "15/06/2026")
    page.click("text=Tiếp tục: kiểm tra")
    page.wait_for_url("**/kiem-tra")
    picture(page, "nhap-kiem-tra")
    page.click("text=Tiếp tục: ghép cột")
    picture(page, "nhap-ghep-cot")
    assert barriers(page) == []
    page.click("text=Tiếp tục: số liệu")
    page.wait_for_url("**/so-lieu")
    picture(page, "nhap-so-lieu")
    assert barriers(page) == []
    page.click("text=Nhập vào sổ")
    page.wait_for_url("**/nhap/lan/*")
    picture(page, "nhap-bien-nhan")
    counts = [int(text) for text in page.locator(".sums tbody td").all_inner_texts()]
    assert sum(counts) == int(page.locator(".sums tfoot td").inner_text()) == 44
    assert Import.objects.count() == 2


def test_somebody_is_found_while_typing(at_desk: Sit):
    page = at_desk("culture")
    page.goto("/")
    page.keyboard.press("Control+K")
    page.keyboard.type("nguyen van binh")
    page.wait_for_selector("#tim-thay a")
    picture(page, "tim-nhanh")
    assert page.evaluate("location.href").endswith("/")  # what is looked for stands in no address
    page.locator("#tim-thay a").first.click()
    page.wait_for_url("**/ho-so/*")


def test_high_contrast_is_remembered_on_this_machine(at_desk: Sit):
    page = at_desk("culture")
    page.goto("/")
    page.click("text=Tương phản")
    page.goto("/ra-soat/children")
    assert page.evaluate("document.documentElement.dataset.contrast") == "more"
    assert page.get_attribute("[data-toggle-contrast]", "aria-pressed") == "true"
    assert barriers(page) == []
