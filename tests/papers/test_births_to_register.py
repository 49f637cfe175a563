"""The list of births to be registered."""

from datetime import date
from typing import Any

from sosach.papers.births_to_register import Unregistered, births_to_register
from sosach.papers.document import Table, said
from sosach.papers.letterhead import office_of
from tests.papers import model

OFFICE = office_of(model.plan())


def child(born: date | None, **facts: Any) -> Unregistered:
    """A child."""
    told = {"full_name": None, "sex": "Nữ", "mother": "Đỗ Thị Mẫu", "hamlet": "Thôn Trung", "in_register": False}
    return Unregistered(birth_date=born, **(told | facts))


def test_the_oldest_come_first_and_sixty_days_are_marked():
    children = [child(date(2026, 6, 6)), child(date(2026, 2, 11), in_register=True), child(date(2026, 4, 19))]
    paper = births_to_register(OFFICE, model.CUT_OFF, children)
    (table,) = [block for block in paper.blocks() if isinstance(block, Table)]
    told = [[line[3].text, line[7].text, line[8].text] for line in table.rows]
    assert told == [["11/02/2026", "127", "x"], ["19/4/2026", "60", ""], ["06/6/2026", "12", ""]]
    assert "Tổng cộng: 03 trẻ (01 trẻ đã quá 60 ngày); 01 trẻ đã có trong sổ trẻ em, 02 trẻ phát sinh mới." in said(
        paper
    )


def test_a_child_without_a_name_is_listed_as_such_and_one_without_a_day_last():
    paper = births_to_register(OFFICE, model.CUT_OFF, [child(None), child(date(2026, 6, 1))])
    (table,) = [block for block in paper.blocks() if isinstance(block, Table)]
    assert [line[2].text for line in table.rows] == ["Chưa đặt tên"] * 2
    assert table.rows[1][7].text == "–"


def test_nobody_is_said_so():
    told = said(births_to_register(OFFICE, model.CUT_OFF, []))
    assert told[-1] == "Không có trẻ em chưa đăng ký khai sinh trên địa bàn xã Hòa Mẫu."
