import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.findings.notices import Refused
from sosach.linkage.comparing import LEVEL_COLUMNS
from sosach.linkage.links import linked
from tests.linkage.people_in_rows import CHILD, OTHERS, child, rows

COMMUNE = {"commune": "Hòa Mẫu"}


def link(one, other, company=True, **options):
    """The verdict and the ground of two persons among others; None where they are not linked."""
    others = [person | COMMUNE for person in OTHERS] if company else []
    found = linked(rows(*others, one), rows(other, *others), **options).pairs
    pair = found.filter((pl.col("left") == len(others)) & (pl.col("right") == 0))
    return pair.select("verdict", "ground").row(0) if pair.height else None


SAME = ("same", None)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"hamlet": "Bãi Dâu"},  # moved within the commune
        {"commune": "Đại An", "hamlet": "Xóm Lò"},  # moved away
        {"name": "Nguyen Bao Khanh Vy"},
        {"name": "NGUYỄN BẢO KHÁNH VY"},
        {"name": "Nguyễn Bảo Khánh Vi"},
        {"name": "Nguyễn Khánh Vy"},
        {"name": "nguyeenx baro khasnh vy"},
        {"name": "Nguyễn Bảo Khámh Vy"},
        {"name": "Vy"},  # the old instructions: given name only
        {"birth_date": "2019"},
        {"birth_date": "2019-06"},
        {"birth_date": "2019-06-15"},
        {"birth_date": "2019-06-17"},
        {"birth_date": "2018-06-14"},
        {"birth_date": None},
        {"sex": None},
        {"sex": "male"},
        {"mother": None},
        {"mother": "Trần Thị Hiền"},
        {"mother": "Hiền"},
        {"father": None, "father_year": None},
        {"mother": None, "father": None, "mother_year": None, "father_year": None},
    ],
)
def test_one_child_is_found_again_in_spite_of(changed):
    assert link(child(), child(**changed)) == SAME
    assert link(child(**changed), child()) == SAME


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Nguyễn Bảo Long", "birth_date": "2016-02-27", "sex": "male"},  # her brother
        {"name": "Nguyễn Bảo Khánh Vy", "birth_date": "2012-01-30", "mother": "Lý Thị Sửu", "mother_year": "1980",
         "father": "Nguyễn Văn Tiến", "father_year": "1979", "hamlet": "Bãi Dâu"},  # a namesake
    ],
)  # fmt: skip
def test_somebody_else_is_not_linked(changed):
    assert link(child(), child(**changed), company=False) is None


def test_a_twin_is_never_the_same():
    told = link(child(), child(name="Nguyễn Bảo Khánh Ngọc"))
    assert told == ("review", "names")  # it may be the child under another name, and people must say so


def test_each_twin_finds_itself():
    left = rows(child(), child(name="Nguyễn Bảo Khánh Vân"), child(birth_date="2016-02-27", name="Nguyễn Bảo Long"))
    right = rows(child(name="Nguyễn Bảo Khánh Vân"), child(birth_date="2016-02-27", name="Nguyễn Bảo Long"), child())
    found = linked(left, right).pairs
    assert found.select("left", "right", "verdict").rows() == [(0, 2, "same"), (1, 0, "same"), (2, 1, "same")]


def test_twins_one_letter_apart_find_themselves_through_a_slip():
    left = rows(child(name="Lê Bảo An"), child(name="Lê Bảo Anh"))
    right = rows(child(name="Lê Bảo Anh"), child(name="Lê Bảo Ann"))
    found = linked(left, right).pairs
    assert (1, 0, "same") in found.select("left", "right", "verdict").rows()
    assert not {(0, 0), (1, 1)} & set(found.select("left", "right").rows())


@pytest.mark.parametrize("number", ["027319600002", "027319677777"])
def test_twins_one_letter_apart_of_whom_each_register_knows_one_are_a_question(number):
    one = child(name="Lê Bảo An", number="027319600001")
    assert link(one, child(name="Lê Bảo Anh", number=number)) == ("review", "two_numbers")
    assert link(one, child(name="Le Bao An", number=number)) == SAME  # a copy without marks is no other name


def test_twins_of_one_name_are_a_question():
    left = rows(child(number="027219600001"), child(number="027219600002"))
    found = linked(left, rows(child(), child())).pairs
    assert found["ground"].to_list() == ["rival", "rival"]


def test_a_child_entered_twice_is_linked_by_one_of_its_rows():
    found = linked(rows(child(), child(name="Nguyễn Bảo Khánh Vi")), rows(child(birth_date="2019"))).pairs
    assert found["verdict"].to_list() == ["same"]


@pytest.mark.parametrize("unnamed", ["Bé gái con bà Trần Thị Diệu Hiền", "Gái", "Chưa đặt tên"])
def test_a_newborn_without_a_name_is_found_again(unnamed):
    newborn = child(name=None, unnamed=unnamed, father=None, father_year=None, mother_year=None)
    assert link(newborn, child()) == SAME
    assert link(child(), newborn) == SAME


@pytest.mark.parametrize(
    "changed", [{"birth_date": "2019-06-11"}, {"sex": "male"}, {"mother": "Trần Thị Mai", "mother_year": None}]
)
def test_a_newborn_that_may_be_another_is_a_question_or_nothing(changed):
    told = link(child(name=None, unnamed="Bé gái") | changed, child())
    assert told is None or told == ("review", "newborn")


def test_newborn_twins_without_names_are_a_question():
    left = rows(child(name=None, unnamed="Bé gái 1"), child(name=None, unnamed="Bé gái 2"))
    found = linked(left, rows(child(), child(name="Nguyễn Bảo Khánh Vân"))).pairs
    assert set(found["verdict"]) == {"review"}


