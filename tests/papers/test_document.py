"""Papers as what they say."""

import pytest

from sosach.papers.document import Paper, Part, Section, lead, row, said, table, text


def test_a_paper_says_its_pieces_in_reading_order():
    blocks = (text("Một"), table(("TT", "Tên"), [row(1, "An")], (1,)), lead("Hai.", "Ba"))
    paper = Paper("x", (Section((Part("body", blocks),)),))
    assert said(paper) == ["Một", "TT", "Tên", "1", "An", "Hai. Ba"]


def test_a_table_with_a_short_row_is_none():
    with pytest.raises(ValueError, match="length"):
        table(("TT", "Tên"), [row(1)], (1,))
