"""Each case of the lists that child registration looks for stands here with what looks like it and is none."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.findings.notices import Refused
from sosach.linkage.comparing import LEVEL_COLUMNS
from sosach.linkage.duplicates import duplicates
from tests.linkage.people_in_rows import OTHERS, child, rows

COMPANY = [person | {"commune": "Hòa Mẫu"} for person in OTHERS]


def told(one, other, **options):
    """The verdict and the ground of two rows of a register; None where nothing is said of them."""
    found = duplicates(rows(one, other, *COMPANY), **options).pairs
    pair = found.filter((pl.col("a") == 0) & (pl.col("b") == 1))
    return pair.select("verdict", "ground").row(0) if pair.height else None


SAME = ("same", None)
ELSEWHERE = {"hamlet": "Bãi Dâu"}
ONE, TWO = {"number": "027319600001"}, {"number": "027319677777"}
NEXT = {"number": "027319600002"}


@pytest.mark.parametrize(
    "changed",
    [
        {},
        ELSEWHERE,
        {"name": "Nguyen Bao Khanh Vy"},
        {"name": "Nguyễn Khánh Vy"},
        {"name": "nguyeenx baro khasnh vy"},
        {"name": "N. B. Khánh Vy"},
        {"name": "Nguyễn Bảo Khábh Vy"},  # no child is called so
        {"name": "Nguyễn Bảo Khánh Vi", **ELSEWHERE},
        {"birth_date": "2019"},
        {"sex": None},
        {"father": None, "father_year": None},
        {"mother": "Trần Thị Hiền"},
        {"mother": None, "father": None, "mother_year": None, "father_year": None},
    ],
)
def test_a_person_entered_twice(changed):
    assert told(child(), child(**changed)) == SAME
    assert told(child(**changed), child()) == SAME


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Nguyễn Bảo Khánh Vân"},  # one syllable apart
        {"name": "Nguyễn Bảo Long", "sex": "male"},
        {"name": "Nguyễn Bảo Khánh Vỹ", "sex": "male"},  # one mark apart, of two sexes: no slip
        {"name": "Nguyễn Bảo Khánh Vân", "birth_date": "2019-06-15"},  # after midnight
        {"name": "Nguyễn Bảo Khánh Vân", "mother": None, "mother_year": None},
    ],
)
def test_twins_are_kept_apart(other):
    assert told(child(), child(**other)) == ("twins", "twins")


@pytest.mark.parametrize("two", [{}, {"certificate": "13/2019"}, NEXT, TWO])
def test_twins_one_letter_apart_are_never_merged(two):
    one = child(name="Lê Bảo An", certificate="12/2019", **ONE)
    other = child(name="Lê Bảo Anh", certificate=None, number=None) | two
    assert told(one, other) == ("twins", "twins")


def test_one_letter_apart_in_two_hamlets_is_one_child_moved():
    assert told(child(name="Lê Bảo An"), child(name="Lê Bảo Anh", **ELSEWHERE)) == SAME


def test_one_letter_apart_with_one_number_is_a_slip():
    assert told(child(name="Lê Bảo An", **ONE), child(name="Lê Bảo Anh", **ONE)) == SAME


def test_twins_under_one_number_are_a_question():
    assert told(child(**ONE), child(name="Nguyễn Bảo Khánh Vân", **ONE)) == ("review", "number")


def test_sisters_and_brothers_are_nothing_to_look_at():
    assert told(child(), child(name="Nguyễn Bảo Long", sex="male", birth_date="2016-02-27")) is None
    assert told(child(), child(name="Nguyễn Bảo Khánh Vân", birth_date="2016-06-14")) is None


@pytest.mark.parametrize(
    "stranger", [{"mother": "Lý Thị Sửu", "mother_year": "1980", "father": "Hoàng Văn Tiến", "father_year": "1979"}]
)
def test_namesakes_are_two_persons(stranger):
    assert told(child(), child(**stranger)) is None
    assert told(child(), child(**stranger, birth_date="2012-01-30")) is None


# Similar name, dates within five days, similar mother: a question, unless the numbers are equal.


@pytest.mark.parametrize("name", ["Nguyễn Bảo Khánh Vy", "Nguyễn Bảo Khánh Vi", "Nguyễn Khánh Vy"])
@pytest.mark.parametrize("mother", ["Trần Thị Diệu Hiền", "Tran Thi Dieu Hien", "Trần Thị Hiền"])
def test_similar_name_near_date_similar_mother(name, mother):
    other = child(name=name, mother=mother, birth_date="2019-06-17", father=None, father_year=None, mother_year=None)
    assert told(child(), other) == ("review", "dates")
    assert told(child(**ONE), other | ONE) == SAME


@pytest.mark.parametrize(
    "other",
    [
        {"birth_date": "2019-06-20", "name": "Nguyễn Khánh Vy"},  # six days
        {"birth_date": "2019-06-18", "mother": "Lý Thị Sửu", "mother_year": "1980", "father": "Hoàng Văn Tiến"},
        {"birth_date": "2019-06-19", "name": "Nguyễn Bảo Long", "sex": "male"},
    ],
)
def test_not_quite_similar_name_near_date_similar_mother(other):
    verdict = told(child(), child(**other))
    assert verdict is None or verdict[1] != "dates"


# One mother, two births within 240 days that are no twins: a question.


@pytest.mark.parametrize("born", ["2019-06-20", "2019-09-01", "2020-02-08", "2018-11-01"])
def test_two_births_of_one_mother_within_eight_months(born):
    assert told(child(), child(name="Nguyễn Bảo Long", sex="male", birth_date=born)) == ("review", "too_close")


@pytest.mark.parametrize(
    "other",
    [
        {"birth_date": "2020-02-09"},  # 240 days
        {"birth_date": "2018-10-17"},
        {"birth_date": "2019-09"},  # no day, no count
        {"birth_date": "2019-09-01", "mother": "Lý Thị Sửu"},
        {"birth_date": "2019-09-01", "mother_year": "1980"},  # a namesake of the mother
        {"birth_date": "2019-09-01", "father": "Hoàng Văn Tiến"},
        {"birth_date": "2019-09-01", "father": None, "father_year": None},  # the mother's name alone is anybody's
    ],
)
def test_births_that_are_not_too_close(other):
    assert told(child(), child(name="Nguyễn Bảo Long", sex="male") | other) is None


def test_a_mothers_number_is_enough_to_know_her():
    mother = {"mother": "Trần Thị Diệu Hiền", "mother_number": "027193600001", "father": None, "father_year": None}
    told_of = told(child(**mother), child(**mother) | {"name": "Nguyễn Bảo Long", "birth_date": "2019-09-01"})
    assert told_of == ("review", "too_close")


# The exact name, dates within three years, an equal or similar mother: a question.


@pytest.mark.parametrize("born", ["2019-12-24", "2017-02-25", "2022-06-13"])
@pytest.mark.parametrize("mother", ["Trần Thị Diệu Hiền", "Trần Thị Diệu Hiên"])
def test_exact_name_within_three_years_similar_mother(born, mother):
    other = child(birth_date=born, mother=mother, father=None, father_year=None, mother_year=None)
    assert told(child(), other) == ("review", "dates")


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Nguyễn Bảo Khánh Vân", "birth_date": "2017-02-25"},  # a sister
        {"name": "Nguyễn Khánh Vy", "birth_date": "2017-02-25"},  # similar is not exact
        {
            "birth_date": "2017-02-25",
            "mother": "Lý Thị Sửu",
            "mother_year": "1980",
            "father": "Hoàng Văn Tiến",
            "father_year": "1979",
        },
    ],
)
def test_not_quite_exact_name_within_three_years(other):
    assert told(child(), child(**other)) is None


# Equal numbers; different numbers of the same kind; missing fields.


def test_equal_numbers_with_nothing_else_in_common_are_a_conflict():
    stranger = {"name": "Lò Văn Pành", "birth_date": "2011-12-01", "sex": "male", "mother": "Lò Thị Ún"}
    assert told(child(**ONE), stranger | ONE) == ("review", "number")
    assert told(child(**ONE), stranger) is None


def test_equal_numbers_decide_where_little_else_is_known():
    assert told({"name": "Nguyễn Khánh Vy", **ONE}, child(**ONE)) == SAME


def test_a_lost_zero_is_no_other_number():
    assert told(child(**ONE), child(**ONE, number_padded=True)) == SAME


def test_different_numbers_speak_against():
    assert told(child(**ONE), child(**TWO)) == ("review", "two_numbers")
    assert told(child(certificate="12/2019"), child(certificate="44/2019")) == ("review", "two_numbers")


def test_two_sexes_are_a_question():
    assert told(child(), child(sex="male")) == ("review", "sex")


@pytest.mark.parametrize("fact", ["birth_date", "sex", "mother", "father", "hamlet", "number"])
def test_missing_fields_never_speak_for(fact):
    one, other = child(**ONE), child(**ONE, name="Nguyễn Bảo Khánh Vi")
    whole = duplicates(rows(one, other, *COMPANY)).pairs["evidence"][0]
    lacking = duplicates(rows(one, other | {fact: None}, *COMPANY)).pairs["evidence"][0]
    assert lacking <= whole


def test_a_name_and_nothing_else_is_not_enough():
    assert told({"name": "Nguyễn Thị Linh"}, {"name": "Nguyễn Thị Linh", "birth_date": "2015-02-03"}) is None


# One person in two rows by law.


def test_two_benefits_of_one_person_are_no_duplicate():
    one = child(birth_date="1960-03-02", **ONE)
    assert told(one | {"benefit": "5.6"}, one | {"benefit": "5.4"}) is None
    assert told(one | {"benefit": "5.6"}, one | {"benefit": "5.6"}) == SAME
    assert told(one | {"benefit": "5.6"}, one) == SAME


def test_two_benefits_do_not_hide_that_two_persons_have_one_number():
    stranger = {"name": "Lò Văn Pành", "birth_date": "1951-12-01", "sex": "male", "benefit": "5.4"}
    assert told(child(**ONE, benefit="5.6"), stranger | ONE) == ("review", "number")


# Newborns without a name.


def test_a_newborn_without_a_name_may_be_the_child_or_its_twin():
    unnamed = child(name=None, unnamed="Bé gái con bà Hiền")
    assert told(unnamed, child()) == ("review", "newborn")
    assert told(unnamed, child(birth_date="2019-06-15")) is None
    assert told(unnamed, child(sex="male")) is None
    assert told(unnamed, child(mother="Lý Thị Sửu", mother_year="1980")) is None


# Rows that belong together, and rows that cannot.


def test_three_rows_of_one_person_are_one_cluster():
    found = duplicates(rows(*COMPANY, child(), child(**ELSEWHERE), child(father=None, father_year=None))).pairs
    assert found["verdict"].to_list() == ["same"] * 3
    assert found["cluster"].to_list() == [4] * 3


def test_twins_do_not_become_one_through_a_row_that_fits_both():
    an, anh = child(name="Lê Bảo An", **ONE), child(name="Lê Bảo Anh", **NEXT)
    fits_both = child(name="Lê Bảo An", **ELSEWHERE)
    found = duplicates(rows(an, anh, fits_both, *COMPANY)).pairs
    verdicts = {
        (a, b): (v, g, c) for a, b, v, g, c in found.select("a", "b", "verdict", "ground", "cluster").iter_rows()
    }
    assert verdicts[0, 1][:2] == ("twins", "twins")
    assert verdicts[0, 2] == ("same", None, 0)
    assert verdicts[1, 2] == ("review", "contradiction", None)


def test_people_have_the_last_word():
    decided = pl.DataFrame({"a": [1], "b": [0], "same": [False]})
    assert told(child(), child(), decided=decided) is None
    decided = pl.DataFrame({"a": [1], "b": [0], "same": [True]})
    assert told(child(), child(name="Lò Văn Pành", birth_date="2011-12-01"), decided=decided) == ("same", "decided")


def test_what_people_keep_apart_does_not_meet_in_a_third_row():
    decided = pl.DataFrame({"a": [0], "b": [1], "same": [False]})
    found = duplicates(rows(child(), child(**ELSEWHERE), child(hamlet=None), *COMPANY), decided=decided).pairs
    assert sorted(found["verdict"]) == ["review", "same"]


def test_a_register_without_facts_is_refused():
    with pytest.raises(Refused):
        duplicates(rows({"name": "Lê An"}, {"name": "Lê An"}))


def test_a_register_of_one_or_none():
    assert duplicates(rows(child())).pairs.is_empty()
    assert duplicates(rows()).pairs.is_empty()


def test_the_plan_is_told_before_the_work():
    heard = []
    found = duplicates(rows(child(), child()), told=heard.append)
    assert heard == [found.plan]


def test_columns_and_their_types():
    found = duplicates(rows(child(), child())).pairs
    assert found.columns == [
        *("a", "b", *LEVEL_COLUMNS, "common", "evidence", "probability", "verdict", "ground", "cluster")
    ]
    assert found.schema["cluster"] == pl.UInt32


PERSON = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Lê Bảo An", "Lê Bảo Anh", "Le Bao An", "Trần Văn Hùng", None]),
        "birth_date": st.sampled_from(["2018-06-04", "2018-06-05", "2018-10-05", "2018"]),
        "mother": st.sampled_from(["Ngô Thị Thêu", "Ngô Thị Thiêu", "Lý Thị Sửu", None]),
        "father": st.sampled_from(["Lê Văn Tám", None]),
        "number": st.sampled_from(["027218600001", "027218600002", None]),
        "hamlet": st.sampled_from(["Gò Me", "Bãi Dâu", None]),
    }
)
REGISTER = st.lists(PERSON, min_size=2, max_size=5)


def of_content(persons):
    """What is said of whom, by the contents of the rows."""
    found = duplicates(rows(*persons)).pairs
    pairs = found.select("a", "b", "verdict", "ground", "evidence").iter_rows()
    return sorted((*sorted((str(persons[a]), str(persons[b]))), v, str(g), round(e, 6)) for a, b, v, g, e in pairs)


@settings(max_examples=15, deadline=None)
@given(REGISTER, st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(persons, random):
    told_of = of_content(persons)
    assert told_of == of_content(persons)
    assert told_of == of_content(random.sample(persons, len(persons)))


@settings(max_examples=15, deadline=None)
@given(REGISTER)
def test_clusters_hold_no_two_persons(persons):
    found = duplicates(rows(*persons)).pairs
    cluster: dict[int, int] = {}
    for a, b, first in found.filter(pl.col("verdict") == "same").select("a", "b", "cluster").iter_rows():
        assert cluster.setdefault(a, first) == cluster.setdefault(b, first) == first
    for a, b in found.filter(pl.col("verdict") == "twins").select("a", "b").iter_rows():
        assert a not in cluster or cluster.get(a) != cluster.get(b)
    assert (found.filter(pl.col("verdict") != "same")["cluster"].is_null()).all()
