"""The list for the police in print."""

from sosach.forms.form import Part as FormPart
from sosach.forms.form import SentRow
from sosach.forms.police import POLICE_LIST
from sosach.papers.document import Table, said
from sosach.papers.police_list_paper import police_list_paper
from tests.papers.test_hand_over import SENT

FACTS = [column.key for column in POLICE_LIST.columns if column.part is FormPart.FACT]


def row(number: int) -> SentRow:
    """A row whose cells say what they are."""
    facts = tuple("" if key == "father_name" else f"{key} {number}" for key in FACTS)
    return SentRow(number, f"TE02-{number:04}-ABCDEFGH", facts)


PAPER = police_list_paper(SENT, [row(n) for n in range(1, 6)])


def test_columns_of_the_file_alone_are_not_printed():
    (table,) = [block for block in PAPER.blocks() if isinstance(block, Table)]
    assert table.head[0] == "Mã dòng"
    assert "Họ tên đúng" not in table.head
    assert "Số định danh đúng" in table.head


def test_a_father_who_is_not_known_is_an_empty_cell():
    (table,) = [block for block in PAPER.blocks() if isinstance(block, Table)]
    place = table.head.index("Họ tên cha")
    assert [line[place].text for line in table.rows] == [""] * 5
    assert table.rows[0][table.head.index("Họ tên mẹ")].text == "mother_name 1"


def test_the_total_is_written_out():
    assert "Tổng cộng: 05 trẻ (năm trẻ)." in said(PAPER)
    assert PAPER.sections[0].footer.startswith("Đợt TE-02 · SHA-256 b8b55e47071216ab…")
