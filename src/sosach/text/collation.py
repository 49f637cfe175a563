"""Vietnamese alphabetical order: a ă â b c d đ e ê ... o ô ơ ... u ư ... y, tones after letters, syllable by syllable.

A sort by code points puts Đức and Ánh behind Yến. The keys made here sort rightly wherever plain bytes are compared.
Order of tones: ngang, huyền, hỏi, ngã, sắc, nặng, as in dictionaries and in Unicode's CLDR for `vi`.
"""

from itertools import product

import polars as pl

from sosach.text.composition import composed
from sosach.text.tones import tone_placed
from sosach.text.vietnamese import VOWELS, toned

_BEHIND = {"ă": "a{", "â": "a|", "đ": "d{", "ê": "e{", "ô": "o{", "ơ": "o|", "ư": "u{"}
# Below every letter and above the space, so that a syllable comes before a longer one whatever its tone.
_TONES_IN_ORDER = {"\u0300": "!", "\u0309": '"', "\u0303": "#", "\u0301": "$", "\u0323": "%"}


def _letters() -> dict[str, str]:
    toned_vowels = product(VOWELS, _TONES_IN_ORDER.items())
    keys = {toned(vowel, tone): _BEHIND.get(vowel, vowel) + mark for vowel, (tone, mark) in toned_vowels}
    return keys | _BEHIND


_LETTERS = _letters()
_MARKS = "".join(_TONES_IN_ORDER.values())


def sort_key(text: pl.Expr) -> pl.Expr:
    """A key by which texts stand in Vietnamese order; case and the place of a tone make no difference."""
    # Signs that stand for tones in the key must not come from the text.
    small = tone_placed(composed(text)).str.to_lowercase().str.replace_all(rf"[{_MARKS}]", "")
    return small.str.replace_many(_LETTERS).str.replace_all(rf"([{_MARKS}])([a-z{{|]+)", "${2}${1}")


def person_key(name: pl.Expr) -> pl.Expr:
    """A key by which persons stand in order: by given name, then family name, then middle name.

    Args:
        name: single-spaced; the first word is the family name, the last one the given name.
    """
    key = sort_key(name)
    family_middle = key.str.extract(r"^(.*) [^ ]*$").fill_null("")
    given = key.str.extract(r"([^ ]*)$")
    family, middle = family_middle.str.extract(r"^([^ ]*)"), family_middle.str.extract(r"^[^ ]* (.*)$").fill_null("")
    return pl.concat_str(given, family, middle, separator="  ")
