"""Names of persons: family name, middle name if any, given name, as a register holds them.

A name is kept letter by letter, in the spelling of its source; only capitals and what stands around it are tidied. Two
words are a whole name (Decree 87/2020/NĐ-CP, Article 2: the middle name is optional), as are seven; apostrophes and
hyphens belong to the names of the peoples of the highlands. What is no name is told apart: words in place of one,
digits, remarks.
"""

import re
import unicodedata
from itertools import product

import polars as pl

from sosach.people.name_words import (
    KIN,
    ODD_NAME_CASE,
    ODD_SMALL,
    REMARK_BEHIND,
    TITLE_IN_FRONT,
    is_placeholder,
)
from sosach.text import cells, rare
from sosach.text.casing import as_name
from sosach.text.vietnamese import NAME_SYLLABLE, TONES, is_syllable

STATES = pl.Enum(["good", "tidied", "placeholder", "digits", "note"])

_WORD = rf"(?:{NAME_SYLLABLE}|[A-Z][a-z]*)"
TIDY = rf"^{_WORD}(?: {_WORD})+$"

# Signs at the ends that are never part of a name; a hyphen or an apostrophe inside is.
_EDGES = " .,;:-–—_'’‘`´\"“”"
_EMPTY = r"_|\(\s*\)|\[\s*\]"
_LETTERS = r"^[\p{L}\p{M}'’ʼ‘ʻʽ`´.\- ]+$"
_SUSPICIOUS_PIECE = r" -|- |['’ʼ‘ʻʽ`´.\-]{2}"
_WHOLE_NAME = r"^\p{L}[\p{L}\p{M}'’ʼ‘ʻʽ`´.\-]*(?: [\p{L}\p{M}'’ʼ‘ʻʽ`´.\-]+)+$"

_DIGIT_INSIDE = r"(?:\p{L}[01]|[01]\p{L})"
_LETTERS_FOR = {"0": "o", "1": "il"}

_NUMBER_AT_AN_END = r"^(?:\d{1,3}[\s.):\-]*([^\d(]+)|([^\d(]+?)[\s(.\-]*\d{1,2}[\s).]*)$"
_IN_BRACKETS = r"^([^()\[\]{}]*)[(\[{]([^()\[\]{}]*)[)\]}]?([^()\[\]{}]*)$"
_LABEL_IN_FRONT = rf"(?i)^({KIN}|họ tên|họ và tên|tên)\s*[:\-–]+\s*(.+)$"
_BEHIND_A_SIGN = r"^(.+?)(?:\s+[\-–—]+\s*|\s*[\-–—]+\s+|\s*[–—,;:/|+=]+\s*)(.+)$"
_BORN = r"(?i)^([^\d]+?)[\s,.\-]*((?:sn|ns|sinh|sinh năm|sinh ngày|năm)?[\s.:]*\d[\d/.\-\s]{2,})$"
_SIGNS_BEHIND = r"^(.*?[\p{L}\p{M}])\s*([^\p{L}\p{M}\d\s'’.\-]+)$"
_SIGNS_IN_FRONT = r"^([^\p{L}\p{M}\d\s]+)\s*(\p{L}.*)$"

_NOTHING = pl.lit(None, dtype=pl.String)


def tidy(cell: pl.Expr) -> pl.Expr:
    """Whether the cell is a name that needs no reading: two words or more, in name case, of possible syllables."""
    return cell.str.contains(TIDY) & ~cell.str.contains(ODD_NAME_CASE)


def read(column: pl.Series) -> pl.DataFrame:
    """Names as they stand in a register.

    Args:
        column: marked strings without null, their text plain (`text.plain`).

    Returns:
        `value`: the name in name case; as it stands when it has digits or a remark; null for a placeholder. `state`:
        good, tidied (signs around it or capitals changed), placeholder, digits, note. `note`: the part that is no name.
        `suggestion`: the name without digits or note, null where that is not certain to be a name.
    """
    text = cells.words(pl.col("cell"))
    frame = column.alias("cell").to_frame().with_row_index("place").with_columns(text.alias("text"))
    plain = text.str.contains(_LETTERS) & ~text.str.contains(_SUSPICIOUS_PIECE)
    easy = (
        plain
        & ~text.str.to_lowercase().str.contains(ODD_SMALL)
        & text.str.contains(r"^\p{L}.*[\p{L}\p{M}].*[\p{L}\p{M}]$")
        & (text == pl.col("cell"))
    )
    parts = [_of_letters(frame.filter(easy)), _of_anything(frame.filter(~easy))]
    return pl.concat(parts).sort("place").drop("place")


