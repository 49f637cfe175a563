"""The rows of a batch as they are printed."""

import polars as pl
import pytest

from sosach.campaign.police_list import FACTS, number_shown, sealed_rows, to_verify
from sosach.campaign.row_code import parse, verify
from tests.forms.batches import KEY, people, sent


def test_facts_are_printed_as_people_read_them() -> None:
    one = people().head(1).with_columns(
        birth_date=pl.lit("2018-07"), sex=pl.lit("female"), ethnicity=pl.lit("02"), father_name=pl.lit(None, pl.String)
    )  # fmt: skip
    facts = dict(zip(FACTS, sealed_rows(one, "TE-02", KEY)[0].facts, strict=True))
    assert facts["birth_date"] == "07/2018"
    assert facts["sex"] == "Nữ"
    assert facts["ethnicity"] == "Tày"
    assert facts["father_name"] == ""
    assert facts["personal_id"] == ""


def test_every_row_is_sealed_with_its_own_facts() -> None:
    rows = sent()
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        code = parse(row.code)
        assert code is not None
        assert (code.batch, code.row) == ("TE-02", row.number)
        assert verify(KEY, code, row.facts)


@pytest.mark.parametrize(
    ("value", "source", "shown"),
    [
        ("003316990124", "003 316 990124", "003316990124"),
        (None, "3221990125", "3221990125"),
        (None, "chưa có", None),
        (None, "0", None),
        (None, None, None),
    ],
)
def test_the_number_is_shown_as_it_stands_and_placeholders_are_not(
    value: str | None, source: str | None, shown: str | None
) -> None:
    frame = pl.DataFrame({"v": [value], "s": [source]}, schema={"v": pl.String, "s": pl.String})
    assert frame.select(number_shown(pl.col("v"), pl.col("s"))).item() == shown


@pytest.mark.parametrize(
    ("labels", "text"),
    [((), ""), (("A",), "A"), (("A", "A"), "A"), (("A", "B"), "A; B"), (("A", "B", "C"), "A; B; …")],
)
def test_two_labels_at_most_are_asked_in_one_cell(labels: tuple[str, ...], text: str) -> None:
    assert to_verify(labels) == text
