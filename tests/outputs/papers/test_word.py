"""Papers as Word files, point by point beside Decree 30/2020/NĐ-CP, Annex I."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from sosach.outputs.papers.word import word
from sosach.papers.document import Style, said
from sosach.papers.weekly_children import weekly_children
from tests.outputs.papers.test_pdf import EVIL, FILE, bare, pages, plain
from tests.papers import model

PAPER = weekly_children(model.situation())
CONTENT = word(PAPER, model.CUT_OFF)
WORD = Document(io.BytesIO(CONTENT))


def texts(document) -> list[str]:
    """Everything that stands in the body, cells within cells included."""
    return [
        "".join(t.text or "" for t in p.iter("{*}t"))
        for p in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    ]


def test_paper_is_a4_upright_with_the_decrees_margins_and_annexes_across():
    first, *annexes = WORD.sections
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    for section in WORD.sections:
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(one.mm) for one in margins] == [20, 20, 30, 15]
    assert [one.orientation for one in annexes] == [WD_ORIENT.LANDSCAPE] * 3


def test_every_style_is_black_times_new_roman():
    ours = [style for style in WORD.styles if style.name.startswith("SoSach")]
    assert len(ours) >= len(Style)
    assert {style.font.name for style in ours} == {"Times New Roman"}
    assert {str(style.font.color.rgb) for style in ours} == {"000000"}


def test_body_is_14_justified_with_first_line_and_6_points_between():
    body = WORD.styles[Style.BODY.value]
    shape = body.paragraph_format
    assert body.font.size == Pt(14)
    assert shape.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert round(shape.first_line_indent.mm, 1) == 12.7
    assert (shape.space_after, shape.line_spacing) == (Pt(6), Pt(18))


@pytest.mark.parametrize(
    ("text", "style", "size", "bold", "italic"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Style.AGENCY, 13, True, False),
        ("Độc lập - Tự do - Hạnh phúc", Style.MOTTO, 14, True, False),
        ("ỦY BAN NHÂN DÂN", Style.AGENCY, 13, True, False),
        ("Số:        /BC-UBND", Style.NUMBER, 13, False, False),
        ("Hòa Mẫu, ngày      tháng 6 năm 2026", Style.PLACE_DATE, 14, False, True),
        ("BÁO CÁO", Style.TITLE, 14, True, False),
        ("Kết quả chuẩn hóa và làm sạch dữ liệu trẻ em", Style.SUBJECT, 14, True, False),
        ("Nơi nhận:", Style.RECIPIENTS_HEAD, 12, True, True),
        ("- Như kính gửi;", Style.RECIPIENT, 11, False, False),
        ("KT. CHỦ TỊCH", Style.SIGNER, 14, True, False),
        ("Phụ lục I", Style.ANNEX, 14, True, False),
    ],
)
def test_each_part_has_the_look_that_the_decree_wants(text, style, size, bold, italic):
    paragraphs = [p for p in _all_paragraphs() if p.text == text]
    assert paragraphs
    looks = WORD.styles[paragraphs[0].style.name]
    assert paragraphs[0].style.name == style.value
    assert (looks.font.size, bool(looks.font.bold), bool(looks.font.italic)) == (Pt(size), bold, italic)


def _all_paragraphs():
    yield from WORD.paragraphs
    for table in WORD.tables:
        for cell in table._cells:
            yield from cell.paragraphs


def test_nothing_is_set_by_hand_but_what_a_table_must():
    assert [run.text for p in WORD.paragraphs for run in p.runs if run.font.size or run.font.name] == []


def test_number_of_the_page_stands_in_the_upper_margin_but_for_the_first_page():
    for section in WORD.sections:
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml
        assert '<w:pgNumType w:start="1"/>' in section._sectPr.xml


def test_recipients_end_with_the_file_and_a_full_stop():
    listed = [p.text for p in _all_paragraphs() if p.style.name == Style.RECIPIENT.value]
    assert listed[0] == "- Như kính gửi;"
    assert listed[-1] == "- Lưu: VT, VHXH."
    assert all(line.endswith(";") for line in listed[:-1])


def test_report_ends_with_the_closing_sign():
    closing = [p.text for p in WORD.paragraphs if p.style.name == Style.CLOSING.value]
    assert len(closing) == 1
    assert closing[0].endswith("./.")


def test_text_of_word_and_of_pdf_is_the_same():
    in_word = [bare(piece) for piece in texts(WORD) if piece.strip()]
    assert in_word == [bare(piece) for piece in said(PAPER) if piece.strip()]
    whole = bare("".join(pages(FILE)))
    assert [piece for piece in in_word if piece not in whole] == []


def test_the_same_paper_is_the_same_bytes():
    assert word(PAPER, model.CUT_OFF) == CONTENT


def test_a_draft_has_a_bar_beside_drafted_paragraphs_and_says_so_in_the_head():
    assert "DỰ THẢO" in WORD.sections[0].first_page_header.paragraphs[0].text
    assert [p for p in WORD.paragraphs if p.style.name == "SoSach Than bai du thao"]
    approved = Document(io.BytesIO(word(weekly_children(model.situation(approved=True)), model.CUT_OFF)))
    assert "DỰ THẢO" not in approved.sections[0].header.paragraphs[0].text
    assert not [p for p in approved.paragraphs if p.style.name == "SoSach Than bai du thao"]


@pytest.mark.parametrize("evil", EVIL)
def test_names_that_look_like_markup_stay_text(evil):
    assert evil in texts(Document(io.BytesIO(word(plain(evil), model.CUT_OFF))))


def test_tables_are_as_wide_as_the_page_and_repeat_their_heads():
    xml = zipfile.ZipFile(io.BytesIO(CONTENT)).read("word/document.xml").decode()
    assert len(re.findall("<w:tblHeader/>", xml)) == 5
    assert Mm(165) - Mm(2) <= sum(column.width for column in WORD.tables[1].columns) <= Mm(165) + Mm(2)
