"""Remarks of the police that lead to the next actor."""

import polars as pl
import pytest

from sosach.forms.police_reason import Reason, reasons


@pytest.mark.parametrize(
    ("remark", "reason"),
    [
        ("Không tìm thấy, cháu chưa khai sinh", Reason.UNREGISTERED),
        ("chưa ĐKKS", Reason.UNREGISTERED),
        ("đã chết năm 2025", Reason.DECEASED),
        ("đã chuyển đi Hà Nội", Reason.MOVED),
        ("không cư trú tại địa phương", Reason.MOVED),
        ("thường trú tại xã khác", Reason.MOVED),
        ("trùng với cháu ở dòng 5", Reason.DUPLICATE),
        ("sai ngày sinh", Reason.WRONG_FACTS),
        ("ngày sinh không khớp", Reason.WRONG_FACTS),
        ("nhầm tên mẹ", Reason.WRONG_FACTS),
        ("chưa thu nhận", Reason.NOT_COLLECTED),
        ("chưa được cấp số", Reason.NOT_COLLECTED),
        ("chưa đồng bộ", Reason.NOT_COLLECTED),
        ("Không tìm thấy", None),
        ("bố đã mất, mẹ đi làm xa", None),
        ("", None),
    ],
)
def test_the_reason_is_what_the_remark_says_of_the_person(remark: str, reason: Reason | None) -> None:
    assert reasons(pl.Series([remark])) == [reason]


def test_no_remarks_no_reasons() -> None:
    assert reasons(pl.Series([], dtype=pl.String)) == []
