"""Where the columns of a form stand after offices have worked on it."""

from collections.abc import Sequence

import polars as pl
import pytest

from sosach.forms.police import POLICE_LIST
from sosach.intake.facts import column_letters
from sosach.intake.form_layout import FormLayout, find_form
from sosach.intake.reading import Grid

SENT = [column.heading for column in POLICE_LIST.columns]


def layout(*rows: Sequence[str | None]) -> FormLayout | None:
    width = max(map(len, rows))
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    names = [column_letters(number) for number in range(width)]
    text = pl.DataFrame(padded, schema=dict.fromkeys(names, pl.String), orient="row")
    return find_form(Grid(name="Danh sách", text=text, cells=pl.DataFrame(), widths={}, merged=()), POLICE_LIST)


def found(*rows: Sequence[str | None]) -> FormLayout:
    answer = layout(*rows)
    assert answer is not None
    return answer


def test_a_form_as_sent_is_found_as_sent() -> None:
    answer = found(SENT)
    assert answer.heading_row == 0
    assert list(answer.letters.values()) == [column_letters(number) for number in range(len(SENT))]
    assert answer.renamed == ()
    assert answer.missing == ()


def test_titles_above_the_heading_are_passed_over() -> None:
    assert found(["CÔNG AN XÃ HÒA MẪU"], ["KẾT QUẢ ĐỐI CHIẾU"], [], SENT).heading_row == 3


def test_a_row_of_groups_above_the_heading_is_none() -> None:
    assert found(["Phần UBND xã", *[None] * 10, "Kết quả"], SENT).heading_row == 1


def test_columns_in_another_order_are_followed() -> None:
    answer = found(SENT[::-1])
    assert answer.letters["code"] == column_letters(len(SENT) - 1)
    assert answer.letters["note"] == "A"
    assert answer.missing == ()


@pytest.mark.parametrize(
    ("sent", "now", "key"),
    [
        ("Kết quả", "KẾT QUẢ ĐỐI CHIẾU", "result"),
        ("Kết quả", "KQ", "result"),
        ("Mã dòng", "mã  dòng ", "code"),
        ("Số định danh đúng", "Số ĐDCN đúng", "new_personal_id"),
        ("Ghi chú của Công an", "Ghi chú", "note"),
        ("Họ và tên", "Họ tên", "full_name"),
        ("Số định danh hiện có", "Số định danh", "personal_id"),
    ],
)
def test_renamed_columns_are_known_by_their_words(sent: str, now: str, key: str) -> None:
    answer = found([now if heading == sent else heading for heading in SENT], ["x"] * len(SENT))
    assert answer.letters[key] == column_letters(SENT.index(sent))
    assert answer.missing == ()


def test_a_heading_nobody_knows_is_taken_by_its_place_and_told() -> None:
    answer = found(["CA ghi" if heading == "Kết quả" else heading for heading in SENT])
    assert answer.letters["result"] == "L"
    assert answer.renamed == (("Kết quả", "CA ghi"),)


def test_by_its_place_only_when_everything_else_stands_where_it_was_sent() -> None:
    moved = ["CA ghi" if heading == "Kết quả" else heading for heading in SENT]
    moved[2], moved[3] = moved[3], moved[2]
    assert [column.key for column in found(moved).missing] == ["result"]


def test_a_column_in_front_moves_all_others_and_confuses_nothing() -> None:
    answer = found(["Số TT mới", *["CA ghi" if heading == "Kết quả" else heading for heading in SENT]])
    assert answer.letters["code"] == "B"
    assert answer.letters["result"] == "M"


def test_a_column_taken_out_is_missing_and_the_rest_is_found() -> None:
    answer = found([heading for heading in SENT if heading != "Họ tên cha"])
    assert [column.key for column in answer.missing] == ["father_name"]
    assert answer.letters["result"] == "K"


def test_a_heading_that_stands_twice_is_the_one_as_sent() -> None:
    answer = found([*SENT, "Ghi chú"])
    assert answer.letters["note"] == "Q"


@pytest.mark.parametrize("rows", [[["Hướng dẫn"]], [["Họ tên cha", "Họ tên mẹ"], ["a", "b"]], [["x", "y", "z"]]])
def test_a_sheet_with_something_else_is_none(rows: list[list[str]]) -> None:
    assert layout(*rows) is None
