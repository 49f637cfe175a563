"""Layouts name fields that their registers have, in words that offices use."""

import pytest

from sosach.outputs import export_layout
from sosach.outputs.export_layout import Layout
from sosach.registers.catalogue import registers

LAYOUTS = [value for value in vars(export_layout).values() if isinstance(value, Layout)]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_fields_are_those_of_the_register(layout):
    assert set(layout.fields()) <= set(registers()[layout.register].by_name)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_first_column_counts(layout):
    assert layout.columns[0].field is None


@pytest.mark.parametrize(
    "layout",
    [export_layout.CHILDREN_EXPORT, export_layout.BENEFICIARIES_EXPORT, export_layout.BIRTHS_EXPORT],
    ids=lambda layout: layout.name,
)
def test_exports_leave_no_field_out(layout):
    assert set(layout.fields()) == set(registers()[layout.register].by_name)


def test_date_under_two_sexes_is_one_field():
    fields = export_layout.HAMLET_LISTS.fields()
    assert fields.count("birth_date") == 1
    assert "sex" not in fields
