"""Figures by name."""

import pytest

from tests.papers import model

NAMED = model.situation().of("children", {})


def test_what_is_printed_is_remembered_with_its_name():
    printed: dict[str, str] = {}
    named = model.situation().of("children", printed)
    assert named.part("cumulative.reviewed", "cumulative.to_review") == "243/274"
    assert named.share("cumulative.reviewed", "cumulative.to_review") == "88,7 %"
    assert printed["children.cumulative.reviewed"] == "243"
    assert printed["children.cumulative.reviewed : cumulative.to_review"] == "88,7 %"


def test_lists_and_hamlets_are_found_by_code_and_name():
    assert NAMED.value("batches.TE-01.unanswered") == 12
    assert NAMED.value("hamlets.Thôn Trại.cumulative.not_reviewed") == 12


@pytest.mark.parametrize("name", ["cumulative.nothing", "batches", "cumulative.results"])
def test_a_name_without_a_figure_is_an_error_of_the_program(name):
    with pytest.raises(KeyError):
        NAMED.value(name)


def test_a_change_of_nothing_is_no_number():
    assert NAMED.change("cumulative.closing", "cumulative.closing", "trẻ") == "không thay đổi"
    assert NAMED.change("period.opening", "cumulative.closing", "trẻ") == "giảm 04 trẻ"
