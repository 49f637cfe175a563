"""Addresses and hamlets are told against the commune at home."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from sosach.cleaning.places import Home, with_places

HOME = Home("99999", "Hòa Mẫu", "Bắc Ninh", ("Đồng Sậy", "Bãi Dâu"))
FRAME = pl.DataFrame(
    {"address": ["Thôn Bãi Dâu, xã Hòa Mẫu, tỉnh Bắc Ninh", None], "hamlet": ["thon bai dau", "Thôn Lạ"]}
)


def test_nothing_is_told_when_the_commune_is_unknown() -> None:
    assert with_places(FRAME, None).equals(FRAME)


def test_hamlets_are_matched_with_the_list() -> None:
    told = with_places(FRAME, HOME)
    assert told["hamlet__match"].to_list() == ["Bãi Dâu", None]
    assert told["hamlet__match_state"].to_list() == ["good", "unknown"]
    assert told["hamlet"].equals(FRAME["hamlet"])


def test_an_address_at_home_is_at_home() -> None:
    told = with_places(FRAME, HOME)
    assert told["address__commune"].to_list() == ["99999", None]
    assert told.height == FRAME.height


def test_many_rows_keep_their_order_and_are_told_what_each_is_told_alone() -> None:
    addresses = ["Xóm Lò, xã Hòa Mẫu, tỉnh Bắc Ninh", None, "phường Bến Nghé, quận 1, TP HCM", "xã Lạ Hoắc"]
    rows = [{"address": addresses[i % 4], "hamlet": ["Bãi Dâu", "Dong Say", None][i % 3], "at": i} for i in range(24)]
    frame = pl.DataFrame(rows)
    together = with_places(frame, HOME)
    assert together["at"].to_list() == list(range(24))
    assert together["hamlet__match"].to_list() == ["Bãi Dâu", "Đồng Sậy", None] * 8
    for part in frame.head(12).iter_slices(1):
        assert_frame_equal(with_places(part, HOME), together.filter(pl.col("at") == part["at"].item()))


def test_another_communes_address_is_told_as_such() -> None:
    told = with_places(pl.DataFrame({"address": ["phường Bến Nghé, quận 1, TP HCM"]}), HOME)
    assert told["address__commune"].item() != HOME.code
    assert told["address__place_state"].item() in ("old_name", "old_name_split")


@pytest.mark.parametrize("field", ["address", "hamlet"])
def test_file_without_the_column_gets_none(field: str) -> None:
    told = with_places(FRAME.drop(field), HOME)
    assert [name for name in told.columns if name.startswith(field)] == []


def test_without_a_list_of_hamlets_nothing_is_matched() -> None:
    assert "hamlet__match" not in with_places(FRAME, Home("99999", "Hòa Mẫu", "Bắc Ninh")).columns
