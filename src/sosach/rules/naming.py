"""Whose names follow the Vietnamese way of naming: family name first, syllables of Vietnamese spelling.

Peoples of the Central Highlands and others name otherwise (H’Hen Niê, Y Phôn Êban, K’Brăm, Ksor Nham), foreigners
too. What is odd in a Vietnamese name is usual in theirs, so rules that judge by spelling ask here first.
"""

import polars as pl

# Groups whose names are spelt and built like those of the Kinh (codes of Decision 121-TCTK/PPCĐ): Kinh, Tày, Hoa,
# Mường, Nùng, Sán Chay, Sán Dìu, Thổ.
_ALIKE = ("01", "02", "04", "06", "07", "15", "18", "24")

# An apostrophe or hyphen inside a name, or a single consonant or Y standing alone, tells another tradition.
_OTHERWISE = r"(?i)[’'‘ʼ`-]|(?:^|\s)[hyk](?:\s|$)"

OPTIONAL = ("ethnicity", "nationality")


def vietnamese_naming() -> pl.Expr:
    """Whether nothing in the row tells that its name follows another tradition."""
    group, country = pl.col("ethnicity"), pl.col("nationality")
    alike = group.is_null() | group.is_in(_ALIKE)
    at_home = country.is_null() | (country == "Việt Nam")
    return alike & at_home & ~pl.col("full_name").str.contains(_OTHERWISE)
