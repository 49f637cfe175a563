"""The household review as PDF."""

import re

import pytest

from sosach.outputs.papers.sheets import sheets_pdf, sheets_source
from tests.outputs.papers.test_pdf import EVIL, bare, pages
from tests.papers import model
from tests.papers.houses import everything, resident, sheets

MANY = sheets(*(resident(n) for n in range(2, 22)))
FILE = sheets_pdf(MANY, model.CUT_OFF)


def test_every_page_names_list_and_page_and_carries_the_notice():
    told = pages(FILE)
    for number, page in enumerate(told, 1):
        assert f"RS-0006-{number:02}" in page
        assert f"tờ {number} / {len(told)}" in page
        assert "Thông báo về thông tin cá nhân" in page


def test_a_house_is_not_divided_by_a_page():
    told = pages(FILE)
    for house in MANY.houses:
        codes = {line.code for line in house.lines}
        assert [
            p
            for p in told[:-1]
            if any(bare(c) in bare(p) for c in codes) and not all(bare(c) in bare(p) for c in codes)
        ] == []


def test_the_summary_lists_all_houses_and_is_signed():
    last = pages(FILE)[-1]
    assert "Tổng hợp Thôn Bến" in last
    assert f"Cộng: {len(MANY.houses)} hộ, {MANY.persons} người, {MANY.questions} câu hỏi." in last
    assert "TRƯỞNG THÔN" in last


def test_no_number_and_nothing_sensitive_stands_on_paper():
    whole = " ".join(pages(sheets_pdf(sheets(everything(1)), model.CUT_OFF)))
    assert not re.search(r"(?<!\d)\d{9,12}(?!\d)", whole)
    assert not re.search("hộ nghèo|khuyết tật|HIV|trợ cấp|hoàn cảnh", whole, re.IGNORECASE)


def test_nobody_to_ask_is_said_so():
    assert "Thôn Bến không còn hộ cần hỏi." in pages(sheets_pdf(sheets(), model.CUT_OFF))[0]


@pytest.mark.parametrize("evil", EVIL)
def test_names_that_look_like_markup_stay_text(evil):
    told = pages(sheets_pdf(sheets(resident(1, full_name=evil)), model.CUT_OFF))
    assert bare(evil) in bare(told[0])


def test_the_qr_code_is_drawn_from_the_pages_code():
    assert sheets_source(MANY).count("<svg") >= len(pages(FILE))
    assert b"<pdfaid:part>2</pdfaid:part>" in FILE
