import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.ids.personal_id_slips import one_digit_off
from sosach.refdata.id_prefixes import prefix_places


def _told(digits, sex="male", year=2016):
    row = {"digits": [digits], "sex": [sex], "year": [year]}
    frame = pl.DataFrame(row, schema={"digits": pl.String, "sex": pl.String, "year": pl.Int32})
    return frame.select(one_digit_off(pl.col("digits"), sex=pl.col("sex"), birth_year=pl.col("year"))).item()


@pytest.mark.parametrize("digits", ["02721950266", "02726950266", "02716950266"])
def test_dropped_digit_of_sex_or_year(digits):
    assert _told(digits) == "027216950266"


@pytest.mark.parametrize("digits", ["0272116950266", "0272916950266", "0272196950266"])
def test_digit_too_many_in_sex_or_year(digits):
    assert _told(digits) == "027216950266"


def test_equal_digits_leave_one_number_whichever_was_dropped():
    assert _told("02722950266", year=2022) == "027222950266"


@pytest.mark.parametrize(
    ("digits", "why"),
    [
        ("02721695026", "dropped among the last six"),
        ("0272169502666", "too many among the last six"),
        ("07216950266", "dropped among the first three"),
        ("0027216950266", "too many among the first three"),
        ("0272216950266", "the first three may have one too many: 072, 022"),
        ("0272166950266", "the last six may have one too many"),
        ("02729950266", "another year"),
        ("00321950266", "no known place"),
        ("27216950266", "a lost zero is told elsewhere"),
        ("0272169502", "two too few"),
        ("027216950266", "nothing wrong"),
        (None, "nothing there"),
    ],
)
def test_nothing_is_told_where_several_ways_or_none_are_open(digits, why):
    assert _told(digits) is None, why


@pytest.mark.parametrize(("sex", "year"), [(None, 2016), ("male", None)])
def test_nothing_is_told_without_sex_and_year(sex, year):
    assert _told("02721950266", sex=sex, year=year) is None


def _agreeing(digits, told):
    """All numbers of twelve digits with a known place and these digits four to six, one digit away."""
    if len(digits) == 11:
        ways = {digits[:i] + d + digits[i:] for i in range(12) for d in "0123456789"}
    else:
        ways = {digits[:i] + digits[i + 1 :] for i in range(13)}
    return {way for way in ways if way[:3] in prefix_places() and way[3:6] == told}


@given(
    prefix=st.sampled_from(sorted(prefix_places())),
    sex=st.sampled_from(["male", "female"]),
    year=st.integers(1920, 2026),
    serial=st.integers(600_000, 999_999),
    place=st.integers(0, 11),
    extra=st.sampled_from([None, *"0123456789"]),
)
def test_what_is_told_is_the_only_way(prefix, sex, year, serial, place, extra):
    told = f"{(year - 1900) // 100 * 2 + (sex == 'female')}{year % 100:02}"
    true = f"{prefix}{told}{serial}"
    typed = true[:place] + true[place + 1 :] if extra is None else true[:place] + extra + true[place:]
    found = _told(typed, sex, year)
    assert found is None or _agreeing(typed, told) == {found} == {true}
