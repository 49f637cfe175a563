"""The printed list of a hamlet."""

import re

from sosach.campaign.questions import OpenFinding
from sosach.campaign.visit_list import visit_list
from sosach.outputs.visit_page import PageHead, visit_page
from tests.forms.hamlets import KEY, NO_NUMBER, VISIT, listed, resident

HEAD = PageHead(
    title="Phiếu rà soát RS-0006", code="RS-0006", plan=VISIT.plan, unit="xã Hòa Mẫu", hamlet="Thôn Bến Cỏ"
)  # fmt: skip


def test_one_block_per_household_with_all_questions_of_all_its_people() -> None:
    page = visit_page(listed(), HEAD)
    houses = re.findall(r'<section class="house">(.*?)</section>', page, re.DOTALL)
    assert len(houses) == 2
    assert "Nguyễn Bảo An" in houses[0]
    assert "Nguyễn Bảo Bn" in houses[0]
    assert "Hộ HM-000 · Chủ hộ: Nguyễn Văn Mẫu" in houses[0]
    assert all(row.sent.code in page for row in listed().rows)
    assert "break-inside: avoid" in page


def test_people_without_a_household_are_not_put_together() -> None:
    alone = {"household_code": None, "household_head": None}
    page = visit_page(
        visit_list([resident(0, NO_NUMBER, **alone), resident(1, NO_NUMBER, **alone)], "RS-0006", KEY), HEAD
    )
    assert page.count('class="house"') == 2


def test_a_person_with_many_questions_begins_anew_after_the_fourth() -> None:
    fields = ("full_name", "birth_date", "sex", "ethnicity", "hamlet")
    many = [OpenFinding("x", "basic_info", "error", field) for field in fields]
    page = visit_page(visit_list([resident(0, *many)], "RS-0006", KEY), HEAD)
    assert 'rowspan="4"' in page
    assert page.count("(tiếp)") == 1


def test_it_says_what_it_is_for_and_asks_nothing_of_other_places() -> None:
    page = visit_page(listed(), HEAD)
    assert "Kế hoạch số 45/KH-UBND ngày 02/6/2026" in page
    assert "không gửi qua Zalo" in page
    assert "Cần hỏi 3 người ở 2 hộ, 6 câu hỏi." in page
    assert not re.search(r"""(?:src|href)=|url\(|https?://""", page)


def test_nothing_that_was_typed_becomes_markup() -> None:
    page = visit_page(visit_list([resident(0, NO_NUMBER, full_name="<script>x</script>")], "RS-0006", KEY), HEAD)
    assert "<script>" not in page


def test_a_hamlet_without_questions_is_told() -> None:
    assert "Thôn Bến Cỏ không còn hộ cần hỏi." in visit_page(visit_list([], "RS-0006", KEY), HEAD)
