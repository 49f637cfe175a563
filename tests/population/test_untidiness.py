"""One test for the whole folder of untidiness: it shows somewhere, and nothing gets lost."""

from datetime import date

import polars as pl
import pytest

from sosach.population.catalogue import untidy_ways
from sosach.population.harm import TURN
from sosach.population.population import population
from sosach.population.writing import written

PEOPLE = population(2_500, 8, date(2026, 6, 18))
TIDY = {
    register: written(PEOPLE.of(register), register).with_row_index(TURN)
    for register in ("children", "beneficiaries", "births")
}
FILES = sorted({way.name for way in untidy_ways()})

# The status was never filled in; a relative's number neither.
EMPTYING, FILLING = {"status_blank"}, {"relative_number_placeholder"}


@pytest.mark.parametrize("name", FILES)
def test_it_shows_in_some_field(name):
    ways = [way for way in untidy_ways() if way.name == name]
    assert any(
        TIDY[way.register].filter(way.when).select((way.cell.ne_missing(pl.col(way.field))).any()).item()
        for way in ways
    )


@pytest.mark.parametrize("name", sorted(set(FILES) - EMPTYING - FILLING))
def test_nothing_gets_lost(name):
    for way in (way for way in untidy_ways() if way.name == name):
        able = TIDY[way.register].filter(way.when)
        assert able[way.field].null_count() == 0
        assert able.select(way.cell.null_count()).item() == 0


@pytest.mark.parametrize("name", FILES)
def test_shares_of_one_field_leave_most_cells_tidy(name):
    for way in (way for way in untidy_ways() if way.name == name):
        of_field = [w for w in untidy_ways() if (w.register, w.field) == (way.register, way.field)]
        assert sum(w.share for w in of_field) < 1
