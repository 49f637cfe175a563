"""Forecasts in one sentence."""

from datetime import date
from fractions import Fraction

import pytest

from sosach.campaign.forecast import Forecast
from sosach.campaign.forecast_words import in_words

DUE = date(2026, 6, 18)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (None, "Chưa đủ ba ngày số liệu để dự kiến ngày xong."),
        (Forecast(Fraction(5), 0, DUE, Fraction(0), True), "Không còn trường hợp nào."),
        (
            Forecast(Fraction(25, 2), 1250, date(2026, 6, 17), Fraction(10), True),
            "Còn 1.250 trường hợp, đang làm 12,5 trường hợp mỗi ngày làm việc; dự kiến xong thứ Tư 17/6/2026, "
            "kịp hạn 18/6/2026.",
        ),
        (
            Forecast(Fraction(10), 60, date(2026, 6, 22), Fraction(15), False),
            "Còn 60 trường hợp, đang làm 10 trường hợp mỗi ngày làm việc; dự kiến xong thứ Hai 22/6/2026; "
            "muốn kịp hạn 18/6/2026 cần 15 trường hợp mỗi ngày làm việc.",
        ),
        (
            Forecast(Fraction(0), 60, None, None, False),
            "Còn 60 trường hợp, đang làm 0 trường hợp mỗi ngày làm việc; với tốc độ này chưa thấy ngày xong; "
            "đã quá hạn 18/6/2026.",
        ),
    ],
)
def test_sentence(found, sentence):
    assert in_words(found, DUE) == sentence
