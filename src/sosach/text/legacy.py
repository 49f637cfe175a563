"""Which cells are written in an encoding of the nineties, and what they say.

The answer comes from the letters of the cell and, where intake saw one, from the font (`cells.TCVN3_FONT`,
`VNI_FONT`): read as they stand the words are no words, decoded they are possible Vietnamese. A cell that can be read
as it stands is left alone unless its font tells otherwise (`Dòng` in a TCVN3 font is Dũng). Words typed in Telex or
VNI style whose keys had no effect are slips, not encodings, and stay. `certain` means nothing else can be meant;
`doubtful` asks somebody to look.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import polars as pl

from sosach.text import cells
from sosach.text.charsets import TCVN3, UTF8, VIQR, VNI, decode, table_rows
from sosach.text.readable import READABLE
from sosach.text.vietnamese import TONES, is_syllable

CERTAINTIES = pl.Enum(["certain", "doubtful"])
CHARSETS = pl.Enum([TCVN3, VNI, VIQR, UTF8])

_FONTS = {cells.TCVN3_FONT: TCVN3, cells.VNI_FONT: VNI}

# VIQR writes marks with signs behind the vowel; `.`, `'` and `?` stand behind vowels in any text.
_HAT = r"(?:[aeoAEO]\^|[aA]\(|[ouOU]\+)"
_VIQR_SIGN = rf"{_HAT}|[aeiouyAEIOUY][`~]"
_SUSPICIOUS = rf"[\x{{a1}}-\x{{ff}}]|{_VIQR_SIGN}"

# Parts of a text that only this charset explains; the other signs stand in names of Western Europe as well.
_STRONG: Mapping[str, re.Pattern[str]] = {
    TCVN3: re.compile(r"[\u00a1-\u00bf\u00d7\u00f7\u00de\u00fe]|[a-z\u00df-\u00ff][\u00c0-\u00d6\u00d8-\u00dd]"),
    VNI: re.compile("a[àáâãäåèêëúûüøùõ]|e[àáâãäåøùûõ]|o[âäåøùûõ]|u[øùûõ]|y[øùûõ]|[öô][øùûõï]|öô", re.IGNORECASE),
    VIQR: re.compile(rf"{_HAT}[`'?~.]"),
    UTF8: re.compile(""),
}

# What nobody sees, but not U+00AD, which is the ư of TCVN3; C1 control characters may be bytes of UTF-8.
_UNSEEN_BYTES = r"[\x80-\x84\x86-\x9f]"
_UNSEEN = r"[\x00-\x08\x0e-\x1b\x7f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
_WORDS = re.compile(r"[^\s!-/:-@\[-`{-~“”‘’–—…]+")
_VIQR_ONE_SIGN = re.compile(_VIQR_SIGN)
_VIQR_ANY_SIGN = re.compile(rf"{_VIQR_SIGN}|[aeiouyAEIOUY][.'?]")
_CONSONANT = re.compile(r"[b-df-hj-np-tvx]", re.IGNORECASE)
_NAME_SHAPE = re.compile(r"[^\W\d_][^A-ZĐÀ-Þ]*")


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a cell says in Unicode."""

    text: str
    charset: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A cell read in one charset."""

    seen: str
    text: str
    charset: str
    before: int  # words that cannot be read as they stand
    after: list[str]  # words that cannot be read once decoded

    @property
    def strong(self) -> bool:
        """Something in the cell is explained by this charset alone."""
        found = _STRONG[self.charset].search(self.seen) is not None
        # A capital in the middle of a word is no proof where the small letter would do (`hÔng`).
        return found and (self.charset in (VIQR, UTF8) or bool(_unreadable(self.seen.lower())))

    @property
    def explains(self) -> bool:
        """Every word can be read now, and more than before."""
        return not self.after and self.before > 0

    @property
    def helps(self) -> bool:
        """Only this charset explains the cell, and what is left unread is little, or names of the highlands (`Blô`)."""
        few = self.before - len(self.after) >= 2 and len(self.after) <= self.before // 3
        return self.before > 1 and self.strong and (few or not any(map(_has_tone, self.after)))


def suspicious(text: pl.Expr) -> pl.Expr:
    """Whether a cell (without its mark) is worth a look: letters that the old charsets use, and words that are none."""
    return text.str.contains(_SUSPICIOUS) & ~text.str.contains(READABLE)


def read(marked: pl.Series) -> pl.DataFrame:
    """What distinct cells say.

    Args:
        marked: cells that are suspicious or carry the mark of a font; other marks must not be among them.

    Returns:
        `value` (the text without its mark, decoded where it was legacy), `legacy` (null where it was not), `charset`.
    """
    answers = [_read(cell) for cell in marked]
    return pl.DataFrame(
        {
            "value": [answer.text if isinstance(answer, Decoded) else answer for answer in answers],
            "legacy": [_certainty(answer) for answer in answers],
            "charset": [answer.charset if isinstance(answer, Decoded) else None for answer in answers],
        },
        schema={"value": pl.String, "legacy": CERTAINTIES, "charset": CHARSETS},
    )


def decoded(text: str, font: str | None = None) -> Decoded | None:
    """What a cell says when it is in an old charset; null when it is to be read as it stands.

    Args:
        text: the cell's text without a mark, its invisible characters still in it (U+00AD is a letter of TCVN3).
        font: the charset of the cell's font, when that is known.
    """
    bytes_kept = re.sub(_UNSEEN, "", text)
    text = re.sub(_UNSEEN_BYTES, "", bytes_kept)
    # A sign that stands alone (`£`, `µ`, `«`) is a sign.
    broken = sum(len(word) > 1 for word in _unreadable(text))
    readings = ((text, TCVN3, broken), (text, VNI, broken), (bytes_kept, UTF8, broken), (text, VIQR, _viqr_words(text)))
    candidates = [c for reading in readings if (c := _candidate(*reading))]
    return (_by_font(text, candidates, font) if font else None) or _by_letters(text, candidates)


def _read(cell: str) -> Decoded | str:
    font = _FONTS.get(cell[:1])
    text = cell[1:] if font else cell
    return decoded(text, font) or text


def _certainty(answer: Decoded | str) -> str | None:
    return None if isinstance(answer, str) else "certain" if answer.certain else "doubtful"


def _candidate(seen: str, charset: str, before: int) -> _Candidate | None:
    text = decode(seen, charset)
    return None if text is None or text == seen else _Candidate(seen, text, charset, before, _unreadable(text))


def _viqr_words(text: str) -> int:
    """How many words carry signs of VIQR; a single sign in a whole cell is none (`nhóm máu O+`)."""
    if not _STRONG[VIQR].search(text) and len(_VIQR_ANY_SIGN.findall(text)) < 2:
        return 0
    words = re.split(r"[\s,;/]+", text)
    return sum(bool(_VIQR_ONE_SIGN.search(word) and _CONSONANT.search(word)) for word in words)


def _by_font(text: str, candidates: list[_Candidate], font: str) -> Decoded | None:
    """The font speaks first, unless the letters deny it: text typed in Unicode often keeps an old font."""
    own = next((c for c in candidates if c.charset == font), None)
    if own is None:
        return None
    if own.after:
        denied = own.before == 0 or any(c.explains for c in candidates)
        return Decoded(own.text, font, certain=False) if own.strong and not denied else None
    if own.before:
        return Decoded(own.text, font, certain=True)
    # Both readings are possible: `Dòng` is Dũng in this font, but `Lê` was typed in Unicode, for nobody is called Lờ.
    gain = _common(own.text) - _common(text)
    return Decoded(own.text, font, certain=gain > 0) if gain >= 0 else None


def _by_letters(text: str, candidates: list[_Candidate]) -> Decoded | None:
    if _is_only_enye(text):
        return None
    explaining = [c for c in candidates if c.explains and (c.before > 1 or c.strong or _common(c.text))]
    if explaining:
        best = max(explaining, key=lambda c: (_common(c.text), c.strong))
        alone = len({c.text for c in explaining}) == 1
        return Decoded(best.text, best.charset, certain=alone and (best.before > 1 or best.strong))
    helping = [c for c in candidates if c.helps]
    if not helping:
        return None
    best = min(helping, key=lambda c: len(c.after))
    return Decoded(best.text, best.charset, certain=False)


def _is_only_enye(text: str) -> bool:
    """Ñ begins words of the highlands, and is the Đ of VNI: alone it proves nothing."""
    marked = {char for char in text if not char.isascii()}
    return bool(marked) and marked <= set("Ññ") and re.search(r"\w[Ññ]", text) is None


def _common(text: str) -> int:
    """How many words with marks are syllables that people are called."""
    return sum(word.lower() in _name_syllables() for word in _WORDS.findall(unicodedata.normalize("NFC", text)))


@cache
def _name_syllables() -> frozenset[str]:
    return frozenset(row["syllable"] for row in table_rows("name_syllables"))


def _unreadable(text: str) -> list[str]:
    """The words that are neither plain letters nor possible syllables."""
    return [word for word in _WORDS.findall(text) if not _is_readable(word)]


def _is_readable(word: str) -> bool:
    if word.isascii():
        return True
    shaped = word.isupper() or _NAME_SHAPE.fullmatch(word) is not None
    return shaped and is_syllable(unicodedata.normalize("NFC", word).lower())


def _has_tone(word: str) -> bool:
    return any(tone in unicodedata.normalize("NFD", word) for tone in TONES)
