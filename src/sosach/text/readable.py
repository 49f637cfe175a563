"""What a cell looks like that every program reads rightly: words of plain letters and of possible Vietnamese syllables.

A cell that does not look so may be foreign, untidy, or Vietnamese in an encoding of the nineties; only such cells need
a second look. Capitals in the middle of a word count as unreadable, for TCVN3 text is full of them (`NguyÔn`).
"""

from sosach.text.composition import SPACES
from sosach.text.vietnamese import NAME_SYLLABLE, SYLLABLE

_WORD = rf"(?:{SYLLABLE}|{NAME_SYLLABLE}|{SYLLABLE.upper()}|[A-Za-z]+)"
# Digits and punctuation. Behind a letter some signs are suspicious: VIQR writes marks with them (`Nguye^~n`, `Va(n`).
_SIGNS = r"!-@\[-\]_{-}“”‘’–—…"
_SIGNS_BEHIND = r"!-'),\-->@\[-\]_{-}“”‘’–—…"

_SIGN, _SIGN_BEHIND = f"[{_SIGNS}]", f"[{_SIGNS_BEHIND}]"
_LEAD = rf"(?:{_SIGN}+(?: {_SIGN}+)* ?)?"
_GAP = rf"(?:{_SIGN_BEHIND}{_SIGN}*(?: {_SIGN}+)* ?|(?: {_SIGN}+)+ ?| )"
_TAIL = rf"(?:{_SIGN_BEHIND}{_SIGN}*)?(?: {_SIGN}+)*"

# Readable, single-spaced, nothing around it, nothing invisible in it, composed.
TIDY = rf"^(?:{_LEAD}(?:{_WORD}{_GAP})*{_WORD}{_TAIL}|{_SIGN}+(?: {_SIGN}+)*)$"

# Readable, however it is spaced.
READABLE = rf"^[{_SIGNS} {SPACES}]*(?:{_WORD}(?:[{_SIGNS_BEHIND} {SPACES}][{_SIGNS} {SPACES}]*|$))*$"
