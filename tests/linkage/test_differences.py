"""A difference is what two lists say apart; another way of writing the same is none."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.linkage.differences import KIND, differences, fields_compared, worth_telling
from sosach.linkage.meeting import Meeting
from sosach.registers.catalogue import registers

CHILDREN, BIRTHS = registers()["children"], registers()["births"]


def told(field, left, right, raw=None):
    """(left, right, kind) of every difference of one field."""

    def side(values):
        frame = pl.DataFrame({"value": pl.Series(values, dtype=pl.String)})
        return frame.with_columns(raw=pl.Series(raw or values, dtype=pl.String)) if values is left else frame

    found = differences((CHILDREN.by_name[field],), lambda _: side(left), lambda _: side(right))
    return [row[2:] for row in found.rows()]


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("full_name", "Nguyễn Hoà An", "NGUYỄN HÒA AN"),
        ("hamlet", "Thôn Gò Me", "gò me"),
        ("hamlet", "T.Gò Me", "Thôn Gò Me, xã Hòa Mẫu"),
        ("address", "Thôn Gò Me, xã Hòa Mẫu.", "thôn Gò Me - xã Hòa Mẫu"),
        ("personal_id", "027218600001", "027218600001"),
        ("sex", None, None),
    ],
)
def test_other_writing_of_the_same_is_no_difference(field, one, other):
    assert told(field, [one], [other]) == []


@pytest.mark.parametrize(
    ("field", "one", "other", "kind"),
    [
        ("full_name", "Đỗ Min Giáp", "Đỗ Minh Giáp", "differs"),
        ("full_name", "Nguyen Van An", "Nguyễn Văn An", "differs"),
        ("birth_date", "2015", "2015-03-20", "less_precise"),
        ("birth_date", "2014", "2015-03-20", "differs"),
        ("birth_date", "2015-03-20", "2015-03", "less_precise"),
        ("personal_id", None, "027218600001", "left_empty"),
        ("sex", "male", "female", "differs"),
        ("hamlet", "Thôn Đông", "Thôn Đồng", "differs"),
    ],
)
def test_differences_are_told_with_both_values(field, one, other, kind):
    assert told(field, [one], [other]) == [(one, other, kind)]


def test_number_that_was_not_understood_is_shown_as_it_stands():
    assert told("personal_id", [None], ["027218600001"], raw=["27218600001"]) == [
        ("27218600001", "027218600001", "differs")
    ]


@pytest.mark.parametrize(
    ("meeting", "left", "kinds"),
    [
        (Meeting.CIVIL, CHILDREN, ["differs", "less_precise", "left_empty"]),
        (Meeting.CIVIL, BIRTHS, ["differs", "less_precise", "right_empty"]),
        (Meeting.REGISTERS, CHILDREN, ["differs", "less_precise"]),
        (Meeting.COMMUNES, CHILDREN, ["differs", "less_precise"]),
        (Meeting.EXPORTS, CHILDREN, list(KIND.categories)),
    ],
)
def test_what_the_books_leave_empty_speaks_against_nobody(meeting, left, kinds):
    every = pl.DataFrame({"kind": pl.Series(KIND.categories, dtype=KIND)})
    assert every.filter(worth_telling(pl.col("kind"), meeting, left))["kind"].to_list() == kinds


def test_codes_that_two_systems_count_for_themselves_are_no_differences():
    ours, theirs = [f"TE{n}" for n in range(30)], [f"X{n}" for n in range(30)]
    assert told("record_code", ours, theirs) == []
    assert told("record_code", ours, [*ours[:-1], "TE99"]) == [("TE29", "TE99", "differs")]


def test_fields_are_those_of_both_registers():
    names = [field.name for field in fields_compared(CHILDREN, BIRTHS, Meeting.CIVIL)]
    assert names[:2] == ["full_name", "birth_date"]
    assert "note" not in names
    assert set(names) <= BIRTHS.by_name.keys()


@given(st.lists(st.sampled_from(["2015", "2015-03-20", "2016-01-01", None]), max_size=8))
def test_nobody_differs_from_himself(dates):
    assert told("birth_date", dates, list(dates)) == []
