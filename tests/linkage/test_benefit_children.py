"""A child who draws assistance stands in both registers, which agree; and no sentence names a disease."""

from datetime import date

import polars as pl
import pytest

from sosach.linkage.benefit_children import not_among_beneficiaries, not_among_children, told_apart

ON = date(2026, 6, 18)
PAIR = {"sheet": "Danh sách", "row": 7, "other_sheet": "BTXH", "other_row": 9, "special_circumstance": None,
        "special_circumstance__state": None, "status": None, "category": "5.1.b",
        "benefit_status": "active"}  # fmt: skip
TEXTS = {name: pl.String for name, value in PAIR.items() if not isinstance(value, int)}


def messages(facts):
    return told_apart(pl.DataFrame([PAIR | facts], schema_overrides=TEXTS), "left")["message"].to_list()


@pytest.mark.parametrize(
    "facts",
    [
        {"special_circumstance": "a"},
        {"special_circumstance": "c.1"},
        {"category": "5.6", "special_circumstance": "d.2"},
        {"category": "5.7"},  # under three years: no circumstance is asked for
        {"category": "5.3"},
        {"category": None},
        {"special_circumstance__state": "unreadable"},
        {"special_circumstance": "a", "status": "moved", "benefit_status": "stopped"},
    ],
)
def test_registers_that_agree_or_do_not_say(facts):
    assert messages(facts) == []


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (
            {"special_circumstance__state": "good"},
            "Người này có trong sổ bảo trợ với “Trẻ em mồ côi cả cha và mẹ”, "
            "trong khi sổ trẻ em chưa ghi hoàn cảnh đặc biệt.",
        ),
        (
            {"category": "5.6", "special_circumstance": "a"},
            "Người này có trong sổ bảo trợ với “Người khuyết tật nặng, đặc biệt nặng”, "
            "trong khi sổ trẻ em ghi hoàn cảnh khác.",
        ),
        (
            {"special_circumstance": "a", "status": "deceased"},
            "Sổ trẻ em ghi đã mất, trong khi sổ bảo trợ ghi đang hưởng trợ cấp.",
        ),
    ],
)
def test_registers_that_contradict_each_other(facts, message):
    assert messages(facts) == [message]


@pytest.mark.parametrize(
    ("birth_date", "status", "told"),
    [
        ("2015-01-01", "active", 1),
        ("2010-06-19", None, 1),
        ("2010-06-18", "active", 0),
        ("1950", "active", 0),
        ("2031-09-18", "active", 0),  # nobody is born yet
        ("2015-01-01", "stopped", 0),
        (None, "active", 0),
    ],
)
def test_beneficiary_under_sixteen_is_missed_among_the_children(birth_date, status, told):
    rows = pl.DataFrame(
        [{"sheet": "BTXH", "row": 9, "birth_date": birth_date, "benefit_status": status}],
        schema_overrides={"birth_date": pl.String, "benefit_status": pl.String},
    )
    assert not_among_children(rows, ON, "right").height == told


@pytest.mark.parametrize(
    ("circumstance", "status", "told"),
    [
        ("a", None, 1),
        ("d.1", "managed", 1),
        ("d.3", None, 0),
        ("đ", None, 0),
        ("l", None, 0),
        (None, None, 0),
        ("b", "moved", 0),
    ],
)
def test_child_who_may_be_entitled_is_missed_among_the_beneficiaries(circumstance, status, told):
    rows = pl.DataFrame(
        [{"sheet": "Danh sách", "row": 7, "special_circumstance": circumstance, "status": status}],
        schema_overrides={"special_circumstance": pl.String, "status": pl.String},
    )
    found = not_among_beneficiaries(rows, "left")
    assert found.height == told
    assert not any("HIV" in message for message in found["message"])
