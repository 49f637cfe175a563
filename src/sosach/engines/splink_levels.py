"""The comparison levels of `sosach.linkage` as conditions in SQL, over the columns of `splink_columns`.

The first condition that holds is the level, so the order is that of the questions which the built-in linker asks.
"""

from collections.abc import Sequence

from sosach.linkage.birth_dates import NEAR, YEARS
from sosach.linkage.name_table import SYLLABLES
from sosach.linkage.names import LONG
from sosach.linkage.numbers import IN_A_ROW
from sosach.linkage.sides import NAME_FACTS, NUMBER_FACTS

# Questions that would be long if they were written where they are asked.
FUNCTIONS = (
    # Whether two syllables are one, or one of them is cut short: to a letter, or anywhere before a full stop.
    "syllable_abbreviates(one, other) as rtrim(one, '.') = rtrim(other, '.')"
    " or ((starts_with(rtrim(one, '.'), rtrim(other, '.')) or starts_with(rtrim(other, '.'), rtrim(one, '.')))"
    " and (least(length(rtrim(one, '.')), length(rtrim(other, '.'))) = 1 or contains(one || other, '.')))",
    "abbreviates(one, other, place) as"
    " syllable_abbreviates(split_part(one, ' ', place), split_part(other, ' ', place))",
    "syllables_apart(one, other) as "
    + " + ".join(
        f"(split_part(one, ' ', {i + 1}) <> split_part(other, ' ', {i + 1}))::int" for i in range(len(SYLLABLES))
    ),
    # In how many digits of four bits two dates differ.
    "bits_to_digits(bits) as bit_count((bits | (bits >> 1) | (bits >> 2) | (bits >> 3)) & 286331153)",  # 0x11111111
    "digits_apart(one, other) as bits_to_digits(xor(one, other))",
    "calendar_year(date) as ((date >> 28) * 1000 + ((date >> 24) & 15) * 100"
    " + ((date >> 20) & 15) * 10 + ((date >> 16) & 15))::int",
)

_YEAR_FACTS = ("mother_year", "father_year")

_APART = "(" + " + ".join(f"({{f}}_{s}_l <> {{f}}_{s}_r)::tinyint" for s in SYLLABLES) + ")"
_FEWER = "least({f}_count_l, {f}_count_r)"

# A part of the middle name is missing: what is left are the beginning and the end of the longer name.
_MIDDLE = f"""{{f}}_count_l <> {{f}}_count_r and case {_FEWER}
 when 2 then {{f}}_first_l = {{f}}_first_r and {{f}}_last_l = {{f}}_last_r
 when 3 then ({{f}}_head2_l = {{f}}_head2_r and {{f}}_last_l = {{f}}_last_r)
  or ({{f}}_first_l = {{f}}_first_r and {{f}}_tail2_l = {{f}}_tail2_r)
 when 4 then ({{f}}_head3_l = {{f}}_head3_r and {{f}}_last_l = {{f}}_last_r)
  or ({{f}}_head2_l = {{f}}_head2_r and {{f}}_tail2_l = {{f}}_tail2_r)
  or ({{f}}_first_l = {{f}}_first_r and {{f}}_tail3_l = {{f}}_tail3_r) else false end"""

_PART = (
    "{f}_count_l <> {f}_count_r and {f}_last_l = {f}_last_r and "
    "(suffix(' ' || {f}_text_l, ' ' || {f}_text_r) or suffix(' ' || {f}_text_r, ' ' || {f}_text_l))"
)
# A space forgotten, or another letter struck for it.
_SPACE = (
    "abs({f}_count_l::int - {f}_count_r::int) = 1 and abs({f}_length_l::int - {f}_length_r::int) <= 1"
    " and ({f}_first_l = {f}_first_r or {f}_last_l = {f}_last_r or {f}_short_l or {f}_short_r)"
    " and damerau_levenshtein({f}_text_l, {f}_text_r) = 1"
)


_INITIALS = "{f}_count_l = {f}_count_r and ({f}_short_l or {f}_short_r) and " + " and ".join(
    f"abbreviates({{f}}_text_l, {{f}}_text_r, {i + 1})" for i in range(len(SYLLABLES))
)

# The letters of a whole name are as far apart as those of the syllables in which it differs. Two letters in one
# syllable are a slip only where one of both is no name that people bear; one letter in each of two in a long name only.
_LETTERS = "damerau_levenshtein({f}_code_l, {f}_code_r)"
_SLIP = f"""{{f}}_count_l = {{f}}_count_r and {_APART} <= 2 and abs({{f}}_length_l::int - {{f}}_length_r::int) <= 2
 and case {_APART} when 1 then {_LETTERS} <= case when {{f}}_borne_l <> {{f}}_borne_r then 2 else 1 end
 else least({{f}}_length_l, {{f}}_length_r) >= {LONG} and {_LETTERS} = 2 end"""

