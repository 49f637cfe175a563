import pytest

from sosach.findings.notices import Refused
from sosach.linkage.blocking import LADDERS, key_columns
from sosach.linkage.plan import LABELS, plan_of
from sosach.linkage.sides import sides_of
from tests.linkage.people_in_rows import child, rows


def plan(left, right=None):
    sides = sides_of(left, right)
    return plan_of(sides, *key_columns(sides))


def test_the_number_of_pairs_is_told_before_they_are_made():
    told = plan(rows(child(), child(name="Lê An", mother=None, father=None)), rows(child(), child()))
    assert told.pairs >= 4
    assert told.pairs == sum(key.pairs for key in told.keys if key.used)
    assert told.notices == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"name": "Lê An"}, {"name": "Lê An"}),  # a name alone is anybody's
        ({"name": "Lê An", "birth_date": "2018-01-01"}, {"name": "Lê An", "mother": "Lê Thị Tám"}),
        ({"birth_date": "2018-01-01", "sex": "male"}, {"birth_date": "2018-01-01", "sex": "male"}),
        ({"number": "027219600001"}, {"name": "Lê An", "birth_date": "2018-01-01"}),
    ],
)
def test_lists_without_a_usable_fact_in_common_are_refused(left, right):
    with pytest.raises(Refused) as refusal:
        plan(rows(left), rows(right))
    assert refusal.value.notice.code == "link_nothing_in_common"
    assert "họ tên" in str(refusal.value.notice)


@pytest.mark.parametrize(
    "fact",
    [
        {"number": "027219600001"},
        {"certificate": "12/2019"},
        {"name": "Lê An", "birth_date": "2018-01-01"},
        {"name": "Lê An", "hamlet": "Gò Me"},
        {"birth_date": "2018-01-01", "mother": "Lê Thị Tám"},  # newborns without a name
    ],
)
def test_one_usable_fact_is_enough(fact):
    assert plan(rows(fact), rows(fact)).pairs >= 1


def test_a_register_of_names_alone_is_refused():
    with pytest.raises(Refused) as refusal:
        plan(rows({"name": "Lê An"}, {"name": "Lê An"}))
    assert refusal.value.notice.code == "link_nothing_to_compare"


def test_an_empty_register_has_nothing_to_refuse():
    assert plan(rows(), rows(child())).pairs == 0


def test_what_is_left_out_is_told_to_people(monkeypatch):
    monkeypatch.setattr("sosach.linkage.blocking._FEW", 3)
    monkeypatch.setattr("sosach.linkage.blocking._MOST_PER_ROW", 0.1)
    told = plan(rows(*({"number": "027219600001", "name": f"Lê {i}"} for i in range(60))))
    assert [notice.code for notice in told.notices] == ["link_key_left_out"]
    assert "số định danh (1.770 cặp)" in told.notices[0].message


def test_values_that_stand_everywhere_are_told(monkeypatch):
    monkeypatch.setattr("sosach.linkage.blocking._HEAVY", 10)
    told = plan(
        rows(*(child(number="027219600001", name=f"Lê {i}", birth_date=f"2018-01-{i + 1:02}") for i in range(9)))
    )
    assert "link_values_left_out" in {notice.code for notice in told.notices}


def test_values_that_a_narrower_rung_takes_are_not_told(monkeypatch):
    monkeypatch.setattr("sosach.linkage.blocking._HEAVY", 10)
    one_day = [{"name": f"Lê {i}", "birth_date": "2019-01-01", "commune": f"Xã {i}"} for i in range(9)]
    others = [{"name": f"Vũ {i}", "birth_date": f"{1990 + i}-03-01"} for i in range(20)]
    told = plan(rows(*one_day, *others))
    assert any(key.heavy for key in told.keys)
    assert told.notices == ()


def test_every_fact_of_a_key_has_a_word():
    assert {fact for ladder in LADDERS for rung in ladder for fact in rung} <= set(LABELS)