def _of_letters(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells with nothing but the words of a name."""
    name = as_name(pl.col("text")).alias("value")
    return frame.with_columns(name).select(
        "place",
        "value",
        _state_of_name().alias("state"),
        _NOTHING.alias("note"),
        _NOTHING.alias("suggestion"),
    )


def _state_of_name() -> pl.Expr:
    same = pl.col("value") == pl.col("text")
    return pl.when(same).then(pl.lit("good")).otherwise(pl.lit("tidied")).cast(STATES)


def _of_anything(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells with something else than a name, beside it or in its place."""
    core = pl.col("text").str.replace_all(_EMPTY, " ").str.strip_chars(_EDGES)
    frame = frame.with_columns(core.alias("core")).with_columns(*_split())
    rest, digits = pl.col("rest"), pl.col("core").str.contains(r"\d")
    name = pl.col("core").str.contains(_LETTERS) & ~pl.col("core").str.contains(_SUSPICIOUS_PIECE)
    state = (
        pl.when(_is_placeholder())
        .then(pl.lit("placeholder"))
        .when(pl.col("numbered").is_not_null())
        .then(pl.lit("digits"))
        .when(rest.is_not_null())
        .then(pl.lit("note"))
        .when(digits)
        .then(pl.lit("digits"))
        .when(~name)
        .then(pl.lit("note"))
    ).cast(STATES)
    name_or_text = pl.when(state.is_null()).then(as_name(pl.col("core"))).when(state != "placeholder").then("text")
    frame = frame.with_columns(state.alias("told"), name_or_text.alias("value"))
    told, spelt = pl.col("told"), rare.where(pl.col("core"), _DIGIT_INSIDE, _spelt)
    without_digits = pl.coalesce("numbered", pl.when(spelt != pl.col("core")).then(spelt))
    alone = pl.when(told == "digits").then(without_digits).otherwise("rest")
    whole = alone.str.contains(_WHOLE_NAME) & ~is_placeholder(alone.str.to_lowercase())
    return frame.select(
        "place",
        "value",
        pl.coalesce(told, _state_of_name()).alias("state"),
        pl.when(told == "note").then("remark").alias("note"),
        pl.when(told.is_in(["digits", "note"]) & whole).then(as_name(alone)).alias("suggestion"),
    )


def _is_placeholder() -> pl.Expr:
    """Whether something stands in place of a name; a formula's error and a boolean do."""
    cell, core = pl.col("cell"), pl.col("core")
    broken = cells.marked(cell, cells.ERROR) | cells.marked(cell, cells.UNCACHED) | cells.marked(cell, cells.TRUTH)
    flat = core.str.to_lowercase().str.replace_all(r"[()\[\]{}:,.\-\s]+", " ").str.strip_chars(" ")
    signs = ~core.str.contains(r"[\p{L}\d]") | core.str.contains("^0+$")
    return broken | signs | core.str.contains("^#") | is_placeholder(flat)


def _split() -> list[pl.Expr]:
    """`numbered`: the name beside a small number; `rest` and `remark`: the name and what else there is, or null."""
    core = pl.col("core")
    numbered = pl.coalesce(core.str.extract(_NUMBER_AT_AN_END, 1), core.str.extract(_NUMBER_AT_AN_END, 2))
    # Each pattern with the groups of the name and of the remark.
    patterns = (
        (_LABEL_IN_FRONT, 2, 1),
        (_BORN, 1, 2),
        (_BEHIND_A_SIGN, 1, 2),
        (REMARK_BEHIND, 1, 2),
        (TITLE_IN_FRONT, 2, 1),
        (_SIGNS_BEHIND, 1, 2),
        (_SIGNS_IN_FRONT, 2, 1),
    )
    rest, remark = _NOTHING, _NOTHING
    for pattern, name_group, remark_group in reversed(patterns):
        found = core.str.contains(pattern)
        rest = pl.when(found).then(core.str.extract(pattern, name_group)).otherwise(rest)
        remark = pl.when(found).then(core.str.extract(pattern, remark_group)).otherwise(remark)
    bracketed = core.str.contains(_IN_BRACKETS)
    around = pl.concat_str(core.str.extract(_IN_BRACKETS, 1), pl.lit(" "), core.str.extract(_IN_BRACKETS, 3))
    rest = pl.when(bracketed).then(around).otherwise(rest)
    remark = pl.when(bracketed).then(core.str.extract(_IN_BRACKETS, 2)).otherwise(remark)
    return [
        _tidy_part(numbered).alias("numbered"),
        _tidy_part(rest).alias("rest"),
        remark.str.strip_chars(_EDGES).alias("remark"),
    ]


def _spelt(text: str) -> str:
    """The name with 0 and 1 inside its words read as letters, where one reading alone is a syllable with its tone.

    A digit in a word without a tone may stand for a letter that had it (`Tr0ng`: Trọng, Trông), so nothing is told.
    """
    return " ".join(_spelt_word(word) if re.search(r"[01]", word) else word for word in text.split(" "))


def _spelt_word(word: str) -> str:
    choices = product(*(_LETTERS_FOR.get(letter, letter) for letter in word.lower()))
    possible = [reading for reading in map("".join, choices) if is_syllable(reading)]
    has_tone = any(tone in unicodedata.normalize("NFD", word) for tone in TONES)
    return possible[0] if len(possible) == 1 and has_tone else word


def _tidy_part(part: pl.Expr) -> pl.Expr:
    return part.str.replace_all(r"\s+", " ").str.strip_chars(_EDGES)
