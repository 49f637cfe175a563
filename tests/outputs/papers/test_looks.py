"""The looks agree with Decree 30/2020/NĐ-CP, Annex I."""

from sosach.outputs.papers.looks import LOOKS, MARGINS, PAGE_NUMBER_SIZE
from sosach.papers.document import Style


def test_every_kind_of_paragraph_has_a_look():
    assert set(LOOKS) == set(Style)


def test_margins_and_sizes_lie_within_the_decree():
    assert 20 <= MARGINS["top"] <= 25
    assert 20 <= MARGINS["bottom"] <= 25
    assert 30 <= MARGINS["left"] <= 35
    assert 15 <= MARGINS["right"] <= 20
    assert 13 <= PAGE_NUMBER_SIZE <= 14
    sizes = {
        Style.AGENCY: (12, 13), Style.MOTTO: (13, 14), Style.NUMBER: (13, 13), Style.PLACE_DATE: (13, 14),
        Style.TITLE: (13, 14), Style.SUBJECT: (13, 14), Style.BODY: (13, 14), Style.ADDRESSEE: (13, 14),
        Style.SIGNER: (13, 14), Style.RECIPIENTS_HEAD: (12, 12), Style.RECIPIENT: (11, 11), Style.ANNEX: (14, 14),
    }  # fmt: skip
    assert [style for style, (low, high) in sizes.items() if not low <= LOOKS[style].size <= high] == []


def test_bold_and_italic_stand_where_the_decree_wants_them():
    assert {s for s, look in LOOKS.items() if look.bold} == {
        Style.AGENCY, Style.MOTTO, Style.TITLE, Style.SUBJECT, Style.SECTION, Style.CLAUSE, Style.ANNEX, Style.SIGNER,
        Style.RECIPIENTS_HEAD,
    }  # fmt: skip
    assert {s for s, look in LOOKS.items() if look.italic} >= {Style.PLACE_DATE, Style.GROUND, Style.RECIPIENTS_HEAD}


def test_body_is_justified_with_a_first_line_and_room_between_paragraphs():
    body = LOOKS[Style.BODY]
    assert (body.align, body.first, body.after) == ("justify", 12.7, 6.0)
    assert body.leading >= body.size
