"""What a forecast says in one sentence."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from sosach.campaign.days_in_words import long, short
from sosach.campaign.forecast import Forecast


def in_words(found: Forecast | None, due: date) -> str:
    """The sentence for a dashboard or a paper.

    Args:
        found: the forecast, None where there is none.
        due: the last day.
    """
    if found is None:
        return "Chưa đủ ba ngày số liệu để dự kiến ngày xong."
    if not found.remaining:
        return "Không còn trường hợp nào."
    pace = f"Còn {_whole(found.remaining)} trường hợp, đang làm {_decimal(found.pace)} trường hợp mỗi ngày làm việc"
    expected = f"dự kiến xong {long(found.done_on)}" if found.done_on else "với tốc độ này chưa thấy ngày xong"
    if found.in_time:
        return f"{pace}; {expected}, kịp hạn {short(due)}."
    if found.needed is None:
        return f"{pace}; {expected}; đã quá hạn {short(due)}."
    return f"{pace}; {expected}; muốn kịp hạn {short(due)} cần {_decimal(found.needed)} trường hợp mỗi ngày làm việc."


def _whole(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _decimal(number: Fraction) -> str:
    """One decimal, half up, with a comma; whole numbers without.

    >>> _decimal(Fraction(1, 4)), _decimal(Fraction(6))
    ('0,3', '6')
    """
    tenths = Decimal(number.numerator * 10) / Decimal(number.denominator)
    rounded = tenths.quantize(Decimal(1), ROUND_HALF_UP) / 10
    return f"{rounded:,.1f}".removesuffix(".0").translate(str.maketrans(",.", ".,"))
