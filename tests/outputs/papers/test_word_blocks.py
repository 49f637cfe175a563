"""The blocks of a paper in Word."""

from docx import Document

from sosach.outputs.papers.word_blocks import write_block
from sosach.outputs.papers.word_styles import define
from sosach.papers.document import Align, Gap, Rule, row, table


def written(*blocks):
    """A document with some blocks."""
    document = Document()
    define(document)
    for block in blocks:
        write_block(document._body, block, 165.0)
    return document


def test_words_stand_left_and_figures_right():
    made = written(table(("TT", "Thôn", "Số"), [row(1, "Bến", "2")], (1, 3, 1))).tables[0]
    assert [cell.paragraphs[0].alignment.name for cell in made.rows[1].cells] == ["CENTER", "LEFT", "RIGHT"]
    assert {cell.paragraphs[0].alignment.name for cell in made.rows[0].cells} == {"CENTER"}


def test_a_short_table_stays_on_one_page_a_long_one_may_break():
    short = written(table(("A",), [row(n) for n in range(3)], (1,), words=1)).tables[0]
    long = written(table(("A",), [row(n) for n in range(40)], (1,), words=1)).tables[0]
    assert short.rows[2].cells[0].paragraphs[0].paragraph_format.keep_with_next
    assert not long.rows[20].cells[0].paragraphs[0].paragraph_format.keep_with_next
    assert Align.CENTRE.value == "center"


def test_room_for_a_signature_is_empty_lines_and_a_rule_is_short():
    document = written(Gap(4), Rule(0.25))
    before = len(Document().paragraphs)
    assert len(document.paragraphs) - before == 5
    assert round(document.paragraphs[-1].paragraph_format.left_indent.mm) == 62
