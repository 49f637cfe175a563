"""The report that closes the campaign."""

import json

from sosach.papers.document import Table, said
from sosach.papers.final import final
from tests.papers import both
from tests.papers.prose import unnamed, untidy

REGISTERS = ["children", "beneficiaries"]
PAPER = final(both.situation("final"), REGISTERS)
TOLD = said(PAPER)


def changed(**cumulative: int) -> list[str]:
    """The report with other figures of children."""
    told = json.loads(json.dumps(both.figures("final")))
    told["children"]["cumulative"] |= cumulative
    return said(final(both.situation("final", figures=told), ["children"]))


def spoken(pieces: list[str], words: str) -> list[str]:
    """The sentences that hold some words."""
    return [piece for piece in pieces if words in piece]


def test_who_is_followed_up_adds_up_to_what_is_left():
    table = next(b for b in PAPER.blocks() if isinstance(b, Table) and b.head[1] == "Lý do")
    numbers = [[int(cell.text) for cell in line[2:4]] for line in table.rows]
    assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1] == [181, 7]


def test_both_denominators_are_printed_where_then_and_now_are_compared():
    assert spoken(TOLD, "đạt 92,4 %; khi bắt đầu chiến dịch là 89,7 % (1.781/1.986 trẻ).")


def test_what_a_later_export_shows_is_said_only_when_it_was_compared():
    assert spoken(TOLD, "chưa đối chiếu với tệp kết xuất sau cập nhật")
    told = changed(confirmed=91, missing=2, not_compared=0)
    assert spoken(told, "phần mềm đã ghi nhận 91/93 trẻ, còn 02 trẻ chưa ghi nhận hoặc ghi khác, đang cập nhật lại")
    assert spoken(changed(confirmed=93, not_compared=0), "phần mềm đã ghi nhận toàn bộ 93 trẻ")


def test_everybody_done_leaves_nobody_to_follow_up():
    told = changed(remaining=0, not_reviewed=0)
    assert "Không còn trường hợp chưa hoàn thành." in told
    assert spoken(told, "2. Tồn tại, hạn chế: không còn trường hợp chưa hoàn thành.")


def test_reports_that_were_late_are_counted():
    told = said(final(both.situation("final", reports={"due": 6, "in_time": 5}), REGISTERS))
    assert spoken(told, "báo cáo tuần 05/06 kỳ đúng hạn")
    assert spoken(
        said(final(both.situation("final", reports={"due": 6, "in_time": 6}), REGISTERS)), "; báo cáo tuần đúng hạn"
    )


def test_annexes_are_numbered_on():
    assert [p for p in TOLD if p.startswith("Phụ lục ")] == [
        f"Phụ lục {n}" for n in ("I", "II", "III", "IV", "V", "VI")
    ]


def test_prose_is_tidy_and_its_numbers_have_names():
    assert unnamed(PAPER) == set()
    assert untidy(PAPER) == []
