import polars as pl
import pytest

from sosach.rules.naming import vietnamese_naming


@pytest.mark.parametrize(
    ("name", "group", "country", "told"),
    [
        ("Nguyễn Văn An", "01", "Việt Nam", True),
        ("Nông Thị Hoa", "02", None, True),
        ("Nguyễn Văn An", None, None, True),
        ("Y Phôn Êban", None, None, False),
        ("H’Hen Niê", None, None, False),
        ("K'Brăm", None, None, False),
        ("Ksor Nham", "10", None, False),
        ("Nguyễn Anna", "01", "Đức", False),
        ("Lý Thị Hy", "01", None, True),
    ],
)
def test_what_tells_another_tradition(name, group, country, told):
    text = dict.fromkeys(["full_name", "ethnicity", "nationality"], pl.String)
    frame = pl.DataFrame({"full_name": [name], "ethnicity": [group], "nationality": [country]}, schema=text)
    assert frame.select(vietnamese_naming()).item() is told
