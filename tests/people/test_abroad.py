import polars as pl
import pytest

from sosach.people.abroad import is_foreign_name, is_place_abroad


@pytest.mark.parametrize(
    "place",
    [
        "Hàn Quốc",
        "Seoul, Hàn Quốc",
        "Bệnh viện Đài Bắc (Đài Loan)",
        "Đức",
        "Berlin, Đức",
        "sinh tại Nga",
        "Khai sinh ở nước ngoài",
        "nhật bản",
        "nước Lào",
    ],
)
def test_place_in_another_country(place):
    assert pl.select(is_place_abroad(pl.lit(place))).item()


@pytest.mark.parametrize(
    "place",
    [
        "Bệnh viện Sản Nhi Bắc Ninh",
        "xã Cao Đức, Gia Bình, Bắc Ninh",
        "Đông Anh, Hà Nội",
        "Lào Cai",
        "Nga Sơn, Thanh Hóa",
        "Việt Nam",
        "Bệnh viện tại Mỹ Đức",
        "Thôn Đức Lâm",
    ],
)
def test_place_at_home_with_a_country_in_its_name(place):
    assert not pl.select(is_place_abroad(pl.lit(place))).item()


@pytest.mark.parametrize("name", ["Chen Wei Ming", "Kim Soo Hyun", "John Smith", "Wang Fang"])
def test_name_in_another_language(name):
    assert pl.select(is_foreign_name(pl.lit(name))).item()


@pytest.mark.parametrize("name", ["Nguyễn Thị Hoà", "NGUYỄN VĂN AN", "Nguyen Van An", "Vi Thị Quý", "Lê Giang"])
def test_vietnamese_name_with_or_without_marks(name):
    assert not pl.select(is_foreign_name(pl.lit(name))).item()


def test_empty_cell_tells_nothing():
    empty = pl.DataFrame({"cell": pl.Series([None], dtype=pl.String)})
    assert empty.select(is_place_abroad(pl.col("cell")), is_foreign_name(pl.col("cell")).alias("name")).row(0) == (
        None,
        None,
    )
