from datetime import date

import polars as pl
import pytest

from sosach.registers.catalogue import registers
from sosach.rules import assistance
from sosach.rules.context import Context


def of(category, raw="", status=None):
    columns = {"category": [category], "category__raw": [raw], "benefit_status": [status]}
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))


@pytest.mark.parametrize(
    ("category", "raw", "told"),
    [("5.6", "NKT nặng", "NKT nặng"), ("5.3", "Trẻ em nhiễm HIV", "nhóm đối tượng"), (None, "abc", "abc")],
)
def test_category_as_the_cell_has_it_but_no_disease(category, raw, told):
    assert of(category, raw).select(assistance.said()).item() == told


@pytest.mark.parametrize(
    ("category", "on", "remarked"),
    [
        ("5.6", date(2026, 6, 18), False),
        ("pension", date(2026, 6, 18), True),
        (None, date(2026, 6, 18), False),
        ("5.6", date(2026, 10, 4), False),
        ("5.6", date(2026, 10, 5), True),
    ],
)
def test_law_that_was_not_checked(category, on, remarked):
    context = Context(on=on, register=registers()["beneficiaries"])
    assert bool(of(category).select(assistance.unchecked(context)).item()) is remarked


@pytest.mark.parametrize(("status", "told"), [("active", True), ("suspended", True), ("stopped", False), (None, True)])
def test_what_is_still_drawn(status, told):
    assert of("5.6", status=status).select(assistance.is_drawn()).item() is told
