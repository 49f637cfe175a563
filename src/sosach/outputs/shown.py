"""How figures and values are printed in the files that people open.

Whole numbers with dots (1.990), decimals with a comma (92,4 %), dates as dd/mm/yyyy. A number that belongs to a person
is shown on pages by its first three and last two digits; what names a sensitive circumstance of a child (Law on
Children 102/2016, Art. 10(1) points đ, e, g, i, k, l, m) or an HIV category of assistance is never repeated outside the
sheet it came from.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import polars as pl

from sosach.findings.wording import shown
from sosach.refdata.benefits import benefits
from sosach.registers.register import Register

DOTS = "•••••••"

WITHHELD = "(không in lại ở đây)"

# Nine or more digits, with what people type between them, letters that look like digits (never after a space: there a
# word begins) and what hides digits among them. A date with dots has eight.
_NUMBER = (
    r"([\dOoIl](?:[ .’'-]?\d|[OoIl]){2})(?:[ .’'-]?\d|[OoIl*•#xX]){4,}"
    r"(?:[ .’'-]?(\d[ .’'-]?\d)|([\dOoIl][OoIl]|[OoIl]\d))"
)

# Circumstances that must not leave the office, as offices write them, with and without marks.
_SENSITIVE_WORDS = (
    r"(?i)\bhiv\b|\baids\b|ma t[uú][yý]|nghi[eệ]n|x[aâ]m h[aạ]i|b[aạ]o l[uự]c|b[aạ]o h[aà]nh|b[oó]c l[oộ]t|mua b[aá]n"
    r"|vi ph[aạ]m ph[aá]p lu[aậ]t|ph[aạ]m t[oộ]i|t[uù] gi[aá]m|tr[aạ]i giam|ch[aấ]p h[aà]nh [aá]n"
)
_SENSITIVE_FIELDS = ("special_circumstance", "at_risk")
_QUOTED = r"“[^”]*”"


def whole(count: int) -> str:
    """A count with dots between the thousands.

    >>> whole(1990)
    '1.990'
    """
    return f"{count:,}".replace(",", ".")


def percent(part: int, total: int) -> str:
    """A share with one decimal, rounded half up; bare 0 % and 100 % mean none and all, a dash that there is no base.

    >>> percent(52, 64), percent(64, 64), percent(1, 0)
    ('81,3 %', '100 %', '–')
    """
    if total == 0:
        return "–"
    if part in (0, total):
        return "0 %" if part == 0 else "100 %"
    share = (Decimal(part) * 100 / Decimal(total)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{share} %".replace(".", ",")


def day(value: date) -> str:
    """A day as files and screens show it.

    >>> day(date(2026, 6, 4))
    '04/06/2026'
    """
    return f"{value:%d/%m/%Y}"


def spans(numbers: Iterable[int]) -> tuple[str, ...]:
    """Numbers in rising order with the runs among them put together.

    >>> spans([5, 612, 613, 614, 619])
    ('5', '612–614', '619')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return tuple(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def masked(text: pl.Expr) -> pl.Expr:
    """The text with every long number cut to its first three and last two digits: 027•••••••23."""
    return text.str.replace_all(_NUMBER, f"${{1}}{DOTS}${{2}}${{3}}")


def shown_values(values: pl.Expr, field: pl.Expr, register: Register) -> pl.Expr:
    """Cleaned values of several fields as people read them; `field` names the field of each."""
    printed = values
    for kind in sorted({f.kind for f in register.fields}):
        told = shown(values, kind)
        if told is values:  # such values are read as they are
            continue
        of_kind = [f.name for f in register.fields if f.kind is kind]
        printed = pl.when(field.is_in(of_kind)).then(told).otherwise(printed)
    return printed


def discreet(text: pl.Expr, field: pl.Expr) -> pl.Expr:
    """A value as it may be repeated on lists of ours; `field` is the field it was read from."""
    return pl.when(_sensitive(text, field)).then(pl.lit(WITHHELD)).otherwise(text)


def discreet_message(message: pl.Expr, field: pl.Expr) -> pl.Expr:
    """A sentence as it may be repeated on lists of ours: what it quotes is withheld where that is sensitive."""
    hushed = message.str.replace_all(_QUOTED, WITHHELD).str.replace_all(_SENSITIVE_WORDS, "…")
    return pl.when(_sensitive(message, field)).then(hushed).otherwise(message)


def _sensitive(text: pl.Expr, field: pl.Expr) -> pl.Expr:
    keys = "|".join(re.escape(key) for key, benefit in benefits().items() if benefit.sensitive)
    by_key = (field == "category") & text.str.contains(rf"(?:^|[^\d.])(?:{keys})(?:$|[^\d.])")
    by_field = field.is_in(_SENSITIVE_FIELDS) | by_key
    by_words = text.str.normalize("NFC").str.contains(_SENSITIVE_WORDS)
    return text.is_not_null() & (by_field.fill_null(value=False) | by_words)
