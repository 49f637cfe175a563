"""Every kind of workbook is scanned in its own way."""

import pytest

from sosach.intake.book_facts import scan
from sosach.intake.container import Kind, open_container
from sosach.intake.options import Limits
from tests.intake import books

ROWS = [["a", 27215600001], ["b", 5]]


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Kind.XLSB, books.xlsb_bytes(ROWS, styled=[(0, 1)])),
        (Kind.XLS, books.xls_bytes(ROWS, codes={(0, 1): "000000000000"})),
        (Kind.ODS, books.ods_bytes(ROWS, shown={(0, 1): "027215600001"})),
    ],
    ids=["xlsb", "xls", "ods"],
)
def test_padding_is_seen_in_every_kind(kind: Kind, data: bytes) -> None:
    container = None if kind is Kind.XLS else open_container("a", data, Limits())
    facts = scan(kind, data, container, ()).sheets["Danh sach"]
    assert facts.formats.height + facts.shown.height >= 1


def test_a_text_file_tells_nothing_more() -> None:
    assert scan(Kind.CSV, b"a", None, ()).sheets == {}
