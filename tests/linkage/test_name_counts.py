import pytest

from sosach.linkage.name_counts import bits_of
from sosach.linkage.sides import sides_of
from tests.linkage.people_in_rows import rows


def bits(names, others=()):
    """Bits by name."""
    sides = sides_of(rows(*({"name": n} for n in names)), rows(*({"name": n} for n in others)) if others else None)
    borne = [sides.left["name"]] if sides.within else [sides.left["name"], sides.right["name"]]
    return dict(zip(sides.names.shown, bits_of(sides.names, borne), strict=True))


def test_a_rare_name_tells_more_than_a_common_one():
    told = bits(["Nguyễn Thị Linh", "Nguyễn Văn Hùng", "Giàng Seo Chớ"])
    assert told["Nguyễn Thị Linh"] < told["Nguyễn Văn Hùng"] < told["Giàng Seo Chớ"]


def test_bearers_in_the_register_make_a_name_common():
    assert bits(["Giàng Seo Chớ"] * 30)["Giàng Seo Chớ"] < bits(["Giàng Seo Chớ"] * 3)["Giàng Seo Chớ"]


def test_two_rows_of_one_person_make_no_name_common():
    once, twice = ["Nguyễn Thị Linh", "Lê An"], ["Nguyễn Thị Linh", "Nguyễn Thị Linh"]
    assert bits(twice)["Nguyễn Thị Linh"] == pytest.approx(bits(once)["Nguyễn Thị Linh"])


def test_a_large_register_counts_for_itself():
    few, many = ["Bàn Phụ Lìn"] * 1002, [f"Lê Văn {i}" for i in range(20_000)]
    assert bits(few + many)["Bàn Phụ Lìn"] == pytest.approx(4.39, abs=0.01)  # one in 21


def test_spellings_that_are_one_name_are_counted_together():
    told = bits(["Lê Hoà"] * 30, ["LÊ HÒA"] * 30)
    assert told["Lê Hoà"] == told["LÊ HÒA"]


def test_a_given_name_alone_is_as_common_as_the_given_name():
    told = bits(["Linh", "Nguyễn Thị Linh"])
    assert told["Linh"] < told["Nguyễn Thị Linh"]


def test_parents_are_not_counted():
    sides = sides_of(rows({"name": "Lê Văn An", "mother": "Ngô Thị Thêu"}))
    told = dict(zip(sides.names.shown, bits_of(sides.names, [sides.left["name"]]), strict=True))
    assert told["Ngô Thị Thêu"] is None


def test_nobody_has_a_name():
    sides = sides_of(rows({}))
    assert bits_of(sides.names, [sides.left["name"]]).to_list() == []
