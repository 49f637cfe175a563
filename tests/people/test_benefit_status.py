"""Whether a benefit is paid, in the words of commune lists."""

import polars as pl
import pytest

from sosach.people import benefit_status


def told(cell: str) -> tuple[object, ...]:
    return benefit_status.read(pl.Series([cell])).row(0)


@pytest.mark.parametrize(
    "cell",
    [
        "Đang hưởng",
        "đang hưởng",
        "dang huong",
        "Còn hưởng",
        "Đang nhận trợ cấp",
        "Hưởng",
        "Đang hưởng (chờ điều chỉnh)",
    ],
)
def test_paying(cell: str):
    assert told(cell) == ("active", "good")


@pytest.mark.parametrize("cell", ["Tạm dừng", "tạm dừng hưởng", "Tạm đình chỉ", "tam dung", "Tạm ngưng chi trả"])
def test_suspended(cell: str):
    assert told(cell) == ("suspended", "good")


@pytest.mark.parametrize(
    "cell",
    ["Thôi hưởng", "Dừng hưởng", "Đã cắt", "Chấm dứt", "Không còn hưởng", "Ngừng chi trả", "thoi huong", "Hết hưởng"],
)
def test_stopped(cell: str):
    assert told(cell) == ("stopped", "good")


@pytest.mark.parametrize(
    "cell", ["Chưa hưởng", "Đã chết", "Chuyển đi", "x", "1", "Đề nghị hưởng", "Đang chờ quyết định hưởng", "-"]
)
def test_what_says_nothing_of_payment_is_not_read(cell: str):
    assert told(cell) == (None, "unreadable")


@pytest.mark.parametrize("value", benefit_status.VALUES)
def test_values_of_a_record_read_again_are_the_same(value: str):
    assert benefit_status.read(pl.Series([value])).row(0) == (value, "good")
