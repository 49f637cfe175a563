"""What people, telephones and spreadsheets put between and around digits without meaning anything by it."""

import polars as pl

# Spaces of every kind, invisible characters, full stop, comma, hyphens and dashes, quotation marks and apostrophes.
BETWEEN_DIGITS = r"\s\p{Z}\p{Cf}.,\-\p{Pd}−'’‘ʼ`´\"“”„"
_ANY = rf"[{BETWEEN_DIGITS}_()\[\]]"

# A number that went through a decimal format: 27215600001.0
_DECIMAL_TAIL = r"^([0-9]{7,})[.,]0{1,2}$"


def without(text: pl.Expr) -> pl.Expr:
    """The text without separators; a decimal tail of zeros is one."""
    return text.str.replace(_DECIMAL_TAIL, "${1}").str.replace_all(_ANY, "")
