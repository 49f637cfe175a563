"""How a cell travels through the program as one string.

A workbook tells more than words: the same eleven digits may be a number (and have lost a zero) or a text (and be
wrong); a date may be a real date or something that only looks like one. Intake keeps that difference in one column of
text: plain text stands as it is, everything else carries one mark from Unicode's private use area in front of its
exact value.

    "027215600001"          text
    NUMBER + "27215600001"  a number cell in General or another format that hides nothing
    SHOWN + "027215600001"  a number cell whose format pads it: what it shows is what is meant
    DATE + "2015-08-16"     a real date (time of day dropped)
    TRUTH + "TRUE"          a boolean
    ERROR + "#N/A"          a broken formula
    UNCACHED + ""           a formula whose result was never stored
    TCVN3_FONT + "NguyÔn"   text in a cell whose font belongs to the TCVN3 family (.VnTime and others)
    VNI_FONT + "Nguyeãn"    text in a cell whose font belongs to the VNI family

Marks never occur in real text: intake removes them from what it reads.
"""

import polars as pl

NUMBER = "\ue000"
SHOWN = "\ue001"
DATE = "\ue002"
TRUTH = "\ue003"
ERROR = "\ue004"
UNCACHED = "\ue005"
TCVN3_FONT = "\ue006"
VNI_FONT = "\ue007"

MARKS = (NUMBER, SHOWN, DATE, TRUTH, ERROR, UNCACHED, TCVN3_FONT, VNI_FONT)


def marked(cell: pl.Expr, mark: str) -> pl.Expr:
    """Whether the cell carries this mark (null stays null)."""
    return cell.str.starts_with(mark)


def words(cell: pl.Expr) -> pl.Expr:
    """The cell without its mark."""
    return cell.str.strip_chars_start("".join(MARKS))
