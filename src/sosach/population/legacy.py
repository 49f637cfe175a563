"""Text as it was stored before Unicode: in the encodings TCVN3 and VNI, together with the font that shows it."""

from functools import cache

import polars as pl

from sosach.text import charsets
from sosach.text.cells import TCVN3_FONT, VNI_FONT


def in_tcvn3(text: pl.Expr) -> pl.Expr:
    """The text in TCVN3, in a font such as .VnTime."""
    return TCVN3_FONT + text.str.replace_many(_codes(charsets.TCVN3))


def in_vni(text: pl.Expr) -> pl.Expr:
    """The text in VNI, in a font such as VNI-Times."""
    return VNI_FONT + text.str.replace_many(_codes(charsets.VNI))


@cache
def _codes(charset: str) -> dict[str, str]:
    """From a letter to how it is stored; capitals that the encoding lacks are stored as small letters."""
    stored = {letter: seen for seen, letter in charsets.table(charset).items()}
    small = {letter.upper(): seen for letter, seen in stored.items()}
    return small | stored
