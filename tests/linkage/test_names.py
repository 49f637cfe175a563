import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.linkage.names import LEVELS, compared

SYLLABLES = [
    "Nguyễn",
    "Trần",
    "Thị",
    "Văn",
    "Hòa",
    "Hoà",
    "An",
    "Anh",
    "Bảo",
    "Thu",
    "Hà",
    "Hương",
    "Huong",
    "Ng.",
    "V",
    "ThịHoa",
]
NAMES = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=8).map(" ".join)


def level(one, other):
    return compared(pl.Series([one], dtype=pl.String), pl.Series([other], dtype=pl.String))[0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Nguyễn Thị Hoà", "Nguyễn Thị Hòa", "same"),  # the tone stands elsewhere
        ("NGUYỄN VĂN AN", "Nguyễn Văn An", "same"),
        ("H'Hen Niê", "H’Hen Niê", "same"),
        ("Nguyễn Văn Hùng", "Nguyen Van Hung", "unmarked"),
        ("Đặng Văn Đô", "Dang Van Do", "unmarked"),
        ("Trần Thị Thúy", "Trần Thị Thùy", "mark"),
        ("Lê Thị Hương", "Lê Thị Huong", "mark"),  # one syllable lost its marks
        ("Nguyễn Văn An", "nguyeenx vawn an", "typing"),
        ("Nguyễn Văn Hùng", "Nguye64n Va8n Hu2ng", "typing"),
        ("Lê Văn Quý", "Lê Văn Quí", "sound"),
        ("Nguyễn Thị My", "Nguyễn Thị Mi", "sound"),
        ("Phạm Thị Giang", "Phạm Thị Dang", "sound"),
        ("Phạm Thị Dung", "Phạm Thị Rung", "sound"),
        ("Sùng A Páo", "Xùng A Páo", "sound"),
        ("Nguyễn Văn Trung", "Nguyễn Văn Chung", "sound"),
        ("Trần Ngọc Lan", "Trần Ngọc Nan", "sound"),
        ("Nguyễn Thị Thu Hà", "Nguyễn Thị Hà", "middle"),
        ("Nguyễn Thị Thu Hà", "Nguyễn Hà", "middle"),
        ("Lê Minh", "Lê Minh Minh", "middle"),
        ("Nguyễn Thị Thu Hà", "Nguyen Thi Ha", "middle"),  # and without marks
        ("Nguyễn An Bình", "Nguyễn Bình An", "order"),
        ("Ng. V. Anh", "Nguyễn Văn Anh", "initials"),
        ("Nguyễn V Anh", "Nguyễn Văn Anh", "initials"),
        ("Trần Ngọc Thảo", "Trần Ngọk Thảo", "slip"),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hùngg", "slip"),
        ("Lê Thị Hoa", "Lê ThịHoa", "slip"),
        ("Nguyễn Văn Hùng", "Nguyễn Vn Hùngg", "slip"),  # two slips in a long name
        ("Nguyễn Văn Hùng", "Nguyen Van Hunng", "slip"),  # a copy without marks, and a slip in it
        ("Đặng Thị Thu Hương", "Dag Thi Thu Huog", "slip"),
        ("Nguyễn Văn Hùng", "Nguyen Van Nam", "other"),
        ("Lê Bảo An", "Lê Bảo Anh", "slip"),  # may be twins; that is not for names to decide
        ("Lê Thị Hoa", "Hoa", "part"),
        ("Lê Thị Hoa", "Thị Hoa", "part"),
        ("Lê Bảo An", "Lê Bảo Bình", "syllable"),
        ("Nguyễn Văn Tú", "Nguyễn Văn Tài", "syllable"),
        ("Nguyễn Văn Trường", "Nguyễn Văn Trung", "syllable"),  # two letters, and both are names
        ("Trần Văn Hùng", "Trần Minh Quốc Hùng", "other"),  # another middle name, not a dropped one
        ("Lê Văn An", "Đỗ Thị Bình", "other"),
        ("An Bình", "An", "other"),  # the family name alone is anybody's
    ],
)
def test_differences_that_hand_entry_makes(one, other, expected):
    assert level(one, other) == expected
    assert level(other, one) == expected


def test_a_name_that_is_not_known_says_nothing():
    assert level(None, "Lê Văn An") is None
    assert level(None, None) is None


def test_stripping_marks_would_make_one_of_these_two():
    assert level("Nguyễn Thị Hoa", "Nguyễn Thị Hóa") == "mark"
    assert level("Nguyễn Thị Hoa", "Nguyễn Thị Hoà") == "mark"


def test_long_names_of_the_old_families_are_compared_to_the_end():
    long = "Công Tằng Tôn Nữ Thị Thu Hà"
    assert level(long, long.lower()) == "same"
    assert level(long, "Công Tằng Tôn Nữ Thị Thu Hương") not in ("same", "unmarked", "mark")


def test_empty_columns():
    nothing = pl.Series([], dtype=pl.String)
    assert compared(nothing, nothing).to_list() == []
    assert compared(pl.Series([None], dtype=pl.String), pl.Series([None], dtype=pl.String)).to_list() == [None]


@settings(max_examples=30)
@given(st.lists(st.tuples(st.none() | NAMES, st.none() | NAMES), min_size=1, max_size=5))
def test_sides_and_company_make_no_difference(pairs):
    ones, others = (pl.Series(list(side), dtype=pl.String) for side in zip(*pairs, strict=True))
    together = compared(ones, others).to_list()
    assert together == compared(others, ones).to_list()
    assert together == [level(one, other) for one, other in pairs]
    assert all(told is None or told in LEVELS for told in together)


@given(st.lists(NAMES, min_size=1, max_size=20))
def test_a_name_is_itself_however_it_is_written(names):
    written = pl.Series(names)
    assert set(compared(written, written)) == {"same"}
    assert set(compared(written, pl.Series([name.upper() for name in names]))) == {"same"}
