"""The annexes."""

from sosach.papers.annexes import MOVES, PROGRESS, annex_sections, annex_table, annexes_of, footer, hamlet_short
from tests.papers import model

NAMED = model.situation().of("children", {})


def lines(annex) -> list[str]:
    """The table line by line."""
    return [" ".join(cell.text for cell in row) for row in annex_table(annex, NAMED).rows]


def test_movements_by_hamlet_are_those_of_the_model():
    told = lines(MOVES)
    assert told[5] == "6 Bến 173 0 2 0 0 1 172 145 22 5 84,3"
    assert told[-1] == " Cộng 1.986 5 3 0 2 14 1.990 1.838 118 34 92,4"


def test_progress_by_hamlet_is_that_of_the_model():
    told = lines(PROGRESS)
    assert told[0] == "1 Đông 29 16 28 1 2 11 1 3 11 18 96,6 37,9"
    assert told[9] == "10 Trại 30 9 18 12 3 9 1 1 4 26 60,0 13,3"
    assert told[-1] == " Cộng 274 138 243 31 20 99 8 23 93 181 88,7 33,9"


def test_annexes_stay_with_the_commune():
    assert len(annex_sections(model.situation(), [NAMED], "Báo cáo")) == len(annexes_of(NAMED)) == 3
    assert annex_sections(model.situation(leaves=True), [NAMED], "Báo cáo") == []


def test_the_foot_names_the_figures_that_the_annex_rests_on():
    told = footer(model.figures())
    assert told.startswith(
        "Bản chốt TE-2026-25 · chốt 17 giờ 00 ngày 18/6/2026 · đầu chuỗi nhật ký 90984e6aa5172fcb · SHA-256 "
    )


def test_somebody_without_a_hamlet_has_a_line_that_says_so():
    assert hamlet_short("") == "(chưa rõ thôn)"
    assert hamlet_short("Thôn Bến") == "Bến"
