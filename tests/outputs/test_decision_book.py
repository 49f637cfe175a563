"""Decisions come back from workbooks that were sorted, cut and filled in by hand; what is doubtful is told."""

import openpyxl
import pytest

from sosach.findings.notices import Refused
from sosach.forms.pair_decisions import code_of
from sosach.intake.options import ReadingOptions
from sosach.linkage.decided import Ruling
from sosach.outputs.decision_book import read_decisions

A, B, C = (f"{n * 10}-x-x-x-x" for n in "123")
HEADS = ("STT", "Kết luận", "Ghi chú của người xem", "Mã cặp (không sửa)")


def filled(path, *rows, heads=HEADS, **more):
    """A workbook with these rows, and further sheets by name."""
    book = openpyxl.Workbook()
    book.active.title = "Cần xem"
    for name, lines in {"Cần xem": rows, **more}.items():
        sheet = book[name] if name in book.sheetnames else book.create_sheet(name)
        for line in (heads, *lines):
            sheet.append(line)
    book.save(path)
    return read_decisions(path, ReadingOptions())


@pytest.mark.parametrize(
    ("word", "ruling"),
    [("Một người", Ruling.ONE), ("HAI NGƯỜI", Ruling.TWO), ("hai nguoi", Ruling.TWO), (" Chưa  rõ ", Ruling.OPEN)],
)
def test_decision_in_its_words(tmp_path, word, ruling):
    found = filled(tmp_path / "a.xlsx", (1, word, "đã hỏi", code_of(A, B)))
    assert [(d.one, d.other, d.ruling, d.note) for d in found.decisions] == [(A, B, ruling, "đã hỏi")]
    assert found.notices == ()


def test_rows_without_a_decision_say_nothing(tmp_path):
    assert (
        filled(tmp_path / "a.xlsx", (1, None, "xem lại", code_of(A, B)), (2, "Hai người", None, code_of(A, C)))
        .decisions[0]
        .other
        == C
    )


def test_all_sheets_are_read(tmp_path):
    found = filled(
        tmp_path / "a.xlsx",
        (1, "Một người", None, code_of(A, B)),
        Trùng=[(1, "Hai người", None, code_of(A, C))],
    )
    assert [d.ruling for d in found.decisions] == [Ruling.ONE, Ruling.TWO]


def test_two_decisions_on_one_pair_cancel_each_other(tmp_path):
    found = filled(tmp_path / "a.xlsx", (1, "Một người", None, code_of(A, B)), (2, "Hai người", None, code_of(B, A)))
    assert found.decisions == ()
    assert [n.code for n in found.notices] == ["decision_twice"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ((1, "Có lẽ", None, code_of(A, B)), "decision_word"),
        ((1, "Một người", None, "1"), "decision_code"),
        ((1, "Một người", "x", code_of(A, "khac")), "decision_code"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_row(tmp_path, row, code):
    found = filled(tmp_path / "a.xlsx", (9, "Một người", None, code_of(A, C)), row)
    assert len(found.decisions) == 1
    assert [n.code for n in found.notices] == [code]
    assert "3" in found.notices[0].message


def test_columns_in_another_order(tmp_path):
    heads = ("Mã cặp (không sửa)", "Ghi chú của người xem", "STT", "Kết luận")
    found = filled(tmp_path / "a.xlsx", (code_of(A, B), "ok", 1, "Một người"), heads=heads)
    assert [(d.one, d.note) for d in found.decisions] == [(A, "ok")]


def test_workbook_without_the_columns_is_refused(tmp_path):
    with pytest.raises(Refused):
        filled(tmp_path / "a.xlsx", ("An", "Ân"), heads=("Họ và tên", "Tên khác"))
