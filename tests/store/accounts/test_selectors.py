"""What is read about the campaign."""

from datetime import date

import pytest

from sosach.campaign.calendar import calendar
from sosach.campaign.extension import Extension
from sosach.findings.notices import Refused
from sosach.store.accounts.selectors import extensions, plan
from sosach.store.accounts.services import extend
from tests.store.people import OPERATOR

ON = date(2026, 6, 19)


def test_plan_of_the_home_is_the_one_it_was_started_with(campaign):
    assert plan().unit.code == "99999"


def test_no_deadline_has_moved_at_first(campaign):
    assert extensions() == ()


def test_extensions_come_in_the_order_in_which_they_were_recorded_and_resolve_the_conflict(campaign):
    for until in (date(2026, 7, 10), date(2026, 7, 17)):
        extend("children", until=until, document="1/SYT", reason="chờ Công an", actor=OPERATOR, on=ON)
    assert extensions() == (
        Extension("children", date(2026, 7, 10), "1/SYT", "chờ Công an"),
        Extension("children", date(2026, 7, 17), "1/SYT", "chờ Công an"),
    )
    assert calendar(plan(), extensions()).conflicts == ()


def test_deadline_that_would_not_move_to_a_later_day_is_refused(campaign):
    with pytest.raises(Refused) as caught:
        extend("children", until=date(2026, 6, 18), document="1/SYT", reason="x", actor=OPERATOR, on=ON)
    assert caught.value.notice.code == "extension_earlier"
    assert extensions() == ()
