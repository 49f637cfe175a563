import math
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.linkage.comparing import LEVEL_COLUMNS, LEVELS, compared
from sosach.linkage.evidence import with_evidence
from sosach.linkage.rarity import rarity
from sosach.linkage.sides import sides_of
from sosach.linkage.weights import weights
from tests.linkage.people_in_rows import child, rows


def evidence(one, other, others=0):
    sides = sides_of(rows(one, *({"name": f"Lê {i}"} for i in range(others))), rows(other))
    pair = pl.DataFrame({"left": [0], "right": [0]})
    told = with_evidence(compared(sides, pair), sides, rarity(sides, weights()), weights()).row(0, named=True)
    assert 0 <= told["probability"] <= 1
    return told["evidence"]


WHOLE = child(number="027219600001", guardian="Lê Thị Tám", mother_number="027193600001", certificate="12/2019")
FACTS = [fact for fact in WHOLE if fact not in ("commune", "hamlet")]


@pytest.mark.parametrize("fact", [*FACTS, "commune"])
def test_missing_never_speaks_for(fact):
    lacking = WHOLE | {fact: None} | ({"hamlet": None} if fact == "commune" else {})
    assert evidence(WHOLE, lacking) <= evidence(WHOLE, WHOLE)
    assert evidence(lacking, lacking) <= evidence(WHOLE, WHOLE)


def test_nothing_known_is_worth_nothing():
    assert evidence({"sex": "male"}, {"name": "Lê An"}) < 0


def test_a_family_alone_does_not_make_two_children_one():
    sister = WHOLE | {"name": "Nguyễn Bảo Ngọc", "birth_date": "2016-02-03", "number": None, "certificate": None}
    family = weights()["family"]["most"]
    assert evidence(WHOLE, sister) < 0 < family


def test_the_more_could_be_meant_the_less_is_proven():
    assert evidence(WHOLE, WHOLE) > evidence(WHOLE, WHOLE, others=5_000)


def test_that_all_live_in_one_commune_says_nothing():
    one = {"name": "Lê An", "commune": "Hòa Mẫu"}
    assert evidence(one, one) == evidence({"name": "Lê An"}, {"name": "Lê An"})


def test_a_commune_among_many_does():
    one, lists = {"name": "Lê An", "commune": "Hòa Mẫu"}, [{"name": f"Lê {i}", "commune": f"Xã {i}"} for i in range(9)]
    sides = sides_of(rows(one, *lists), rows(one, *lists))
    pair = pl.DataFrame({"left": [0], "right": [0]})
    told = with_evidence(compared(sides, pair), sides, rarity(sides, weights()), weights())["evidence"][0]
    assert told > evidence({"name": "Lê An"}, {"name": "Lê An"})


def test_two_numbers_of_one_kind_speak_against():
    assert evidence(WHOLE, WHOLE | {"number": "027219688888"}) < evidence(WHOLE, WHOLE | {"number": None})


@settings(max_examples=25)
@given(
    st.fixed_dictionaries({fact: st.none() | st.sampled_from(list(LEVELS[fact].categories)) for fact in LEVEL_COLUMNS})
)
def test_what_was_not_compared_counts_nothing_and_order_none(levels):
    sides = sides_of(rows(child()), rows(child()))
    frame = pl.DataFrame(
        {"left": [0], "right": [0], **{f: [v] for f, v in levels.items()}}, schema_overrides=dict(LEVELS)
    )
    told = with_evidence(frame, sides, rarity(sides, weights()), weights())["evidence"][0]
    silent = frame.with_columns(pl.lit(None, dtype=LEVELS[f]).alias(f) for f in LEVEL_COLUMNS)
    nothing = with_evidence(silent, sides, rarity(sides, weights()), weights())["evidence"][0]
    assert nothing == pytest.approx(-math.log2(sides.among))
    assert told is not None


def test_the_example_that_officials_read():
    text = (Path(__file__).parents[2] / "docs" / "linkage.vi.md").read_text(encoding="utf-8")
    known = child(commune=None, hamlet=None, father_year=None)
    told = evidence(known, known | {"name": "Nguyễn Bảo Khánh Vi"})
    assert f"**+{told:.1f}**".replace(".", ",") in text


def test_the_points_that_officials_read_are_those_of_the_table():
    text = (Path(__file__).parents[2] / "docs" / "linkage.vi.md").read_text(encoding="utf-8")
    printed = {row.split(" | ")[0].strip("| "): row for row in text.splitlines() if row.startswith("| ")}
    for word, fact in {
        "Ngày sinh": "birth_date",
        "Giới tính": "sex",
        "Số định danh": "number",
        "Mẹ": "mother",
        "Cha": "father",
    }.items():
        for level in ("same", "other"):
            points = f"{abs(weights()[fact][level]):g}".replace(".", ",")
            assert points in printed[word], (word, level)
