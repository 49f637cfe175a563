"""Keys by which texts are found and compared; keys are never shown.

`search_key` forgets marks, case and the kind of apostrophe; `letters_key` keeps the marks and forgets only what is no
difference of spelling: case, where the tone stands, the kind of apostrophe. Unicode's decomposition alone is not
enough: đ has none.
"""

import unicodedata
from itertools import product

import polars as pl

from sosach.text import rare
from sosach.text.spacing import single_spaced
from sosach.text.tones import tone_placed
from sosach.text.vietnamese import VOWELS, toned

_APOSTROPHES = dict.fromkeys("’‘ʼʻʽ`´′＇", "'")
_HYPHENS = dict.fromkeys("‐‑‒–—−", "-")

_D = {"đ": "d", "Đ": "D"}
_WORD_ENDS = " ,.;:-/)"


def _unmarked_vowels() -> dict[str, str]:
    plain = {vowel: unicodedata.normalize("NFD", vowel)[0] for vowel in VOWELS}
    small = {letter: plain[vowel] for vowel in VOWELS for letter in vowel + toned(vowel) if letter != plain[vowel]}
    return small | {letter.upper(): bare.upper() for letter, bare in small.items()}


def _final_i() -> dict[str, str]:
    pairs = [*zip("y" + toned("y"), "i" + toned("i"), strict=True)]
    pairs += [(y.upper(), i.upper()) for y, i in pairs]
    before = [*"bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX", "qu", "Qu", "QU"]
    return {b + y + end: b + i + end for b, (y, i), end in product(before, pairs, _WORD_ENDS)}


UNMARKED = _unmarked_vowels() | _D  # every Vietnamese letter with a mark, composed, and what it is without
_FINAL_I = _final_i()


def without_marks(text: pl.Expr) -> pl.Expr:
    """The text with every letter reduced to its base, case kept: `Đường` becomes `Duong`, `café` becomes `cafe`."""
    return rare.where(text.str.replace_many(UNMARKED), r"[^\x00-\x7f]", _base_letters)


def search_key(text: pl.Expr) -> pl.Expr:
    """Small letters without marks, single spaces, one kind of apostrophe and of hyphen."""
    plain = without_marks(text).str.to_lowercase()
    return single_spaced(plain.str.replace_many(_APOSTROPHES | _HYPHENS))


def letters_key(text: pl.Expr) -> pl.Expr:
    """Small letters with their marks, every tone in one place, single spaces, one kind of apostrophe and of hyphen."""
    placed = tone_placed(text.str.to_lowercase())
    return single_spaced(placed.str.replace_many(_APOSTROPHES | _HYPHENS))


def i_for_y(text: pl.Expr) -> pl.Expr:
    """The text with i for a final y that sounds so (`Lý`, `Mỹ`, `Quý` as `Lí`, `Mĩ`, `Quí`), for measuring likeness
    only.

    The two are different names in law; a `y` that stands alone or after another vowel (`Thuý`, `Y`, `Tây`) stays.
    """
    # The space that is added stands for the end of the text.
    return (text + " ").str.replace_many(_FINAL_I).str.replace(" $", "")


def _base_letters(text: str) -> str:
    pieces = unicodedata.normalize("NFD", text)
    return "".join(_D.get(c, c) for c in pieces if not unicodedata.combining(c))
