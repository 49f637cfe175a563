"""Values as people read them in sentences."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.findings.wording import QUOTED, SENSITIVE, category_words, quoted, shown, shown_field
from sosach.refdata.benefits import benefits
from sosach.registers.catalogue import registers
from sosach.registers.field import Kind


def said(value: str | None, kind: Kind) -> object:
    return pl.select(shown(pl.lit(value, dtype=pl.String), kind)).item()


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        ("2018-03-05", Kind.DATE, "05/03/2018"),
        ("2018-03", Kind.DATE, "03/2018"),
        ("2018", Kind.DATE, "2018"),
        ("female", Kind.SEX, "nữ"),
        ("moved", Kind.STATUS, "chuyển đi"),
        ("active", Kind.BENEFIT_STATUS, "đang hưởng"),
        ("near_poor", Kind.POVERTY, "hộ cận nghèo"),
        ("01", Kind.ETHNICITY, "Kinh"),
        ("Lê Lan", Kind.NAME, "Lê Lan"),
        ("something else", Kind.SEX, "something else"),
        (None, Kind.SEX, None),
    ],
)
def test_values_are_said_in_words(value: str | None, kind: Kind, words: str | None) -> None:
    assert said(value, kind) == words


def test_a_category_that_tells_of_a_disease_is_not_named() -> None:
    hidden = [key for key, benefit in benefits().items() if benefit.sensitive]
    assert hidden
    assert {category_words()[key] for key in hidden} == {SENSITIVE}


def test_a_field_is_said_by_its_kind() -> None:
    sex = registers()["children"].by_name["sex"]
    assert pl.DataFrame({"sex": ["male"]}).select(shown_field(sex)).item() == "nam"


# Letters that Python does not know yet may be known to Polars: they are left out.
@given(st.text(st.characters(exclude_categories=["Cn", "Cs"])) | st.text("a \u00a0\u2003\u202f\u200b\n\t"))
def test_a_quotation_is_short_and_shows_what_cannot_be_seen(text: str) -> None:
    told = pl.select(quoted(pl.lit(text, dtype=pl.String))).item()
    assert len(told) <= QUOTED
    assert told.isprintable()
    if len(text) <= QUOTED and text.isprintable():
        assert told == text
