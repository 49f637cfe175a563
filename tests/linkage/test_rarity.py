import polars as pl

from sosach.linkage.rarity import common, rarity
from sosach.linkage.sides import sides_of
from sosach.linkage.weights import weights
from tests.linkage.people_in_rows import rows


def bits(names, others=None):
    """Bits by name."""
    sides = sides_of(rows(*({"name": n} for n in names)), rows(*({"name": n} for n in others)) if others else None)
    return dict(zip(sides.names.shown, rarity(sides, weights()), strict=True))


def test_a_rare_name_tells_more_than_a_common_one():
    told = bits(["Nguyễn Thị Linh"] * 5 + ["Giàng Seo Chớ", "Nguyễn Văn Hùng"])
    assert told["Nguyễn Thị Linh"] < told["Nguyễn Văn Hùng"] <= told["Giàng Seo Chớ"]


def test_bits_stay_within_the_limits():
    limits = weights()["rarity"]
    told = bits(["Nguyễn Thị Linh"] * 50 + ["Quách Ỷ Thiên"])
    assert told["Nguyễn Thị Linh"] == limits["least"]
    assert told["Quách Ỷ Thiên"] == limits["most"]


def test_a_name_borne_once_in_a_small_list_may_be_common_in_the_country():
    assert bits(["Nguyễn Thị Linh", "Quách Ỷ Thiên"])["Nguyễn Thị Linh"] < bits(["Quách Ỷ Thiên"])["Quách Ỷ Thiên"]


def test_a_large_register_counts_for_itself():
    few, many = ["Bàn Phụ Lìn"] * 1000, [f"Lê Văn {i}" for i in range(20_000)]
    assert bits(few + many)["Bàn Phụ Lìn"] == weights()["rarity"]["least"]


def test_spellings_that_are_one_name_are_counted_together():
    told = bits(["Lê Hoà"] * 30, ["LÊ HÒA"] * 30)
    assert told["Lê Hoà"] == told["LÊ HÒA"]


def test_parents_are_not_counted():
    sides = sides_of(rows({"name": "Lê Văn An", "mother": "Ngô Thị Thêu"}))
    told = dict(zip(sides.names.shown, rarity(sides, weights()), strict=True))
    assert told["Ngô Thị Thêu"] is None


def test_common_names_are_told_only_where_they_are_the_same():
    sides = sides_of(rows({"name": "Nguyễn Thị Linh"}, {"name": "Quách Ỷ Thiên"}))
    pairs = pl.DataFrame({"left": [0, 1, 0], "right": [0, 1, 1], "name": ["same", "same", "other"]})
    assert common(sides, pairs, weights()).to_list() == [True, False, False]
