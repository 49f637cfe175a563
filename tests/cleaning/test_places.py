"""Addresses and hamlets are told against the commune at home."""

import polars as pl

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


def test_without_a_list_of_hamlets_nothing_is_matched() -> None:
    assert "hamlet__match" not in with_places(FRAME, Home("99999", "Hòa Mẫu", "Bắc Ninh")).columns
