"""Numbers in administrative prose: 05 trẻ, 1.990 trẻ, 92,4 %, “toàn bộ 28”, “tăng 04”; and lists of words.

From 1 to 9 a number in prose carries a zero; in a bracket or a table it does not. Thousands have dots.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

MOST_NAMED = 5


def plain(number: int) -> str:
    """As tables print it.

    >>> plain(1990), plain(5)
    ('1.990', '5')
    """
    return f"{number:,}".replace(",", ".")


def counted(number: int) -> str:
    """As prose prints it.

    >>> counted(5), counted(0), counted(1990)
    ('05', '0', '1.990')
    """
    return f"{number:02}" if 1 <= number <= 9 else plain(number)


def share(part: int, whole: int) -> str:
    """A percentage with one decimal, half up; all and nothing are bare.

    >>> share(1838, 1990), share(3, 3), share(0, 3), share(1989, 1990)
    ('92,4 %', '100 %', '0 %', '99,9 %')

    Raises:
        ValueError: there is nothing to take a share of; the sentence is then left out.
    """
    if whole <= 0:
        raise ValueError("a share of nothing")
    if part in (0, whole):
        return "100 %" if part else "0 %"
    tenths = min(max(_tenths(part, whole), Decimal("0.1")), Decimal("99.9"))  # nearly all is not all
    return f"{tenths} %".replace(".", ",")


def cell_share(part: int, whole: int) -> str:
    """A percentage as tables print it, its sign in the head; a dash where there is nothing to take it of.

    >>> cell_share(28, 29), cell_share(22, 22), cell_share(0, 0)
    ('96,6', '100,0', '–')
    """
    return str(_tenths(part, whole)).replace(".", ",") if whole else "–"


def _tenths(part: int, whole: int) -> Decimal:
    exact = Decimal(100 * part) / Decimal(whole)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


def change(difference: int, noun: str) -> str:
    """How a number has changed.

    >>> change(4, "trẻ"), change(-12, "trẻ"), change(0, "trẻ")
    ('tăng 04 trẻ', 'giảm 12 trẻ', 'không thay đổi')
    """
    if difference == 0:
        return "không thay đổi"
    return f"{'tăng' if difference > 0 else 'giảm'} {counted(abs(difference))} {noun}"


def enumerated(parts: Iterable[tuple[int, str]]) -> str:
    """An enumeration without its zeros; “không có trường hợp nào” when all are.

    >>> enumerated([(31, "trẻ chưa rà soát"), (0, "trẻ chờ"), (8, "trẻ khác")])
    '31 trẻ chưa rà soát, 08 trẻ khác'
    """
    told = [f"{counted(number)} {words}" for number, words in parts if number]
    return ", ".join(told) or "không có trường hợp nào"


def named(names: Sequence[str], noun: str) -> str:
    """Some names one after another, at most five.

    >>> named(["thôn Trại", "thôn Bến"], "thôn"), named(list("abcdefg"), "thôn")
    ('thôn Trại và thôn Bến', 'a, b, c, d, e và 02 thôn khác')
    """
    if len(names) > MOST_NAMED:
        return f"{', '.join(names[:MOST_NAMED])} và {counted(len(names) - MOST_NAMED)} {noun} khác"
    return " và ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def in_words(number: int) -> str:
    """A number below a million in words, as sums on lists are written out.

    >>> in_words(87), in_words(105), in_words(21), in_words(1990), in_words(15)
    ('tám mươi bảy', 'một trăm linh năm', 'hai mươi mốt', 'một nghìn chín trăm chín mươi', 'mười lăm')

    Raises:
        ValueError: it is below nothing or too large.
    """
    if not 0 <= number < 1_000_000:
        raise ValueError(number)
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest, whole=True)
    told = f"{_below_thousand(thousands, whole=True)} nghìn"
    return f"{told} {_below_thousand(rest, whole=False)}" if rest else told


def _below_thousand(number: int, *, whole: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds and whole:
        return _below_hundred(rest)
    told = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return told
    return f"{told} {'linh ' if rest < 10 else ''}{_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    told = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if ones == 0:
        return told
    if ones == 5:
        return f"{told} lăm"
    return f"{told} {'mốt' if ones == 1 and tens > 1 else _DIGITS[ones]}"
