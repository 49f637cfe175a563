"""What the police wrote, understood."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from sosach.findings.notices import Refused
from sosach.forms.police import PoliceAnswer, Result
from sosach.intake.options import ReadingOptions
from sosach.intake.police_answer import PoliceReturn, read_police_answer
from tests.forms.batches import answered, sorted_rows, written


def read(path: Path) -> PoliceReturn:
    return read_police_answer(path, ReadingOptions())


def first(tmp_path: Path, **cells: object) -> PoliceAnswer:
    answer = read(answered(tmp_path / "a.xlsx", {1: cells})).rows[0].answer
    assert answer is not None
    return answer


def test_a_plain_answer_is_read(tmp_path: Path) -> None:
    answer = first(tmp_path, result="Cấp/bổ sung số", new_personal_id="027218700002", note="cấp ngày 20/6")
    assert answer.result is Result.NUMBER_GIVEN
    assert answer.personal_id.value == "027218700002"
    assert answer.note == "cấp ngày 20/6"
    assert not answer.inferred
    assert not answer.full_name.filled


def test_facts_are_read_as_a_register_reads_them(tmp_path: Path) -> None:
    answer = first(
        tmp_path,
        result="Sửa thông tin",
        new_personal_id="027 218 700002",
        new_full_name="NGUYỄN  VĂN AN",
        new_birth_date=dt.date(2018, 6, 4),
        new_sex="gái",
    )
    assert answer.personal_id.value == "027218700002"
    assert answer.full_name.value == "Nguyễn Văn An"
    assert (answer.birth_date.value, answer.birth_date.shown) == ("2018-06-04", "04/06/2018")
    assert answer.sex.value == "female"


def test_a_date_typed_as_text_is_day_before_month(tmp_path: Path) -> None:
    assert first(tmp_path, result="Sửa thông tin", new_birth_date="4/6/2018").birth_date.value == "2018-06-04"


@pytest.mark.parametrize(
    ("cells", "result"),
    [
        ({"result": "đã cấp", "new_personal_id": "027218700002"}, Result.NUMBER_GIVEN),
        ({"result": "ko tìm thấy"}, Result.NOT_FOUND),
        ({"new_personal_id": "không tìm thấy"}, Result.NOT_FOUND),
        ({"new_personal_id": "trùng"}, Result.DUPLICATE),
        ({"note": "Chưa đăng ký khai sinh"}, Result.UNREGISTERED),
        ({"note": "đã khớp"}, Result.MATCHES),
    ],
)
def test_an_answer_in_words_is_understood_wherever_it_stands(
    tmp_path: Path, cells: dict[str, object], result: Result
) -> None:
    answer = first(tmp_path, **cells)
    assert answer.result is result
    assert not answer.personal_id.unreadable


def test_a_number_alone_is_a_number_given_and_told_as_inferred(tmp_path: Path) -> None:
    answer = first(tmp_path, new_personal_id="027218700002")
    assert (answer.result, answer.inferred) == (Result.NUMBER_GIVEN, True)


def test_a_fact_alone_is_a_correction_and_told_as_inferred(tmp_path: Path) -> None:
    answer = first(tmp_path, new_sex="Nữ")
    assert (answer.result, answer.inferred) == (Result.CORRECTED, True)


def test_does_not_match_with_the_right_number_is_a_correction(tmp_path: Path) -> None:
    answer = first(tmp_path, result="Không khớp", new_personal_id="027218700002")
    assert (answer.result, answer.inferred) == (Result.CORRECTED, True)


def test_words_that_name_no_result_are_kept_and_told(tmp_path: Path) -> None:
    path = answered(tmp_path / "a.xlsx", {1: {"result": "liên hệ lại"}})
    back = read(path)
    answer = back.rows[0].answer
    assert answer is not None
    assert (answer.result, answer.result_shown) == (None, "liên hệ lại")
    assert [said.code for said in back.notices] == ["police_result"]
    assert "liên hệ lại" in back.notices[0].message


def test_a_remark_alone_is_an_answer_without_a_result(tmp_path: Path) -> None:
    answer = first(tmp_path, note="mẹ cháu sẽ lên sau")
    assert answer.result is None
    assert answer.note == "mẹ cháu sẽ lên sau"


@pytest.mark.parametrize("number", ["27218700002", "2.72187E+10", "0272187000021", "027.218"])
def test_a_number_that_is_none_is_shown_and_not_set(tmp_path: Path, number: str) -> None:
    answer = first(tmp_path, result="Cấp/bổ sung số", new_personal_id=number)
    assert answer.personal_id.unreadable
    assert answer.personal_id.shown == number


def test_a_name_with_a_remark_is_not_set(tmp_path: Path) -> None:
    assert first(tmp_path, result="Sửa thông tin", new_full_name="Nguyễn Văn An (tên cũ)").full_name.unreadable


def test_rows_without_a_word_are_unanswered(tmp_path: Path) -> None:
    back = read(answered(tmp_path / "a.xlsx", {3: {"result": "Khớp"}, 4: {"result": " "}}))
    assert [bool(row.answer) for row in back.rows] == [False, False, True] + [False] * 9


def test_F73_a_sorted_list_keeps_answers_with_their_rows(tmp_path: Path) -> None:
    plain = read(answered(tmp_path / "a.xlsx", {3: {"result": "Khớp"}}))
    mixed = read(answered(tmp_path / "b.xlsx", {3: {"result": "Khớp"}}, sorted_rows()))
    assert {row.returned.code: row.answer for row in plain.rows} == {
        row.returned.code: row.answer for row in mixed.rows
    }


def test_F74_colours_alone_are_flagged_with_their_first_row(tmp_path: Path) -> None:
    def paint(sheet: object) -> None:
        for row in (4, 6):
            sheet[f"L{row}"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFFFF00")  # type: ignore[index]

    with pytest.raises(Refused, match="2 dòng") as refusal:
        read(answered(tmp_path / "a.xlsx", {}, paint))
    assert refusal.value.notice.code == "police_coloured"
    back = read(answered(tmp_path / "b.xlsx", {1: {"result": "Khớp"}}, paint))
    assert [back.rows[place].returned.row for place in back.silent_marks] == [4, 6]
    assert [said.code for said in back.notices] == ["police_coloured"]


def test_F82_an_empty_return_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        read(written(tmp_path / "a.xlsx"))
    assert refusal.value.notice.code == "police_empty"
