"""The styles of Word files."""

from docx import Document

from sosach.outputs.papers.word_styles import DRAFTED, RULE, define
from sosach.papers.document import Style


def test_styles_are_named_after_what_paragraphs_are():
    document = Document()
    define(document)
    names = {style.name for style in document.styles}
    assert {style.value for style in Style} | {DRAFTED, RULE} <= names


def test_the_bar_beside_drafts_belongs_to_a_style_so_that_it_goes_with_it():
    document = Document()
    define(document)
    assert 'w:left w:val="single"' in document.styles[DRAFTED].element.xml
    assert "w:pBdr" not in document.styles[Style.BODY.value].element.xml
