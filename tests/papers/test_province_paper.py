"""The province's sheet as a paper."""

from sosach.papers.document import Table
from sosach.papers.province import province_sheet
from sosach.papers.province_paper import province_paper
from tests.papers import model
from tests.papers.test_province import UNITS, report


def test_all_units_and_the_total_stand_in_one_table():
    paper = province_paper(province_sheet([report("99003")], UNITS, model.CUT_OFF), "children")
    (table,) = [block for block in paper.blocks() if isinstance(block, Table)]
    assert [line[1].text for line in table.rows] == [*UNITS.values(), "Cộng (1 đơn vị)"]
    assert [cell.text for cell in table.rows[0][3:]] == [""] * 12
    assert paper.sections[0].landscape
