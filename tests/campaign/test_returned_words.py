"""What is said about rows that were not taken in."""

from dataclasses import replace

from sosach.campaign.returned import sort_out
from sosach.campaign.returned_words import row_notices
from sosach.findings.notices import Notice
from sosach.forms.form import ReturnedRow
from sosach.forms.police import POLICE_LIST
from tests.forms.batches import KEY, sent


def said(place: int, *added: ReturnedRow, **change: object) -> list[Notice]:
    rows = [ReturnedRow(sheet="s", row=r.number + 1, code=r.code, facts=r.facts, answers={}) for r in sent()]
    rows[place] = replace(rows[place], **change)  # type: ignore[arg-type]
    rows += added
    return list(row_notices(sort_out(rows, sent(), "TE-02", KEY), rows, POLICE_LIST, "a.xlsx"))


def test_nothing_is_said_of_rows_that_are_as_they_were_sent() -> None:
    assert said(0) == []
    assert said(0, answers={"result": "Khớp"}) == []


def test_every_row_outside_has_its_sentence_with_its_place() -> None:
    facts = sent()[2].facts
    cases = {
        "form_row_altered": said(2, facts=("Ai Khác", *facts[1:])),
        "police_row_code": said(2, code="TE02-0003-00000000"),
        "form_row_like": said(2, code=""),
        "form_row_added": said(2, code="", facts=("Lê Thêm", "01/02/2020", *[""] * 7)),
        "form_row_batch": said(2, code=sent(12, "TE-01")[2].code),
    }
    for code, notices in cases.items():
        assert [notice.code for notice in notices] == [code]
        assert "òng 4" in notices[0].message


def test_an_altered_row_names_its_columns_and_nobody() -> None:
    facts = sent()[2].facts
    (notice,) = said(2, facts=("Ai Khác", "01/01/2001", *facts[2:]))
    assert "“Họ và tên”, “Ngày sinh”" in notice.message
    assert "Ai Khác" not in notice.message
    (notice,) = said(2, facts=sent()[5].facts)
    assert "các cột đã gửi" in notice.message


def test_two_answers_for_one_row_are_named_by_their_places() -> None:
    row = sent()[2]
    again = ReturnedRow(sheet="s", row=20, code=row.code, facts=row.facts, answers={"result": "Trùng"})
    (notice,) = said(2, again, answers={"result": "Khớp"})
    assert notice.code == "police_two_answers"
    assert "4 và 20" in notice.message
