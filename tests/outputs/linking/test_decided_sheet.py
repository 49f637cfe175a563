"""What was decided stands in the workbook again, and may be changed there."""

from sosach.linkage.decided import Decision, Ruling
from sosach.outputs.linking.decided_sheet import decided_columns

DECISIONS = (
    Decision(one="a", other="b", ruling=Ruling.TWO, note="đã hỏi", about="An – Ân"),
    Decision(one="c", other="d", ruling=Ruling.OPEN),
)


def test_decisions_stand_with_whether_they_still_fit():
    columns = {column.title: column for column in decided_columns(DECISIONS, [True, False])}
    assert list(columns["Kết luận"].entries) == ["Hai người", "Chưa rõ"]
    assert list(columns["Ghi chú của người xem"].entries) == ["đã hỏi", None]
    assert list(columns["Mã cặp (không sửa)"].entries) == ["a|b", "c|d"]
    assert list(columns["Hiện nay"].entries) == ["Đang áp dụng", "Không còn cặp này trong tệp"]


def test_only_what_is_to_be_changed_is_to_be_filled_in():
    columns = decided_columns(DECISIONS, [True, True])
    assert [c.title for c in columns if c.fill_in] == ["Kết luận", "Ghi chú của người xem"]
    assert [c.title for c in columns if c.hidden] == ["Mã cặp (không sửa)"]
