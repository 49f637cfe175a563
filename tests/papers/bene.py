"""A week of beneficiaries, small: two of them draw two benefits, one is dead, one has an old number."""

from datetime import date
from typing import Any

from sosach.campaign.balance import Left
from sosach.findings.finding import Group
from sosach.forms.police import Result
from sosach.papers.batch import Row, SentList
from sosach.papers.categories import LINES
from sosach.papers.frozen import Head, freeze
from sosach.papers.register_figures import Told, register_figures
from sosach.papers.situation import Situation
from sosach.papers.standing import Stage, Standing, Trait
from tests.papers import model

FIRST, CUT_OFF = date(2026, 7, 10), date(2026, 7, 16)
BEN = "Thôn Bến"


def told(old_ids: int = 6) -> Told:
    """Everybody."""
    no_id, wrong = frozenset({Group.NO_ID}), frozenset({Group.WRONG_ID})
    now: dict[int, Standing] = {n: Standing(hamlet=BEN, entries=("5.6",)) for n in range(1, 20)}
    now[1] = Standing(hamlet=BEN, entries=("5.6", "care"))
    now[2] = Standing(hamlet=BEN, entries=("5.4", "care"), found=no_id, stage=Stage.UPLOADED)
    now[3] = Standing(hamlet=BEN, entries=("5.6",), left=Left.DECEASED)
    now[4] = Standing(hamlet=BEN, entries=("rest",), left=Left.ENDED)
    now[5] = Standing(hamlet=BEN, entries=("5.6",), found=no_id, open=no_id, stage=Stage.AT_POLICE)
    for n in range(20, 20 + old_ids):
        traits = frozenset({Trait.OLD_ID, Trait.ELDERLY})
        now[n] = Standing(
            hamlet=BEN, entries=("5.6",), found=wrong, open=wrong, stage=Stage.NOT_REVIEWED, traits=traits
        )
    before = {n: Standing(hamlet=BEN, entries=one.entries) for n, one in now.items() if n < 22}
    lists = [
        SentList("BT-02", date(2026, 7, 9), date(2026, 7, 15), (Row(2, BEN, date(2026, 7, 15), Result.MATCHES),)),
        SentList("BT-03", date(2026, 7, 16), date(2026, 7, 22), (Row(5, BEN, None),)),
    ]
    return Told(before=before, now=now, lists=lists, first_day=FIRST, cut_off=CUT_OFF, hamlets=[BEN], lines=LINES)


def figures(**changes: Any) -> dict[str, Any]:
    """Frozen figures."""
    head = Head(
        kind="weekly", number="BT-2026-29", unit_code="99999", unit="xã Hòa Mẫu", province="tỉnh Bắc Ninh",
        first_day=FIRST, cut_off=CUT_OFF, chain_head="a" * 64,
    )  # fmt: skip
    return freeze(head, {"beneficiaries": register_figures(told(**changes))})


def situation(**changes: Any) -> Situation:
    """The report of the week."""
    return Situation(plan=model.plan(), extensions=(), figures=figures(**changes))
