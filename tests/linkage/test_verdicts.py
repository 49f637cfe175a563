"""The grounds one by one; what whole rows come to is tested with `links` and `duplicates`."""

import polars as pl
import pytest

from sosach.linkage.comparing import LEVEL_COLUMNS, LEVELS
from sosach.linkage.verdicts import SAME, ground_of_duplicate, ground_of_link, is_concern, is_likely

ALIKE = {"name": "same", "birth_date": "same", "sex": "same", "mother": "same", "father": "same"}


def pair(**told):
    """A compared pair, everything that is not said being unknown."""
    known = ALIKE | told
    levels = {fact: [known.get(fact)] for fact in LEVEL_COLUMNS}
    rest = {"evidence": known.get("evidence", 20.0), "days": known.get("days", 0), "shows": known.get("shows", True)}
    frame = pl.DataFrame(levels, schema=dict(LEVELS))
    contested = pl.lit(known.get("contested", False))
    return frame.with_columns(contested=contested, **{k: pl.lit(v) for k, v in rest.items()})


@pytest.mark.parametrize(
    ("told", "ground"),
    [
        ({}, None),
        ({"evidence": SAME - 0.1}, "evidence"),
        ({"contested": True}, "rival"),
        ({"name": "syllable"}, "names"),
        ({"name": "other", "number": "same"}, "number"),
        ({"name": None}, None),  # a newborn found again
        ({"name": None, "birth_date": "near"}, "newborn"),
        ({"name": None, "mother": "other"}, "newborn"),
        ({"birth_date": "other"}, "dates"),
        ({"birth_date": "other", "number": "same"}, None),
        ({"mother": "other", "father": "other"}, "parents"),
        ({"mother": "other"}, None),
        ({"mother": "other", "father": "other", "certificate": "same"}, None),
        ({"name": "slip", "number": "next"}, "two_numbers"),
        ({"name": "slip", "number": "digit"}, None),
        ({"name": "middle", "number": "other"}, None),
    ],
)
def test_grounds_of_links(told, ground):
    assert pair(**told).select(ground_of_link()).item() == ground


@pytest.mark.parametrize(
    ("told", "ground"),
    [
        ({}, None),
        ({"name": "slip", "shows": True}, None),
        ({"name": "slip", "shows": False, "place": "hamlet"}, "twins"),
        ({"name": "slip", "shows": False, "place": "hamlets"}, None),
        ({"name": "slip", "shows": False, "place": "hamlets", "number": "other"}, "twins"),
        ({"name": "slip", "shows": False, "number": "same"}, None),
        ({"name": "slip", "shows": False, "birth_date": "near", "days": 2}, "dates"),
        ({"name": "syllable", "days": 3}, "twins"),
        ({"name": "syllable", "days": 4, "birth_date": "near"}, "too_close"),
        ({"name": "syllable", "days": 239, "birth_date": "year"}, "too_close"),
        ({"name": "syllable", "days": 240, "birth_date": "year"}, "names"),
        ({"name": "syllable", "mother": "other"}, "names"),
        ({"name": "syllable", "mother": None, "father": None, "household": "same"}, "twins"),
        ({"name": "syllable", "number": "same"}, "number"),
        ({"name": None}, "newborn"),
        ({"mother": "other"}, "parents"),
        ({"mother": "other", "mother_number": "same"}, None),
        ({"birth_date": "swapped", "days": 60}, "dates"),
        ({"birth_date": "swapped", "days": 60, "number": "same"}, None),
        ({"birth_date": "years", "days": 800, "number": "same"}, "number"),
        ({"birth_date": "partial", "days": None}, None),
        ({"sex": "other"}, "sex"),
        ({"number": "other"}, "two_numbers"),
        ({"number": "next"}, "two_numbers"),
        ({"number": "digit"}, None),
        ({"certificate": "other"}, "two_numbers"),
        ({"evidence": SAME - 0.1}, "evidence"),
    ],
)
def test_grounds_of_duplicates(told, ground):
    assert pair(**told).select(ground_of_duplicate()).item() == ground


@pytest.mark.parametrize(
    ("told", "concern"),
    [
        ({}, True),
        ({"evidence": -3.0}, False),
        ({"name": "syllable", "evidence": -9.0}, True),  # twins
        ({"name": "other", "mother": "other", "evidence": -9.0, "number": "same"}, True),
        ({"name": "other", "mother": "other", "evidence": -9.0}, False),
        ({"name": "other", "mother": "other", "evidence": -9.0, "certificate": "same"}, False),
        ({"name": None, "evidence": 5.0}, True),
        ({"name": None, "evidence": 5.0, "mother": None}, False),
        ({"birth_date": "near", "days": 5, "evidence": -5.0}, True),
        ({"birth_date": "years", "days": 900, "evidence": -5.0}, True),
        ({"birth_date": "years", "days": 900, "name": "slip", "evidence": 8.0}, False),
        ({"birth_date": "other", "days": 2000, "evidence": 8.0}, True),
        ({"mother": "other", "father": "other"}, False),
        ({"mother": "other"}, True),
    ],
)
def test_most_pairs_concern_nobody(told, concern):
    judged = pair(**told).with_columns(ground=ground_of_duplicate())
    assert judged.select(is_concern().fill_null(value=False)).item() == concern


@pytest.mark.parametrize(
    ("told", "likely"),
    [
        ({"evidence": -1.0}, True),
        ({"evidence": -3.0, "birth_date": "other"}, False),
        ({"evidence": -30.0, "birth_date": "other", "number": "same"}, True),
        ({"evidence": -9.0, "name": "other"}, True),  # renamed, perhaps
        ({"evidence": -9.0, "name": "other", "father": "other"}, False),
        ({"evidence": -9.0, "name": "other", "sex": "other"}, False),
    ],
)
def test_what_is_worth_a_link(told, likely):
    assert pair(**told).select(is_likely()).item() == likely