# A copy without marks may have slips as well: then both are measured without.
_BARE_LETTERS = "damerau_levenshtein({f}_text_l, {f}_text_r)"
_BARE_SLIP = f"""{{f}}_count_l = {{f}}_count_r and {{f}}_unmarked_l <> {{f}}_unmarked_r
 and abs({{f}}_length_l::int - {{f}}_length_r::int) <= 2 and case {_BARE_LETTERS} when 1 then true
 when 2 then case syllables_apart({{f}}_text_l, {{f}}_text_r) when 1 then {{f}}_bare_borne_l <> {{f}}_bare_borne_r
 when 2 then least({{f}}_length_l, {{f}}_length_r) >= {LONG} else false end else false end"""

_NAME = {
    "same": "{f}_l = {f}_r",
    "unmarked": "{f}_bare_l = {f}_bare_r and {f}_unmarked_l <> {f}_unmarked_r",
    "mark": "{f}_bare_l = {f}_bare_r",
    "typing": "{f}_meant_l = {f}_meant_r",
    "sound": "{f}_sound_l = {f}_sound_r",
    "order": "{f}_order_l = {f}_order_r",
    "initials": _INITIALS,
    "slip": f"({_SPACE}) or ({_SLIP}) or ({_BARE_SLIP})",
    "middle": _MIDDLE,
    "part": _PART,
    "syllable": f"{{f}}_count_l = {{f}}_count_r and {_APART} = 1",
    "other": "ELSE",
}

# Dates are eight digits of four bits; the day counts where both are whole.
_WHOLE = "day_l is not null and day_r is not null"
_SAME_YEAR = "(birth_date_l >> 16) = (birth_date_r >> 16)"
_MONTH = "((birth_date_{s} >> 8) & 255)"
_LEFT_MONTH, _RIGHT_MONTH = _MONTH.format(s="l"), _MONTH.format(s="r")
_TURNED = f"((birth_date_l >> 16) << 16) + ((birth_date_l & 255) << 8) + {_LEFT_MONTH}"
_SWAPPED_DIGITS = "((birth_date_l >> 8) << 8) + ((birth_date_l & 15) << 4) + ((birth_date_l >> 4) & 15)"
_DIGITS = "digits_apart(birth_date_l, birth_date_r)"
_YEARS_APART = "abs(calendar_year(birth_date_l) - calendar_year(birth_date_r))"

_DATE = {
    "same": "birth_date_l = birth_date_r and day_l is not null",
    "partial": f"(day_l is null or day_r is null) and {_SAME_YEAR} and "
    f"({_LEFT_MONTH} = {_RIGHT_MONTH} or {_LEFT_MONTH} = 0 or {_RIGHT_MONTH} = 0)",
    "swapped": f"{_WHOLE} and {_TURNED} = birth_date_r",
    "guess": f"{_WHOLE} and {_SAME_YEAR} and ((birth_date_l & 65535) = {0x0101} or (birth_date_r & 65535) = {0x0101})",
    "digit": f"{_WHOLE} and ({_DIGITS} = 1 or {_SWAPPED_DIGITS} = birth_date_r)",
    "near": f"abs(day_l - day_r) <= {NEAR}",
    "year": _SAME_YEAR,
    "years": f"case when {_WHOLE} then abs(day_l - day_r) <= {YEARS} else {_YEARS_APART} <= {YEARS // 365} end",
    "other": "ELSE",
}

_LATTER = "abs(substr({f}_l, 7)::int - substr({f}_r, 7)::int)"
_NEXT = f"substr({{f}}_l, 1, 6) = substr({{f}}_r, 1, 6) and {_LATTER} <= {IN_A_ROW}"
_NUMBER = {
    "same": "{f}_l = {f}_r",
    "next": _NEXT,
    "digit": "damerau_levenshtein({f}_l, {f}_r) = 1",
    "other": "ELSE",
}
_OWN_NUMBER = {"zeros": "number_l = number_r and (padded_l or padded_r)", **_NUMBER}

_YEAR = {"same": "{f}_l = {f}_r", "near": "abs({f}_l - {f}_r) = 1", "other": "ELSE"}
_EQUAL = {"same": "{f}_l = {f}_r", "other": "ELSE"}

# Where the communes differ the hamlet says nothing; where no commune is known an equal hamlet does.
_PLACE = {
    "other": "commune_l <> commune_r",
    "hamlet": "hamlet_l = hamlet_r",
    "hamlets": "hamlet_l <> hamlet_r",
    "commune": "ELSE",
}
_NO_PLACE = "(commune_l is null or commune_r is null) and (hamlet_l is null or hamlet_r is null)"


def conditions(fact: str) -> dict[str, str]:
    """The condition of every level of a fact, in the order of asking; the last one holds where no other does."""
    if fact in NAME_FACTS:
        told = _NAME
    elif fact in NUMBER_FACTS:
        told = _OWN_NUMBER if fact == "number" else _NUMBER
    elif fact in _YEAR_FACTS:
        told = _YEAR
    else:
        told = {"birth_date": _DATE, "place": _PLACE}.get(fact, _EQUAL)
    return {level: condition.replace("{f}", fact) for level, condition in told.items()}


def silent(fact: str) -> str:
    """The condition under which a pair says nothing of a fact."""
    return _NO_PLACE if fact == "place" else f"{fact}_l is null or {fact}_r is null"


def blocked(columns: Sequence[str]) -> str:
    """The condition that brings rows together which are equal in these columns."""
    return " and ".join(f'l."{column}" = r."{column}"' for column in columns)
