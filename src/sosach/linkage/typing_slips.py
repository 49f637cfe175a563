"""What a syllable becomes when the keyboard did not turn keys into letters: `nguyeenx` (Telex), `Nguye64n` (VNI).

Used to see that two names are one name typed twice; a name is never changed by it. Typists strike the key of a tone
behind its vowel or at the end of the syllable; both are understood, as is a horn struck once for both letters of ươ.
"""

import unicodedata
from functools import lru_cache

# A syllable that may be keys: a doubled letter, a w, a key of a tone behind a vowel, or digits behind letters.
SUSPICIOUS = r"aa|ee|oo|^dd|w|[aeiouyâêôăơư][a-z]*[sfrxj]|[a-zâêôăơư][1-9]"

_VOWELS = "aeiouyâêôăơư"
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_TELEX_TONES = {"s": _ACUTE, "f": _GRAVE, "r": _HOOK, "x": _TILDE, "j": _DOT}
_VNI_TONES = {"1": _ACUTE, "2": _GRAVE, "3": _HOOK, "4": _TILDE, "5": _DOT}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"o": "ơ", "u": "ư"}
_BREVE = {"a": "ă"}
_TELEX_W = _BREVE | _HORNS
# Keys of VNI and the letters that they change.
_VNI_MARKS = {"6": _HATS, "7": _HORNS, "8": _BREVE, "9": {"d": "đ"}}


@lru_cache(maxsize=50_000)
def as_meant(syllable: str) -> str:
    """The syllable that the keys would have given, in small letters, composed.

    >>> as_meant("nguyeenx"), as_meant("nguye64n"), as_meant("phuowng"), as_meant("ddawng")
    ('nguyễn', 'nguyễn', 'phương', 'đăng')
    """
    digits = any(c.isdigit() for c in syllable)
    letters, tone = (_vni if digits else _telex)(syllable)
    return unicodedata.normalize("NFC", _toned(letters, tone) if tone else letters)


def _vni(keys: str) -> tuple[str, str]:
    letters, tone = "", ""
    for key in keys:
        if key in _VNI_TONES:
            tone = _VNI_TONES[key]
        elif key in _VNI_MARKS:
            letters = _changed(letters, _VNI_MARKS[key])
        else:
            letters += key
    return letters, tone


def _telex(keys: str) -> tuple[str, str]:
    letters, tone = "", ""
    for key in keys:
        if key in _TELEX_TONES and any(v in letters for v in _VOWELS):
            tone = _TELEX_TONES[key]
        elif key == "w":
            letters = _changed(letters, _TELEX_W)
        elif letters.endswith(key) and key in _HATS:
            letters = letters[:-1] + _HATS[key]
        elif letters == key == "d":
            letters = "đ"
        else:
            letters += key
    return letters, tone


def _changed(letters: str, marks: dict[str, str]) -> str:
    """The letters with the last one that can bear the mark bearing it; a horn is borne by both letters of `uo`."""
    at = next((i for i in reversed(range(len(letters))) if letters[i] in marks), None)
    if at is None:
        return letters + "ư" if marks is _TELEX_W else letters
    if "u" in marks and letters[at] == "o" and letters[:at].endswith("u"):
        return letters[: at - 1] + "ươ" + letters[at + 1 :]
    return letters[:at] + marks[letters[at]] + letters[at + 1 :]


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
