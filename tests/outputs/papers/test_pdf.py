"""Papers as PDF."""

import io
import re

import pytest
from pypdf import PdfReader

from sosach.outputs.papers.pdf import pdf, source, string
from sosach.papers.document import Paper, Part, Section, said, text
from sosach.papers.weekly_children import weekly_children
from tests.papers import model

PAPER = weekly_children(model.situation())
FILE = pdf(PAPER, model.CUT_OFF)
EVIL = [
    '#panic("x")',
    "*đậm* _nghiêng_ $x^2$",
    '"); #panic("',
    "\\n \\u{41}",
    "=HYPERLINK(1)",
    "<script>",
    "{{ 7*7 }}",
    "@a //b",
]


def pages(file: bytes) -> list[str]:
    """The text of every page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]


def bare(words: str) -> str:
    """Without blanks, for lines break where they must."""
    return re.sub(r"\s", "", words)


def plain(*lines: str) -> Paper:
    """A paper of a few lines."""
    return Paper("x", (Section((Part("body", tuple(map(text, lines))),)),))


def test_text_can_be_searched_and_is_all_that_the_paper_says():
    whole = bare("".join(pages(FILE)))
    assert [piece for piece in said(PAPER) if bare(piece) not in whole] == []


def test_it_is_an_archive_file_with_its_own_fonts_alone():
    assert b"<pdfaid:part>2</pdfaid:part>" in FILE
    fonts = {font for page in PdfReader(io.BytesIO(FILE)).pages for font in _fonts(page)}
    assert {font.partition("+")[2] for font in fonts} <= {
        "LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic",
    }  # fmt: skip


def _fonts(page) -> list[str]:
    return [font.get_object()["/BaseFont"].lstrip("/") for font in page["/Resources"]["/Font"].values()]


def test_the_same_paper_is_the_same_bytes():
    assert pdf(PAPER, model.CUT_OFF) == FILE


def test_pages_are_a4_annexes_across_and_the_first_page_has_no_number():
    read = PdfReader(io.BytesIO(FILE))
    shapes = [(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in read.pages]
    assert shapes[:3] == [(595, 842)] * 3
    assert shapes[-3:] == [(842, 595)] * 3
    texts = pages(FILE)
    heads = [re.sub("DỰ THẢO", "", page.splitlines()[0]).strip() for page in texts]
    assert heads[1:3] == ["2", "3"]
    assert not any(head.isdigit() for head in (heads[0], *heads[3:]))


def test_a_draft_says_so_on_every_page_and_an_approved_paper_does_not():
    assert all("DỰ THẢO" in page for page in pages(FILE))
    approved = pdf(weekly_children(model.situation(approved=True)), model.CUT_OFF)
    assert not any("DỰ THẢO" in page for page in pages(approved))


@pytest.mark.parametrize("evil", EVIL)
def test_names_that_look_like_markup_stay_text(evil):
    assert bare(evil) in bare(pages(pdf(plain(evil), model.CUT_OFF))[0])


def test_blanks_for_number_and_day_stay_as_wide_as_they_are():
    assert string("Số:        /BC") == '"Số:' + "\u00a0" * 8 + '/BC"'
    assert "\0" not in source(plain("a\0b"))
