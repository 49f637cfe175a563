"""Facts as an office writes them down."""

import polars as pl
import pytest

from sosach.population.writing import written, written_date
from sosach.registers.catalogue import registers


def cells(register: str, **facts: str | None) -> dict[str, str | None]:
    names = registers()[register].by_name
    truth = pl.DataFrame({name: [facts.get(name)] for name in names}, schema=dict.fromkeys(names, pl.String))
    return written(truth, register).row(0, named=True)


@pytest.mark.parametrize(
    ("iso", "shown"), [("2015-08-16", "16/08/2015"), ("2015-08", "08/2015"), ("1938", "1938"), (None, None)]
)
def test_dates_are_as_precise_as_they_are(iso, shown):
    assert pl.select(written_date(pl.lit(iso, pl.String))).item() == shown


def test_words_stand_for_keys():
    row = cells(
        "children", sex="female", ethnicity="08", poverty="near_poor", status="managed", special_circumstance="d.2"
    )
    assert (row["sex"], row["poverty"], row["status"]) == ("Nữ", "Hộ cận nghèo", "Đang quản lý")
    assert (row["ethnicity"], row["special_circumstance"]) == ("HMông", "Trẻ em khuyết tật nặng")


def test_categories_are_worded_with_their_degree():
    row = cells("beneficiaries", category="5.6", disability_degree="Đặc biệt nặng")
    assert row["category"] == "Người khuyết tật đặc biệt nặng"


def test_category_without_a_wording_of_its_own_has_its_label():
    assert cells("beneficiaries", category="5.4")["category"] == "Người đơn thân nghèo đang nuôi con"


def test_what_is_not_known_stays_empty():
    assert set(cells("births").values()) == {None}
