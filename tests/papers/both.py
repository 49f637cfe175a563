"""Both registers in one report: the model week of children beside a small week of beneficiaries."""

from datetime import date
from typing import Any

from sosach.papers.frozen import Head, freeze
from sosach.papers.register_figures import Told, register_figures
from sosach.papers.situation import Situation
from tests.papers import bene, model


def figures(kind: str = "monthly", first: bool = True) -> dict[str, Any]:
    """Frozen figures of both."""
    head = Head(
        kind=kind, number="TH-2026-06", unit_code="99999", unit="xã Hòa Mẫu", province="tỉnh Bắc Ninh",
        first_day=date(2026, 6, 4), cut_off=date(2026, 7, 9), chain_head="b" * 64,
    )  # fmt: skip
    told = {
        "children": _since(model.told(), date(2026, 6, 4), first),
        "beneficiaries": _since(bene.told(), date(2026, 6, 19), first),
    }
    return freeze(head, {name: register_figures(one) for name, one in told.items()})


def _since(told: Told, opened_on: date, first: bool) -> Told:
    from dataclasses import replace

    return replace(told, first_day=date(2026, 6, 4), cut_off=date(2026, 7, 9), opened_on=opened_on, first=first)


def situation(kind: str = "monthly", **changes: Any) -> Situation:
    """A report on both."""
    from dataclasses import replace

    return replace(Situation(plan=model.plan(), extensions=(), figures=figures(kind)), **changes)
