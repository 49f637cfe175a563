import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from sosach.linkage.name_table import SYLLABLES, numbered, taken_apart
from sosach.text.folding import letters_key, search_key

WORDS = [
    "Nguyễn",
    "nguyen",
    "Hoà",
    "Hòa",
    "Thúy",
    "Thuý",
    "H’Hen",
    "H'Hen",
    "Giàng",
    "Y",
    "K’Brăm",
    "Quý",
    "ĐẶNG",
    "Ê-Ban",
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


def test_columns_become_numbers_of_distinct_names():
    names, (one, other) = taken_apart([pl.Series(["Lê An", None, "Lê Bình"]), pl.Series(["Lê Bình", "Lê An", None])])
    assert names.shown.len() == names.table.height == 2
    assert names.shown.gather(one).to_list() == ["Lê An", None, "Lê Bình"]
    assert names.shown.gather(other).to_list() == ["Lê Bình", "Lê An", None]


def test_what_a_name_is_made_of():
    names, (column,) = taken_apart([pl.Series(["Nguyễn Thị Thu Hà", "Lê V. An"])])
    first, second = (names.table.row(number, named=True) for number in column)
    assert (first["count"], first["length"], first["short"], first["unmarked"]) == (4, 14, False, False)
    assert (second["count"], second["short"]) == (3, True)
    assert [names.syllables["letters"][first[place]] for place in SYLLABLES] == ["nguyễn", "thị", "thu", "hà", "", ""]


def test_what_a_long_name_has_more_stands_in_the_last_place():
    names, (column,) = taken_apart([pl.Series(["Công Tằng Tôn Nữ Thị Thu Hà"])])
    assert names.syllables["letters"][names.table[SYLLABLES[-1]][column[0]]] == "thu hà"


def test_people_bear_some_syllables():
    names, _ = taken_apart([pl.Series(["Nguyễn Lan", "Xyz Lxn"])])
    borne = names.syllables.rows_by_key("letters", named=True, unique=True)
    assert borne["nguyễn"]["family"]
    assert borne["lan"]["given"]
    assert not borne["xyz"]["family"]
    assert not borne["lxn"]["given"]


def test_no_names_at_all():
    names, (column,) = taken_apart([pl.Series([None, None], dtype=pl.String)])
    assert (names.table.height, column.to_list()) == (0, [None, None])


def test_numbers_are_positions_of_the_distinct_values():
    values, (one, other) = numbered([pl.Series(["b", None, "a"]), pl.Series(["a", "c", "b"])])
    assert [values[n] if n is not None else None for n in one] == ["b", None, "a"]
    assert [values[n] for n in other] == ["a", "c", "b"]


@given(st.lists(NAMES, min_size=2, max_size=6))
def test_syllables_put_together_are_the_keys_of_the_whole_name(words):
    names, (column,) = taken_apart([pl.Series(words)])
    keys = pl.Series(words).to_frame("n").select(letters=letters_key(pl.col("n")), bare=search_key(pl.col("n")))
    for key in ("letters", "bare"):
        told = names.table[key].gather(column)
        for i in range(1, len(words)):
            assert (told[0] == told[i]) == (keys[key][0] == keys[key][i])
