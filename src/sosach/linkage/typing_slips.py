"""What a name becomes when the keyboard did not turn keys into letters: `nguyeenx` (Telex), `nguye64n` (VNI).

Used to see that two names are one name typed twice; a name is never changed by it.
"""

import re
import unicodedata
from functools import lru_cache

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_TELEX_LETTERS = (
    ("aa", "â"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("dd", "đ"),
    ("uow", "ươ"),
    ("aw", "ă"),
    ("ow", "ơ"),
    ("uw", "ư"),
)
_VNI_LETTERS = (
    ("a6", "â"),
    ("e6", "ê"),
    ("o6", "ô"),
    ("d9", "đ"),
    ("uo7", "ươ"),
    ("a8", "ă"),
    ("o7", "ơ"),
    ("u7", "ư"),
)

# A syllable that may be keys: a doubled letter, a w, a tone key at its end, or digits among letters.
SUSPICIOUS = r"aa|ee|oo|dd|w|[aeiouyâêôăơư][a-z]*[sfrxj](?: |$)|[a-z][1-9]"
_VOWELS = "aeiouyâêôăơư"


@lru_cache(maxsize=100_000)
def as_meant(name: str) -> str:
    """The name that the keys would have given, small letters, composed; unchanged where nothing looks like keys."""
    if not re.search(SUSPICIOUS, name):
        return name
    return " ".join(_syllable(part) for part in name.split(" "))


def _syllable(keys: str) -> str:
    if any(c.isdigit() for c in keys):
        return _decoded(keys, _VNI_LETTERS, _VNI_TONES)
    return _decoded(keys, _TELEX_LETTERS, _TELEX_TONES)


def _decoded(keys: str, letters: tuple[tuple[str, str], ...], tones: dict[str, str]) -> str:
    tone = ""
    if len(keys) > 2 and keys[-1] in tones and any(v in keys[:-1] for v in _VOWELS):
        keys, tone = keys[:-1], tones[keys[-1]]
    for typed, letter in letters:
        keys = keys.replace(typed, letter)
    return unicodedata.normalize("NFC", _toned(keys, tone)) if tone else keys


def _toned(syllable: str, tone: str) -> str:
    """The tone on the vowel that carries it: the last one with a hat, else the first of an open pair, else the last."""
    start = 2 if syllable.startswith(("qu", "gi")) and len(syllable) > 2 and syllable[2] in _VOWELS else 0
    places = [i for i, c in enumerate(syllable) if c in _VOWELS and i >= start]
    if not places:
        return syllable
    hats = [i for i in places if syllable[i] in "âêôăơư"]
    closed = places[-1] < len(syllable) - 1
    second = syllable[places[0] :].startswith(("oa", "oe", "uy"))
    at = hats[-1] if hats else places[1] if len(places) > 2 or (len(places) == 2 and (closed or second)) else places[0]
    return syllable[: at + 1] + tone + syllable[at + 1 :]
