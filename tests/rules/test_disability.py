import polars as pl
import pytest

from sosach.rules.disability import WITH_A_DEGREE, degree


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Đặc biệt nặng", "very_severe"),
        ("ĐBN", "very_severe"),
        ("Nặng", "severe"),
        ("NANG", "severe"),
        ("Mức độ nhẹ", "mild"),
        ("Nặng hoặc đặc biệt nặng", None),
        ("chưa xác định", None),
        (None, None),
    ],
)
def test_degrees_as_offices_write_them(words, told):
    frame = pl.DataFrame({"w": [words]}, schema={"w": pl.String})
    assert frame.select(degree(pl.col("w"))).item() == told


def test_the_disabled_are_asked_for_a_degree():
    assert "5.6" in WITH_A_DEGREE
    assert "pension" not in WITH_A_DEGREE
