import polars as pl

from sosach.linkage.rarity import common, rarity
from sosach.linkage.sides import sides_of
from sosach.linkage.weights import weights
from tests.linkage.people_in_rows import rows


def test_bits_stay_within_the_limits():
    limits = weights()["rarity"]
    sides = sides_of(rows(*[{"name": "Nguyễn Thị Linh"}] * 90, {"name": "Quách Ỷ Thiên"}))
    told = dict(zip(sides.names.shown, rarity(sides, weights()), strict=True))
    assert limits["least"] <= told["Nguyễn Thị Linh"] < limits["most"]
    assert told["Quách Ỷ Thiên"] == limits["most"]
    many = sides_of(rows(*[{"name": "Nguyễn Thị Linh"}] * 3_000))
    assert rarity(many, weights()).to_list() == [limits["least"]]


def test_common_names_are_told_only_where_they_are_the_same():
    sides = sides_of(rows({"name": "Nguyễn Thị Linh"}, {"name": "Quách Ỷ Thiên"}))
    pairs = pl.DataFrame({"left": [0, 1, 0], "right": [0, 1, 1], "name": ["same", "same", "other"]})
    assert common(sides, pairs, weights()).to_list() == [True, False, False]
