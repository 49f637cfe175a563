"""One place for the tone mark of a syllable, so that `hòa` and `hoà`, `Thúy` and `Thuý` compare as equal.

Both styles are lawful and stand on certificates; the form made here is for comparison only and never printed. It is the
style of school books: the mark stands on the vowel that carries the syllable (hoà, thuỷ, quý, giá, múa, tiến, ướt).
"""

import re
import unicodedata
from bisect import bisect
from itertools import product

import polars as pl

from sosach.text import rare
from sosach.text.composition import composed
from sosach.text.vietnamese import TONES

_HATTED = "ăâêôơư"
_SECOND = ("oa", "oe", "uy", "oo", "uơ")  # clusters without a hat whose second vowel carries the syllable
_CLUSTERS = """
ai ao au ay âu ây eo êu ia iu iê io oa oă oe oi oo ôi ơi ôô ua uâ uê ui uô uơ uy ưa ưi ươ ưu yê
iêu oai oao oay oeo uây uôi uya uyê uyu ươi ươu yêu uêu iâu
"""
# After these letters the second one belongs to the onset. `Gịa` (giặt gịa) is a word beside `giạ`.
_GLIDES = {"qu": ["yê", "iê", *"aăâeêiôơy"], "gi": [*"aăâeêoôơuư"]}
_KEPT = "gịa"

# A tone on a consonant, as bad conversions leave it (`Ngoḳ`, `Kŕai`), or marks in two pieces.
_LETTERS = "ñÑ"  # the tilde is part of this letter of the highlands
_CONSONANTS = "bcdghklmnpqrstvwxz"
_STRAY = "".join(
    letter
    for consonant, tone in product(_CONSONANTS + _CONSONANTS.upper(), TONES)
    if len(letter := unicodedata.normalize("NFC", consonant + tone)) == 1 and letter not in _LETTERS
)
_NEEDS_REPAIR = rf"[\p{{M}}{_STRAY}]"
_STRAY_TONE = rf"[\u0300-\u036f{_STRAY}]"


def _carrier(cluster: str) -> int:
    """Which vowel of a cluster carries the tone."""
    hats = [i for i, vowel in enumerate(cluster) if vowel in _HATTED]
    if hats:
        return hats[-1]
    return 1 if len(cluster) > 2 or cluster in _SECOND else 0


def _with_tone(vowels: str, place: int, tone: str) -> str:
    return unicodedata.normalize("NFC", vowels[: place + 1] + tone + vowels[place + 1 :])


def _moves() -> dict[str, str]:
    """Every vowel cluster with every tone in every place, and how it is written for comparison.

    Clusters after `qu` and `gi` come first, and longer ones before shorter: the first that fits a place is taken.
    """
    moves: dict[str, str] = {_KEPT: _KEPT}
    for glide, vowels in _GLIDES.items():
        for vowel, tone, place in product(vowels, TONES, range(1, 4)):
            if place <= len(vowel) + 1:
                typed, right = _with_tone(glide + vowel, place, tone), len(glide) + _carrier(vowel)
                moves.setdefault(typed, _with_tone(glide + vowel, right, tone))
    for cluster in sorted(_CLUSTERS.split(), key=len, reverse=True):
        for tone, place in product(TONES, range(len(cluster))):
            moves.setdefault(_with_tone(cluster, place, tone), _with_tone(cluster, _carrier(cluster), tone))
    cases = (str.lower, str.capitalize, str.upper)
    return {case(wrong): case(right) for wrong, right in moves.items() for case in cases}


_MOVES = _moves()
_WRONG = "|".join(re.escape(typed) for typed, right in _MOVES.items() if typed != right)


def tone_placed(text: pl.Expr) -> pl.Expr:
    """The text with the tone mark of every syllable where it stands for comparison; composed (NFC), case kept."""
    repaired = rare.where(text, _NEEDS_REPAIR, _repaired)
    return repaired.map_batches(_moved_where_wrong, return_dtype=pl.String, is_elementwise=True)


def _moved_where_wrong(column: pl.Series) -> pl.Series:
    """Few texts have a tone to move; looking for one takes a fifth of the time of writing every text anew."""
    wrong = column.str.contains(_WRONG).fill_null(value=False)
    if not wrong.any():
        return column
    moved = column.filter(wrong).str.replace_many(list(_MOVES), list(_MOVES.values()), leftmost=True)
    return column.clone().scatter(wrong.arg_true(), moved)  # in place, as its name does not tell


def _repaired(text: str) -> str:
    words = rare.scalar(composed, text).split(" ")
    return " ".join(_moved(word) if re.search(_STRAY_TONE, word) else word for word in words)


def _moved(word: str) -> str:
    """A tone that stands on no vowel goes to the nearest vowel behind it, else to the nearest before."""
    letters = re.findall(r"[^\u0300-\u036f][\u0300-\u036f]*", unicodedata.normalize("NFD", word))
    vowels = [i for i, letter in enumerate(letters) if letter[0].lower() in "aeiouy"]
    for i, letter in enumerate(letters):
        tone = next((mark for mark in letter[1:] if mark in TONES), None)
        if tone is None or letter[0].lower() in "aeiouy" or unicodedata.normalize("NFC", letter) in _LETTERS:
            continue
        if vowels:
            letters[i] = letter.replace(tone, "")
            letters[vowels[min(bisect(vowels, i), len(vowels) - 1)]] += tone
    return unicodedata.normalize("NFC", "".join(letters))
