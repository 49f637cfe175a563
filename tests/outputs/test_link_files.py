"""The columns that other programs rely on, also of empty lists."""

import polars as pl

from sosach.linkage.links import linked
from sosach.outputs.link_files import places_of, rows_of, write_duplicates, write_links, write_only
from tests.engines.lists import AN, CUONG, birth
from tests.outputs.linking.sides import people

PAIR = ["probability", "verdict", "reasons", "ground"]


def test_links_by_sheet_and_row(tmp_path):
    left, right = people(tmp_path / "l", "children", CUONG, AN), people(tmp_path / "r", "births", birth(AN))
    pairs = linked(left.facts, right.facts).pairs
    write_links(tmp_path / "links.parquet", pairs, left, right)
    found = pl.read_parquet(tmp_path / "links.parquet")
    assert found.columns == ["left_sheet", "left_row", "right_sheet", "right_row", *PAIR]
    assert found.select("left_row", "right_row", "verdict").rows() == [(2, 1, "same")]
    assert found.schema["reasons"] == pl.List(pl.String)
    assert places_of(pairs, left, right) == [{"sheet": "", "row": 2, "other_sheet": "", "other_row": 1}]


def test_files_of_nothing_have_their_columns_too(tmp_path):
    left, right = people(tmp_path / "l", "children", CUONG), people(tmp_path / "r", "births", birth(AN))
    pairs = linked(left.facts, right.facts).pairs.clear()
    write_links(tmp_path / "links.parquet", pairs, left, right)
    write_duplicates(tmp_path / "pairs.parquet", pairs.with_columns(cluster=pl.lit(None, dtype=pl.UInt32)), left)
    assert pl.read_parquet(tmp_path / "links.parquet").height == 0
    assert pl.read_parquet(tmp_path / "pairs.parquet").columns == [
        "sheet_a", "row_a", "sheet_b", "row_b", *PAIR, "cluster"
    ]  # fmt: skip


def test_those_alone_come_with_every_field_and_the_reason(tmp_path):
    left = people(tmp_path / "l", "children", CUONG, AN)
    write_only(tmp_path / "left_only.parquet", left, pl.Series([1]), pl.Series(["overdue"]))
    found = pl.read_parquet(tmp_path / "left_only.parquet")
    assert found.columns == ["sheet", "row", *left.register.by_name, "why"]
    assert found.select("row", "full_name", "sex", "school", "why").rows() == [
        (2, "Nguyễn Hòa An", "male", None, "overdue")
    ]
    assert rows_of(pl.Series([1, 0]), left) == [{"sheet": "", "row": 2}, {"sheet": "", "row": 1}]
