"""Hamlets: kinds, figures and marks as they come; two hamlets of a commune are never taken for one."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.people import hamlet

LIST = (
    "Thôn Đồng Sậy", "Xóm Lò", "Thôn 1", "Tổ dân phố 1", "Thôn 2", "Thôn Đông", "Thôn Đồng", "Bến Cỏ", "Thôn Trung",
    "Thôn Trung", "Thôn Ngoài (Vạn Ninh)", "Thôn Ngoài (Cao Đức)", "Thôn Vĩ", "Thôn 6",
)  # fmt: skip


def key(text):
    return hamlet.read(pl.Series([text]))["key"].item()


def matched(text, hamlets=LIST):
    return hamlet.match(pl.Series([text]), hamlets).row(0)


@pytest.mark.parametrize(
    "text",
    ["Thôn Bến Cỏ", "thôn bến cỏ", "BẾN CỎ", "T. Bến Cỏ", "Thon Ben Co", "Bến Cỏ", "Xóm Bến Cỏ", "Thôn Bến Cỏ, xã X"],
)
def test_ways_of_writing_have_one_key(text):
    assert key(text) == "ben co"


@pytest.mark.parametrize("text", ["Thôn 1", "Thôn I", "thôn 01", "T1", "T.1", "TDP 1"])
def test_figures_have_one_key(text):
    assert key(text) == "1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Làng", "lang"), ("Thôn Xóm Lò", "lo"), ("Thôn Xã Đàn", "xa dan"), ("Thôn Xa", "xa"), ("Thôn Vĩ", "vi")],
)
def test_names_that_look_like_kinds_stay(text, expected):
    assert key(text) == expected


def test_the_value_is_the_text_as_it_stands():
    frame = hamlet.read(pl.Series(["Thôn  Bến Cỏ"]))
    assert frame["value"].item() == "Thôn  Bến Cỏ"
    assert frame["state"].item() == "good"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thôn Đồng Sậy", "Thôn Đồng Sậy"), ("đồng sậy", "Thôn Đồng Sậy"), ("Dong Say", "Thôn Đồng Sậy"),
        ("Thôn Xóm Lò", "Xóm Lò"), ("Lò", "Xóm Lò"), ("Thôn 1", "Thôn 1"), ("Thôn I", "Thôn 1"),
        ("TDP 1", "Tổ dân phố 1"),
        ("Đông", "Thôn Đông"), ("Đồng", "Thôn Đồng"), ("THÔN BẾN CỎ", "Bến Cỏ"), ("Thôn II", "Thôn 2"), ("2", "Thôn 2"),
        ("Thôn Ngoài (Cao Đức)", "Thôn Ngoài (Cao Đức)"), ("T. Đồng Sậy, xã Hòa Mẫu", "Thôn Đồng Sậy"),
        ("Vĩ", "Thôn Vĩ"),
    ],
)  # fmt: skip
def test_a_hamlet_of_the_list(text, name):
    assert matched(text) == (name, "good", None)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("1", "Thôn 1 hoặc Tổ dân phố 1"), ("Dong", "Thôn Đông hoặc Thôn Đồng"), ("Thôn Trung", "Thôn Trung"),
        ("Thôn Ngoài", "Thôn Ngoài (Vạn Ninh) hoặc Thôn Ngoài (Cao Đức)"),
    ],
)  # fmt: skip
def test_two_hamlets_may_be_meant(text, candidates):
    assert matched(text) == (None, "ambiguous", candidates)


@pytest.mark.parametrize("text", ["Thôn lạ", "Xóm 2", "Tổ 3", "Thôn", "Đồng Say 2", "Vì Sao"])
def test_what_is_not_in_the_list(text):
    assert matched(text) == (None, "unknown", None)


@given(st.permutations(LIST))
def test_the_order_of_the_list_does_not_matter(hamlets):
    texts = pl.Series(["Thôn 1", "dong say", "Thôn Lò", "Vĩ", "lạ"])
    assert hamlet.match(texts, hamlets).equals(hamlet.match(texts, LIST))


@given(st.sampled_from([name for name in LIST if LIST.count(name) == 1]))
def test_a_name_of_the_list_is_itself(name):
    assert matched(name) == (name, "good", None)


@given(st.text(max_size=20))
def test_any_text_is_answered(text):
    assert matched(text)[1] in ("good", "unknown", "ambiguous")
    assert isinstance(key(text), str)


def test_an_empty_column():
    assert hamlet.match(pl.Series([], dtype=pl.String), LIST).height == 0
