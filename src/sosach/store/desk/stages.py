"""Where the persons are of whom something was found: each stands in one place, so the figures add up."""

from collections.abc import Mapping
from enum import StrEnum

import polars as pl

from sosach.campaign.outcome import Whom
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.accounts.selectors import require
from sosach.store.findings.models import State
from sosach.store.findings.overview import overview
from sosach.store.log.act import Actor


class Stage(StrEnum):
    """A place on the way, in its order; somebody stands at the first that applies."""

    OPEN = "open"  # somebody of the office has to look
    HAMLET = "hamlet"
    CIVIL = "civil"
    POLICE = "police"
    OFFICE = "office"  # waits for the office itself
    SETTLED = "settled"


STAGE_LABELS = {
    Stage.OPEN: "Chưa rà soát",
    Stage.HAMLET: "Hỏi thôn",
    Stage.CIVIL: "Đối chiếu hộ tịch",
    Stage.POLICE: "Chờ Công an",
    Stage.OFFICE: "Chờ Phòng VH-XH",
    Stage.SETTLED: "Xong",
}

WAITS_FOR = {
    Stage.HAMLET: Whom.COLLABORATOR,
    Stage.CIVIL: Whom.CIVIL_REGISTRATION,
    Stage.POLICE: Whom.POLICE,
    Stage.OFFICE: Whom.OFFICE,
}

_ORDER = [stage.value for stage in Stage]


def stages(register: str, actor: Actor) -> Mapping[Stage, int]:
    """How many persons of a register stand where, as far as the actor's hamlets go; those who have left are nobody's.

    Raises:
        Refused: the actor may not count.
    """
    if Right.COUNT not in ROLES.get(actor.role, frozenset()):
        require(actor, Right.COUNT)
    found = overview(register)
    if actor.hamlets is not None:
        found = found.filter(pl.col("hamlet").is_in(sorted(actor.hamlets)))
    place = stage_of_finding().replace_strict(_ORDER, range(len(_ORDER)), return_dtype=pl.UInt8)
    first = found.group_by("person").agg(place.min().alias("place"))
    counted = dict(first.group_by("place").len().iter_rows())
    return {stage: counted.get(place, 0) for place, stage in enumerate(Stage)}


def stage_of_finding() -> pl.Expr:
    """Where a finding of `findings.overview` puts its person."""
    waits = pl.col("waiting_for").replace_strict(
        {whom.value: stage.value for stage, whom in WAITS_FOR.items()}, default=Stage.OFFICE.value
    )
    return (
        pl.when(pl.col("state") == State.OPEN.value).then(pl.lit(Stage.OPEN.value))
        .when(pl.col("state") == State.WAITING.value).then(waits)
        .otherwise(pl.lit(Stage.SETTLED.value))
    )  # fmt: skip
