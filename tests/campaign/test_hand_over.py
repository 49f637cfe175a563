"""Thursday out, Wednesday of the following week back."""

from datetime import date

import pytest

from sosach.campaign.hand_over import HandOver
from sosach.campaign.plan import read_plan
from tests.campaign.plans import CAO_DUC, OFFICES, UNIT, refusal


def test_plan_sends_on_thursday_and_gets_back_on_wednesday_of_the_following_week():
    hand_over = read_plan(CAO_DUC).registers["children"].hand_over
    assert hand_over is not None
    assert hand_over.back_on(date(2026, 6, 18)) == date(2026, 6, 24)


def test_list_that_leaves_early_in_the_week_comes_back_on_the_same_day_as_the_others():
    hand_over = HandOver(send=3, back=2, weeks_later=1, during=("review",), sender=None, receiver=None)
    assert hand_over.back_on(date(2026, 6, 16)) == date(2026, 6, 24)


def test_list_comes_back_within_the_week_where_a_plan_wants_that():
    hand_over = HandOver(send=0, back=4, weeks_later=0, during=("review",), sender=None, receiver=None)
    assert hand_over.back_on(date(2026, 6, 15)) == date(2026, 6, 19)


def written(lines: str) -> str:
    head = "[registers.children]\nstarts = 2026-06-04\ndue = 2026-06-18\n"
    phase = '[[registers.children.phases]]\nname = "review"\nstarts = 2026-06-16\nends = 2026-06-18\n'
    return f"{UNIT}{OFFICES}{head}{phase}[registers.children.hand_over]\n{lines}\n"


USUAL = 'send = "thursday"\nback = "wednesday"\nweeks_later = 1\nduring = ["review"]\n'


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (USUAL.replace("thursday", "thu nam"), "hand_over.send"),
        (USUAL.replace("= 1", "= -1"), "hand_over.weeks_later"),
        (USUAL.replace("= 1", "= 0"), "hand_over.back"),
        (USUAL.replace('"review"', '"update"'), "hand_over.during"),
        (USUAL.replace('"review"', ""), "hand_over.during"),
        (USUAL + 'sender = "ai do"', "hand_over.sender"),
        (USUAL + "gio = 10", "hand_over.gio"),
    ],
)
def test_slip_is_refused_with_its_place(tmp_path, lines, place):
    assert place in refusal(tmp_path, written(lines)).message
