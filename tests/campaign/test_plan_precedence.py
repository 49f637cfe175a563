"""The order of sources that a plan states."""

import pytest

from sosach.campaign.plan import read_plan
from sosach.campaign.precedence import Source, usual
from tests.campaign.plans import CAO_DUC, UNIT, read, refusal


def test_plan_follows_the_law_where_it_states_nothing(tmp_path):
    assert read(tmp_path, UNIT).precedence == usual()


def test_book_prevails_in_the_plan_of_the_mission():
    assert read_plan(CAO_DUC).precedence.order("full_name")[0] is Source.BIRTH_BOOK


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ('default = ["so_ho_tich"]', "precedence.default"),
        ('fields = { tuoi = ["register"] }', "precedence.fields.tuoi"),
        ('fields = { sex = ["register", "register"] }', "precedence.fields.sex"),
    ],
)
def test_slip_is_refused_with_its_place(tmp_path, lines, place):
    assert place in refusal(tmp_path, f"{UNIT}[precedence]\n{lines}\n").message
