"""Side facts of .ods workbooks, whose cells have no address."""

import pytest

from sosach.findings.notices import Refused
from sosach.intake.container import open_container
from sosach.intake.facts import SheetFacts
from sosach.intake.ods_facts import scan_workbook
from sosach.intake.options import Limits
from sosach.text.cells import ERROR
from tests.intake import books


def scanned(body: str) -> SheetFacts:
    """The side facts of a table with these rows."""
    content = f'<office:spreadsheet><table:table table:name="a">{body}</table:table></office:spreadsheet>'
    data = books.zipped({"mimetype": "x", "content.xml": content})
    return scan_workbook(open_container("a.ods", data, Limits(ratio=10_000)), ()).sheets["a"]


def number(text: str, more: str = "") -> str:
    """A cell with a number that shows this."""
    return (
        f'<table:table-cell office:value-type="float" office:value="1"{more}><text:p>{text}</text:p></table:table-cell>'
    )


def test_cells_are_counted_through_repeats() -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f'<table:table-row><table:table-cell table:number-columns-repeated="2"/>{number("005")}'
        f"<table:table-cell><text:p>a</text:p></table:table-cell>{number('6')}</table:table-row>"
    )
    assert scanned(rows).shown.rows() == [(3, 2, "005"), (3, 4, "6")]


def test_merged_cells_and_hidden_rows_and_columns() -> None:
    rows = (
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
        '<table:table-row table:visibility="filter"><table:table-cell table:number-rows-spanned="2"'
        ' table:number-columns-spanned="3"><text:p>a</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row>"
    )
    facts = scanned(rows)
    assert facts.merged == ((0, 0, 1, 2),)
    assert facts.hidden_rows == (0,)
    assert facts.hidden_columns == (2,)


def test_broken_formulas() -> None:
    formula = 'table:formula="of:=1/0" office:value-type="string"'
    cell = f"<table:table-cell {formula}><text:p>#DIV/0!</text:p></table:table-cell>"
    assert scanned(f"<table:table-row>{cell}</table:table-row>").broken.rows() == [(0, 0, ERROR + "#DIV/0!")]


def test_repeats_beyond_reason_are_cut() -> None:
    cell = number("1", ' table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    assert scanned(row).shown.height <= 10_000


@pytest.mark.parametrize("part", ["content.xml", "styles.xml"])
def test_entities_are_refused(part: str) -> None:
    data = books.zipped({"content.xml": "<a/>", part: '<!DOCTYPE a [<!ENTITY b "c">]><a/>'})
    with pytest.raises(Refused) as caught:
        scan_workbook(open_container("a.ods", data, Limits()), ())
    assert caught.value.notice.code == "file_entities"


def test_a_password_of_another_program() -> None:
    data = books.zipped({"content.xml": b"\0\1", "META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"})
    with pytest.raises(Refused) as caught:
        scan_workbook(open_container("a.ods", data, Limits()), ())
    assert caught.value.notice.code == "file_old_encryption"
