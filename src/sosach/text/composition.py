"""Which characters a text is made of: composed letters, no invisible ones, plain spaces, letters of one alphabet.

Unicode gives many ways to write the same letter, and files pasted from phones, chats and old fonts use them all. Every
step here leaves the text reading as it did. Legacy encodings must be decoded before: TCVN3 uses U+00AD, an invisible
character of Unicode, for the letter ư, and other encodings use letters that look like Đ.

Source of the classes: Unicode Standard, Default_Ignorable_Code_Point, Bidi_Control and White_Space; UTS #39
(confusables).
"""

import re
import unicodedata
from itertools import product

import polars as pl

from sosach.text import rare

# Tab and the line breaks among the control characters part words; they are spaces, not invisible.
SPACES = (
    r"\t\n\x0b\x0c\r\x{1c}-\x{1f}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{2800}"
)
_INVISIBLE = (
    r"\x{00}-\x{08}\x{0e}-\x{1b}\x{7f}-\x{84}\x{86}-\x{9f}"  # C0 and C1 controls
    r"\x{ad}\x{34f}\x{61c}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180f}"  # soft hyphen, joiners, fillers
    r"\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}"  # zero width, bidi controls and overrides
    r"\x{3164}\x{fe00}-\x{fe0f}\x{feff}\x{ffa0}\x{fff9}-\x{fffb}"  # fillers, variation selectors, BOM, annotations
    r"\x{1bca0}-\x{1bca3}\x{1d173}-\x{1d17a}\x{e0000}-\x{e0fff}"
)

INVISIBLE = f"[{_INVISIBLE}]"
ODD_SPACE = f"[{SPACES}]"

_D_LOOK_ALIKES = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}

# Letters of other alphabets that are drawn as Latin ones, each beside its Latin twin.
_GREEK_TWINS = "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo ιi αa νv"
_CYRILLIC_TWINS = "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX аa еe ѕs іi јj оo рp сc уy хx һh ԁd ԛq ԝw"
_FOREIGN = {ord(pair[0]): pair[1] for pair in f"{_GREEK_TWINS} {_CYRILLIC_TWINS}".split()}
_WORD = re.compile(r"[^\W\d_]+")

_TONES_ABOVE = "\u0300\u0301\u0303\u0309"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"


def _compatible() -> dict[str, str]:
    """Full-width letters, digits and signs, ligatures, and the letters of fancy alphabets, with their plain form."""
    ranges = (range(0xFF01, 0xFF5F), range(0xFB00, 0xFB07), range(0x1D400, 0x1D800))
    every = (chr(code) for codes in ranges for code in codes)
    plain = ((char, unicodedata.normalize("NFKC", char)) for char in every)
    return {char: form for char, form in plain if form != char}


def _tone_typed_first() -> dict[str, str]:
    """Letters whose tone was typed before their circumflex or breve, which NFC leaves in two pieces."""
    hats = [*product("aeoAEO", [_CIRCUMFLEX]), *product("aA", [_BREVE])]
    pairs = ((letter + tone + hat, letter + hat + tone) for (letter, hat), tone in product(hats, _TONES_ABOVE))
    return {unicodedata.normalize("NFC", wrong): unicodedata.normalize("NFC", right) for wrong, right in pairs}


_COMPATIBLE = _compatible()
_TONE_TYPED_FIRST = _tone_typed_first()


def composed(text: pl.Expr) -> pl.Expr:
    """NFC, also where a tone was typed before the letter's circumflex or breve."""
    return text.str.normalize("NFC").str.replace_many(_TONE_TYPED_FIRST)


def has_invisible(text: pl.Expr) -> pl.Expr:
    """Whether there is something in the text that nobody sees; a matter for decoded text only."""
    return text.str.contains(INVISIBLE)


def without_invisible(text: pl.Expr) -> pl.Expr:
    """The text without what nobody sees: zero width, BOM, bidi controls and overrides, soft hyphens, controls."""
    return text.str.replace_all(INVISIBLE, "")


def plain_spaces(text: pl.Expr) -> pl.Expr:
    """Every kind of space, tab and line break as a plain space."""
    return text.str.replace_all(ODD_SPACE, " ")


def plain_letters(text: pl.Expr) -> pl.Expr:
    """Letters in their plain form: full-width and fancy ones, look-alikes of Đ, foreign letters in Latin words."""
    plain = text.str.replace_many(_COMPATIBLE).str.replace_many(_D_LOOK_ALIKES)
    return rare.where(plain, r"[\p{Greek}\p{Cyrillic}]", _latin)


def _latin(text: str) -> str:
    """A word whose foreign letters all look Latin becomes Latin, if the text has Latin letters at all."""
    if not re.search(r"[A-Za-zÀ-ỹ]", text):
        return text
    return _WORD.sub(lambda word: _latin_word(word.group()), text)


def _latin_word(word: str) -> str:
    latin = word.translate(_FOREIGN)
    return word if any(unicodedata.name(c, "").startswith(("GREEK", "CYRILLIC")) for c in latin) else latin
