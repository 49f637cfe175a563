"""Marks of a template."""

import pytest

from sosach.papers.marks import UnknownMarkError, filled, names, part_of
from tests.papers import model

SITUATION = model.situation()


def test_figures_and_words_are_looked_up_by_name():
    told = filled(
        "{{unit}}: {{ children.cumulative.uploaded }} trẻ, {{children.batches.TE-01.unanswered}} chờ", SITUATION
    )
    assert told == "xã Hòa Mẫu: 93 trẻ, 12 chờ"
    assert (
        filled("từ {{from}} đến {{to}}, bản chốt {{number}}", SITUATION)
        == "từ 12/6/2026 đến 18/6/2026, bản chốt TE-2026-25"
    )


@pytest.mark.parametrize(
    "mark",
    [
        "{{nothing}}", "{{children.cumulative.nothing}}", "{{children}}", "{{beneficiaries.cumulative.closing}}",
        "{{}}", "{{ 7*7 }}", "{{unit.__class__}}", "{{children.hamlets}}", "{{unit", "unit}}",
        "{{children.cumulative}}",
    ],
)  # fmt: skip
def test_what_means_nothing_is_an_error_and_nothing_is_computed(mark):
    with pytest.raises(UnknownMarkError):
        filled(f"Câu {mark} cuối", SITUATION)


def test_a_part_stands_alone_in_its_paragraph():
    assert part_of(" {{ body }} ") == "body"
    assert part_of("Câu {{body}}") is None
    assert part_of("{{children.cumulative.closing}}") is None


def test_text_without_marks_stays():
    assert filled("100 % {a} $x$", SITUATION) == "100 % {a} $x$"
    assert "unit" in set(names(SITUATION))
