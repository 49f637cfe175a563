"""The typing list's columns."""

from sosach.forms.typing_list import TYPING_LIST


def test_it_says_what_stands_and_what_has_to_stand_beside_a_box_to_tick() -> None:
    assert [column.heading for column in TYPING_LIST.columns][6:10] == [
        "Thông tin", "Trên phần mềm", "Cần nhập", "Đã nhập",
    ]  # fmt: skip
    assert TYPING_LIST.by_key["done"].choices[0] == "x"