def test_one_number_and_nothing_else_is_a_conflict():
    stranger = {
        "name": "Lò Văn Pành",
        "birth_date": "2011-12-01",
        "sex": "male",
        "mother": "Lò Thị Ún",
        "commune": "Đại An",
    }
    told = link(child(number="027219600001"), stranger | {"number": "027219600001"})
    assert told == ("review", "number")


def test_one_number_makes_up_for_much():
    other = child(name="Nguyễn Khánh Vy", birth_date="2012-12-30", mother=None, father=None, number="027219600001")
    assert link(child(number="027219600001"), other) == SAME


def test_birth_dates_far_apart_are_a_question():
    assert link(child(), child(birth_date="2011-12-30")) == ("review", "dates")


def test_other_parents_are_a_question_or_nothing():
    told = link(child(), child(mother="Lý Thị Sửu", father="Hoàng Văn Tiến", mother_year=None, father_year=None))
    assert told in (None, ("review", "parents"))


def test_a_common_name_alone_is_not_enough():
    linh = {"name": "Nguyễn Thị Linh", "birth_date": "2015"} | COMMUNE
    told = link(linh, linh)
    assert told is None or told == ("review", "evidence")


def test_a_rare_name_with_its_day_is_enough():
    one = {"name": "Vàng Seo Chẩn", "birth_date": "2015-07-06"} | COMMUNE
    assert link(one, one) == SAME


def test_two_benefits_of_one_person_find_their_own_rows():
    one = {"name": "Vàng Thị Chẩn", "birth_date": "1958-07-06", "sex": "female", **COMMUNE}
    left = rows(one | {"benefit": "5.6"}, one | {"benefit": "5.4"})
    found = linked(left, rows(one | {"benefit": "5.4"}, one | {"benefit": "5.6"})).pairs
    assert found.select("left", "right", "verdict").rows() == [(0, 1, "same"), (1, 0, "same")]


def test_people_have_the_last_word():
    decided = pl.DataFrame({"left": [4], "right": [0], "same": [False]})
    assert link(child(), child(), decided=decided) is None
    decided = pl.DataFrame({"left": [4], "right": [0], "same": [True]})
    assert link(child(), {"name": "Lò Văn Pành", "birth_date": "2011-12-01"}, decided=decided) == ("same", "decided")


def test_decisions_that_contradict_each_other_link_nobody_twice():
    decided = pl.DataFrame({"left": [0, 0], "right": [0, 1], "same": [True, True]})
    found = linked(rows(child()), rows(child(), child()), decided=decided).pairs
    assert found.select("left", "right").rows() == [(0, 0)]


def test_the_plan_is_told_before_the_work():
    heard = []
    found = linked(rows(child(), child(name="Lê An")), rows(child(), child(name="Lê Ân")), told=heard.append)
    assert heard == [found.plan]


def test_registers_without_a_fact_in_common_are_refused():
    with pytest.raises(Refused):
        linked(rows({"name": "Lê An"}), rows({"number": "027219600001"}))


def test_empty_registers():
    found = linked(rows(), rows(child())).pairs
    assert found.height == 0
    assert set(LEVEL_COLUMNS) < set(found.columns)


def test_columns_and_their_types():
    found = linked(rows(child()), rows(child(number="027219600001"))).pairs
    assert found.columns == ["left", "right", *LEVEL_COLUMNS, "common", "evidence", "probability", "verdict", "ground"]
    assert found.schema["left"] == found.schema["right"] == pl.UInt32
    assert found["probability"].is_between(0, 1).all()


PERSON = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Lê Bảo An", "Lê Bảo Anh", "Le Bao An", "Trần Văn Hùng", "Bảo An", None]),
        "birth_date": st.sampled_from(["2018-06-04", "2018-04-06", "2018-06-05", "2018", "2019-01-01", None]),
        "sex": st.sampled_from(["male", "female", None]),
        "mother": st.sampled_from(["Ngô Thị Thêu", "Ngô Thị Thiêu", "Lý Thị Sửu", None]),
        "father": st.sampled_from(["Lê Văn Tám", None]),
        "number": st.sampled_from(["027218600001", "027218600002", None]),
        "hamlet": st.sampled_from(["Gò Me", "Bãi Dâu", None]),
    }
)
REGISTER = st.lists(PERSON, min_size=1, max_size=5)
KNOWN = {"name": "Đỗ Thị Ngát", "birth_date": "2011-11-11", "mother": "Đỗ Thị Ngân", "number": "027311600009"}


def found_of(left, right):
    """Links by the contents of the rows: what is told of whom."""
    ours, theirs = [*left, KNOWN], [*right, KNOWN]
    found = linked(rows(*ours), rows(*theirs)).pairs
    told = found.select("left", "right", "verdict", "ground", "evidence")
    return sorted((str(ours[a]), str(theirs[b]), v, str(g), round(e, 6)) for a, b, v, g, e in told.iter_rows())


@settings(max_examples=15, deadline=None)
@given(REGISTER, REGISTER, st.randoms(use_true_random=False))
def test_neither_sides_nor_the_order_of_rows_make_a_difference(left, right, random):
    told = found_of(left, right)
    assert told == found_of(left, right)
    assert told == sorted((a, b, v, g, e) for b, a, v, g, e in found_of(right, left))
    shuffled = [random.sample(side, len(side)) for side in (left, right)]
    assert told == found_of(*shuffled)


@settings(max_examples=15, deadline=None)
@given(REGISTER, REGISTER)
def test_nobody_is_linked_twice(left, right):
    found = linked(rows(*left, KNOWN), rows(*right, KNOWN)).pairs
    assert found["left"].is_unique().all()
    assert found["right"].is_unique().all()
    assert not (found["verdict"] == "twins").any()


def test_the_child_of_the_tests_is_whole():
    assert all(CHILD.values())
