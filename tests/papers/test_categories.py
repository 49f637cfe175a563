"""Lines by category."""

from sosach.papers.categories import CARE, LINES, REST, in_order, line_of
from sosach.refdata.benefits import benefits


def test_no_line_tells_of_a_disease():
    sensitive = {key for key, one in benefits().items() if one.sensitive}
    assert sensitive
    assert {line_of(key) for key in sensitive} <= {REST, CARE}


def test_every_category_has_a_line():
    assert {line_of(key) for key in benefits()} <= {key for key, _ in LINES}


def test_ones_own_benefit_is_the_main_one_before_what_is_paid_for_care():
    assert in_order((CARE, "5.4", "5.6")) == ("5.6", "5.4", CARE)
