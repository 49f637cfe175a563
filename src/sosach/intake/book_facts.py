"""Finds the side facts of a workbook, each kind of file in its own way."""

from sosach.intake import ods_facts, xls_facts, xlsb_facts, xlsx_facts
from sosach.intake.container import Container, Kind
from sosach.intake.facts import BookFacts


def scan(kind: Kind, data: bytes, container: Container | None, sheets: tuple[str, ...]) -> BookFacts:
    """The side facts, found while the child reads the values.

    Args:
        kind: what the file is.
        data: its bytes without password.
        container: the archive, of zip files.
        sheets: names of the sheets wanted; none: all.

    Raises:
        Refused: the file holds what no reader should see.
    """
    if kind is Kind.XLS:
        return xls_facts.scan_workbook(data, sheets)
    if container is None:
        return BookFacts()
    if kind is Kind.ODS:
        return ods_facts.scan_workbook(container, sheets)
    if kind is Kind.XLSB:
        return xlsb_facts.scan_workbook(container, sheets)
    return xlsx_facts.scan_workbook(container, sheets)
