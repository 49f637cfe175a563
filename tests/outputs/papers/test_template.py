"""An office's own template."""

import io

import pytest
from docx import Document

from sosach.findings.notices import Refused
from sosach.outputs.papers.pdf import pdf
from sosach.outputs.papers.template import Template, fill, our_template
from sosach.outputs.papers.word import in_bytes, word
from sosach.papers.document import said
from sosach.papers.weekly_children import weekly_children
from tests.outputs.papers.test_pdf import bare, pages
from tests.outputs.papers.test_word import texts
from tests.papers import model

SITUATION = model.situation()
PAPER = weekly_children(SITUATION)


def template(change=lambda document: None) -> Template:
    """Our template, changed."""
    document = Document(io.BytesIO(our_template()))
    change(document)
    made = io.BytesIO()
    document.save(made)
    return Template("mau.docx", made.getvalue())


def refusal(own: Template) -> Refused:
    """Why a template cannot be used."""
    with pytest.raises(Refused) as refused:
        fill(own, PAPER, SITUATION)
    return refused.value


def test_our_own_template_gives_our_own_paper():
    document, told = fill(template(), PAPER, SITUATION)
    assert texts(document) == texts(Document(io.BytesIO(word(PAPER, model.CUT_OFF))))
    assert said(told) == said(PAPER)


def test_order_own_sentences_and_figures_are_the_offices_and_stand_in_the_pdf_too():
    def change(document):
        document.paragraphs[3].insert_paragraph_before("Xã đã cập nhật {{children.cumulative.uploaded}} trẻ.")
        document.paragraphs[1]._p.getparent().remove(document.paragraphs[1]._p)  # no title

    document, told = fill(template(change), PAPER, SITUATION)
    assert "Xã đã cập nhật 93 trẻ." in texts(document)
    assert "BÁO CÁO" not in texts(document)
    in_pdf = bare("".join(pages(pdf(told, model.CUT_OFF))))
    assert [piece for piece in texts(document) if bare(piece) not in in_pdf] == []


def test_a_style_that_the_office_changed_is_the_style_of_the_paper():
    def change(document):
        document.styles["SoSach Than bai"].font.name = "Arial"

    document, _ = fill(template(change), PAPER, SITUATION)
    again = Document(io.BytesIO(in_bytes(document, "x", model.CUT_OFF)))
    assert again.styles["SoSach Than bai"].font.name == "Arial"


def test_a_file_made_from_nothing_gets_the_styles_that_it_lacks():
    document = Document()
    document.add_paragraph("Lời riêng")
    document.add_paragraph("{{body}}")
    made = io.BytesIO()
    document.save(made)
    filled, _ = fill(Template("x.docx", made.getvalue()), PAPER, SITUATION)
    assert "Lời riêng" in texts(filled)


def test_a_mark_that_means_nothing_is_told_with_its_paragraph():
    def change(document):
        document.paragraphs[3].insert_paragraph_before("Tổng số {{children.cumulative.tong}} trẻ")

    told = refusal(template(change)).notice
    assert told.code == "template_mark"
    assert "“mau.docx”, đoạn 4 (“Tổng số {{children.cumulative.tong}} trẻ”)" in told.message
    assert "--fallback" in told.next_step


def test_marks_within_tables_are_looked_up():
    def change(document):
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Số trẻ", "{{children.cumulative.closing}}"

    document, told = fill(template(change), PAPER, SITUATION)
    assert "1.990" in [cell.text for cell in document.tables[-5]._cells] or "1.990" in said(told)


def test_a_template_without_a_place_for_the_body_is_refused():
    def change(document):
        document.paragraphs[3].text = "không còn gì"

    assert refusal(template(change)).notice.message == "Mẫu “mau.docx” thiếu dấu “{{body}}” đứng riêng một đoạn."


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", our_template()[:3000]])
def test_what_is_no_word_file_is_refused(content):
    assert refusal(Template("x.docx", content)).notice.code == "template_unreadable"


def test_names_in_the_data_that_look_like_marks_stay_text():
    evil = model.situation(edited={"work": "Ông {{body}} và {{unit}}"})
    document, _ = fill(template(), weekly_children(evil), evil)
    assert "Ông {{body}} và {{unit}}" in texts(document)
