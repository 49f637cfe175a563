import unicodedata

import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sosach.people.name_slip import bare, but_last, is_slip, last, letters, one_slip, shows, slip_shows

NAMES = st.text(alphabet="abcdđeghiklmnoôơpqrstuưvxyáàảãạ ", min_size=3, max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("trần ngọc lan thảo", "trần ngọc nan thảo"),  # l and n
        ("từ thành xuân", "từ thành suân"),  # x and s
        ("phan phú vũ", "phan phú vủ"),  # tilde and hook
        ("văn trọng vũ", "văn trọng vu"),  # mark dropped
        ("lê văn hương", "lê văn huong"),  # two horns, one key
        ("nguyễn văn trung", "nguyễn văn chung"),  # tr and ch
        ("lê giang", "lê dang"),  # gi and d
        ("lê rung", "lê dung"),
        ("phạm đạt", "phạm dạt"),
        ("nguyễn văn an", "nguyễnn văn an"),  # letter added
        ("nguyễn văn an", "nguyễn văn na"),  # neighbours swapped
        ("lê minh anh", "lê minhanh"),  # space dropped
        ("nguyễn thị hà", "nguyen thi ha"),  # no marks at all
    ],
)
def test_slips_of_hand_and_ear(one, other):
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nguyễn văn an", "nguyễn văn an"),
        ("nguyễn văn an", "nguyễn văn bình"),
        ("trần ngọc lan thảo", "trần ngoc nan thảo"),
        ("nguyễn văn an", "nguyễn an"),
        ("lê thị trang", "lê thị chanh"),
        ("nguyễn thị hà", "nguyen thi hai"),
    ],
)
def test_equal_names_and_names_further_apart(one, other):
    assert not is_slip(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("lê bảo an", "lê bảo anh"), ("lê minh trí", "lê minh chí"), ("lê thị hà", "lê thị hạ"), ("đỗ nam", "đỗ lam")],
)
def test_twins_are_named_a_letter_apart(one, other):
    assert is_slip(one, other)
    assert not shows(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("lê lan", "lê nan"), ("nguyễn an", "nguyển an"), ("lê minh anh", "lê minhanh"), ("lê hà", "le ha")],
)
def test_slip_that_shows_by_itself(one, other):
    assert shows(one, other)


def test_names_of_other_peoples_are_in_no_list_and_prove_nothing():
    assert not shows("vàng a sủ", "vàng a sú")
    assert not shows("h'hen niê", "h'hên niê")


@given(NAMES)
def test_a_name_is_no_slip_of_itself(name):
    assert not is_slip(name, name)


@given(NAMES, st.data())
def test_one_letter_left_out_is_a_slip(name, data):
    place = data.draw(st.integers(0, len(name) - 1))
    assert is_slip(name, name[:place] + name[place + 1 :])


@given(NAMES, NAMES)
def test_neither_name_comes_first(one, other):
    assert is_slip(one, other) == is_slip(other, one)
    assert shows(one, other) == shows(other, one)


def test_unknown_names_are_neither_apart_nor_equal():
    frame = pl.DataFrame({"a": ["lê lan", None, "lê lan"], "b": ["lê nan", "lê nan", None]})
    told = frame.select(slip=one_slip(pl.col("a"), pl.col("b")), shows=slip_shows(pl.col("a"), pl.col("b")))
    assert told.rows() == [(True, True), (None, None), (None, None)]


SYLLABLES = st.sampled_from(
    ["đường", "giang", "dang", "trung", "chung", "hương", "huong", "nguyễn", "an", "anh", "y", "gì", "rì", "dì", "lý"]
)


def damaged(name: str, how: str, place: int, letter: str) -> str:
    """The name with one thing done to it."""
    at = place % len(name)
    return {
        "dropped": name[:at] + name[at + 1 :],
        "added": name[:at] + letter + name[at:],
        "changed": name[:at] + letter + name[at + 1 :],
        "swapped": name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        "bare": unicodedata.normalize("NFD", name.replace("đ", "d")).encode("ascii", "ignore").decode(),
    }[how]


@given(
    st.lists(SYLLABLES, min_size=1, max_size=5).map(" ".join),
    st.lists(SYLLABLES, min_size=1, max_size=5),
    st.sampled_from(["dropped", "added", "changed", "swapped", "bare"]),
    st.integers(0, 40),
    st.sampled_from("aăđ hy"),
)
def test_pairs_in_columns_are_judged_as_two_names_are(name, others, how, place, letter):
    near = damaged(name, how, place, letter)
    one_syllable_else = [" ".join([*name.split()[:i], other, *name.split()[i + 1 :]]) for i, other in enumerate(others)]
    pairs = [(name, other) for other in (near, *one_syllable_else, name)]
    frame = pl.DataFrame(pairs, schema=["a", "b"], orient="row")
    told = frame.select(one_slip(pl.col("a"), pl.col("b"))).to_series().to_list()
    assert told == [is_slip(*sorted(pair)) for pair in pairs]


@given(
    st.lists(SYLLABLES, min_size=1, max_size=5).map(" ".join),
    st.sampled_from(["dropped", "added", "changed", "swapped", "bare"]),
    st.integers(0, 40),
    st.sampled_from("aăđ hy"),
)
def test_names_one_slip_apart_share_a_part(name, how, place, letter):
    near = damaged(name, how, place, letter)
    # A letter typed for a space or a space for a letter changes two things at once.
    assume(is_slip(name, near) and not (how == "changed" and (near.count(" ") != name.count(" "))))
    frame = pl.DataFrame({"name": [name, near]})
    whole = bare(pl.col("name"))
    told = frame.select(letters(whole), but_last(whole).alias("but_last"), last(whole).alias("last"))
    assert any(one == other for one, other in zip(*told.rows(), strict=True))
