"""Syllables that nobody can read: slips of the keyboard in a name.

A syllable is called impossible only when Vietnamese writing has no such syllable *and* it looks like a Vietnamese one
gone wrong: a doubled letter, a tone that cannot stand there, a horn forgotten in ươ, keys of a typing method left
over. An initial alone (`Nguyễn V. An`) is none either. Names from other languages (`Chen`, `José`) and of the peoples
of the highlands (`Niê`, `Krông`, `Byă`, `H'Nghệ`) are spared: whoever uses the answer only asks people to look again,
so silence is better than a false alarm.
"""

import re
import unicodedata

import polars as pl

from sosach.text import rare
from sosach.text.vietnamese import SYLLABLE, TONES, VOWELS, is_syllable, toned

_GAP = r"[^\p{L}\p{M}]"
_READ = rf"(?:{SYLLABLE}|[a-z]+)"
# The quick test: every word is possible Vietnamese or has no mark at all.
_ALL_READ = rf"(?i)^{_GAP}*{_READ}(?:{_GAP}+{_READ})*{_GAP}*$"

# Words without marks: a doubled end that no language has, and keys of the Telex method that had no effect.
_TELEX_LETTER = "(?:aa|ee|oo|aw|ow|uw|dd)"
_TELEX_WORD = rf"[a-z]*(?:(?:nh|ng|ch)[fxj]|{_TELEX_LETTER}[a-z]*(?:[fxj]|(?:ng|nh|ch)[sr]))|dd[a-z]+|thij"
# Initials that stand for a word; H and K are words in names of the highlands.
_INITIAL = "[bcdđgjlmnpqrstvwxz]|ng|nh|ph|th|tr|ch"
_UNMARKED = rf"[a-z]*(?:nhh|ngg|chh)|{_TELEX_WORD}|{_INITIAL}"
_HAS_UNMARKED = rf"(?i)(?:^|{_GAP})(?:{_UNMARKED})(?:$|{_GAP})"
_TELEX = (("uow", "ươ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"), ("dd", "đ"))

# Marks that a typist leaves out of a pair of vowels; only before a further letter is the pair certain.
_FORGOTTEN = (("ưo", "ươ"), ("uơ", "ươ"), ("uo", "ươ"), ("ie", "iê"), ("ye", "yê"))

_LONGEST = 30  # letters; whatever a longer word is, it is no syllable with a slip
_CONSONANTS = "bcdđfghjklmnpqrstvwxz"
_WORD = re.compile(r"[^\W\d_]+")
_UNMARKED_SLIP = re.compile(_UNMARKED)
_AN_INITIAL = re.compile(rf"(?i)(?:^|\s)({_INITIAL})(?=\.|\s+\S)")  # before an apostrophe it begins a word
# Toned letters that no other language writes; the others (á à ã é ...) stand in French and Spanish names too.
_ONLY_VIETNAMESE = re.compile("[" + "".join(toned(v) for v in "ăâêôơư") + "ảạẻẹỉịĩỏọủụũỳỷỵỹ" + "]")
# Clusters before the vowel and letters after it that are written in the highlands, not in Vietnamese.
_HIGHLAND_ONSET = re.compile(rf"(?!(?:ch|gh|kh|ngh?|nh|ph|th|tr)[^{_CONSONANTS}])[{_CONSONANTS}]{{2}}|[fjwz]")
_HIGHLAND_END = re.compile(r"[bdđfjklqrsvwxz]$|(?<![cn])h$|(?<!n)g$")


def impossible(name: pl.Expr) -> pl.Expr:
    """The first syllable of a name that looks like a slip, as it is written there; null when there is none.

    Args:
        name: composed (NFC), in any case.
    """
    doubtful = ~name.str.contains(_ALL_READ) | name.str.contains(_HAS_UNMARKED)
    return rare.each(pl.when(doubtful).then(name), _first_slip)


def _first_slip(name: str) -> str | None:
    if initial := _AN_INITIAL.search(name):
        return initial[1]
    return next((word for word in _WORD.findall(name) if _is_slip(word.lower())), None)


def _is_slip(word: str) -> bool:
    if is_syllable(word) or len(word) > _LONGEST:
        return False
    if word.isascii():
        return _UNMARKED_SLIP.fullmatch(word) is not None and _unmarked_is_vietnamese(word)
    bare, tones = _without_tones(word)
    return (
        _has_doubled_letter(word, bare, tones)
        or _has_mark_forgotten(bare, tones)
        or (tones > 0 and (_cannot_bear_tone(bare) or _has_letter_behind(word) or _is_vietnamese_alone(word, bare)))
    )


def _without_tones(word: str) -> tuple[str, int]:
    """The word without tones, and how many there were."""
    pieces = unicodedata.normalize("NFD", word)
    bare = "".join(c for c in pieces if c not in TONES)
    return unicodedata.normalize("NFC", bare), len(pieces) - len(bare)


def _unmarked_is_vietnamese(word: str) -> bool:
    """`nguyeenx` and `ddinh` were to become syllables, `linhh` is one with a letter too many; `Banks` is neither."""
    typed = word
    for keys, letter in _TELEX:
        typed = typed.replace(keys, letter)
    return is_syllable(typed) or is_syllable(typed[:-1])


def _has_doubled_letter(word: str, bare: str, tones: int) -> bool:
    """Of equal neighbours one is enough; equal vowels count only beside a tone (`Dêê` is a name)."""
    for run in re.finditer(r"(.)\1+", bare):
        if run[1] in VOWELS and not tones:
            continue
        start, end = run.span()
        if any(is_syllable(word[:start] + letter + word[end:]) for letter in word[start:end]):
            return True
    return False


def _has_mark_forgotten(bare: str, tones: int) -> bool:
    """`Hưong` for Hương, `Nguyèn` for Nguyền; without any mark a word may be of any language."""
    for pair, right in _FORGOTTEN:
        place = bare.find(pair)
        sure = tones > 0 or "ư" in pair or "ơ" in pair
        if sure and 0 <= place < len(bare) - 2 and is_syllable(bare.replace(pair, right)):
            return True
    return False


def _cannot_bear_tone(bare: str) -> bool:
    """The syllable exists, but not with this tone (`Ngòc`) or with two of them (`Thúỳ`)."""
    return is_syllable(bare)


def _has_letter_behind(word: str) -> bool:
    """A whole syllable with one more consonant: `Trànm`, `Hoàngn`. Words of other languages end in s, k, ch as well."""
    behind = word[-1] in "bcdđghlmnpqtvx" and word[-2] in _CONSONANTS and word[-2:] not in ("ch", "nh")
    return behind and is_syllable(word[:-1])


def _is_vietnamese_alone(word: str, bare: str) -> bool:
    """The letters are of no other language, and the word is built as no language of the highlands builds it."""
    if not _ONLY_VIETNAMESE.search(word):
        return False
    return not _HIGHLAND_ONSET.match(bare) and not _HIGHLAND_END.search(bare)
