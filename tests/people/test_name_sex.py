import polars as pl
import pytest

from sosach.people.name_sex import female_share


def share(*names):
    return pl.DataFrame({"name": names}, schema={"name": pl.String}).select(female_share(pl.col("name"))).to_series()


def test_middle_names_that_tell_the_sex():
    woman, man = share("Nguyễn Thị Thu Hương", "Nguyễn Văn Cường")
    assert woman > 0.99
    assert man < 0.01


@pytest.mark.parametrize("name", ["Nguyễn Minh Anh", "Trần Ngọc Linh", "Phạm Khánh"])
def test_names_of_both_sexes_stay_between(name):
    (told,) = share(name)
    assert 0.01 < told < 0.99


def test_nothing_is_known_of_rare_names_single_words_and_empty_cells():
    assert share("Ksor H’Nghệ", "Anh", None, "").to_list() == [None, None, None, None]


def test_rows_keep_their_order():
    names = ["Lê Thị Lan", None, "Lê Văn Nam", "Lê Thị Lan"]
    told = share(*names)
    assert told[0] == told[3] == share("Lê Thị Lan")[0]
    assert told[1] is None
    assert told[2] == share("Trần Văn Nam")[0]
