"""The review list's columns, and what must never stand on it."""

from sosach.forms.visits import CHOICES, FOUND_CHILDREN, VISIT_LIST, Asks


def test_a_row_is_one_question_about_one_person() -> None:
    assert [column.heading for column in VISIT_LIST.columns][:7] == [
        "Mã dòng", "STT", "Hộ", "Chủ hộ", "Người trong danh sách", "Điều cần hỏi", "Trả lời",
    ]  # fmt: skip


def test_nothing_sensitive_has_a_column() -> None:
    keys = {column.key for form in (VISIT_LIST, FOUND_CHILDREN) for column in form.columns}
    assert not keys & {"category", "poverty", "disability_type", "special_circumstance", "at_risk", "phone"}
    assert "personal_id" not in {column.key for column in VISIT_LIST.columns}


def test_children_met_need_no_code() -> None:
    assert FOUND_CHILDREN.code is None
    assert FOUND_CHILDREN.facts == ()


def test_choices_are_those_of_the_printed_list() -> None:
    assert CHOICES[Asks.REGISTERED] == ("Có", "Chưa", "Không rõ")
