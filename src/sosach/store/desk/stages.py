"""Where the persons are of whom something was found: each stands in one place, so the figures add up."""

from collections.abc import Mapping
from enum import StrEnum

from django.db import connection

from sosach.campaign.outcome import Whom
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.accounts.selectors import require
from sosach.store.findings.models import Finding, State
from sosach.store.log.act import Actor
from sosach.store.registers.models import Person


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

_PLACES = list(Stage)


def stages(register: str, actor: Actor) -> Mapping[Stage, int]:
    """How many persons of a register stand where, as far as the actor's hamlets go; those who have left are nobody's.

    Raises:
        Refused: the actor may not count.
    """
    if Right.COUNT not in ROLES.get(actor.role, frozenset()):
        require(actor, Right.COUNT)
    hamlets = sorted(actor.hamlets) if actor.hamlets is not None else None
    counted = dict.fromkeys(Stage, 0)
    with connection.cursor() as cursor:
        cursor.execute(_statement(hamlets), [register, *(hamlets or ())])
        for place, count in cursor.fetchall():
            counted[_PLACES[place]] = count
    return counted


def _statement(hamlets: list[str] | None) -> str:
    findings, persons = Finding._meta.db_table, Person._meta.db_table
    waits = " ".join(
        f"WHEN f.state = '{State.WAITING.value}' AND f.waiting_for = '{whom.value}' THEN {_PLACES.index(stage)}"
        for stage, whom in WAITS_FOR.items()
    )
    place = (
        f"CASE WHEN f.state = '{State.OPEN.value}' THEN 0 {waits} "
        f"WHEN f.state = '{State.WAITING.value}' THEN {_PLACES.index(Stage.OFFICE)} "
        f"ELSE {_PLACES.index(Stage.SETTLED)} END"
    )
    within = "" if hamlets is None else f" AND p.hamlet IN ({', '.join(['%s'] * len(hamlets)) or 'NULL'})"
    return (
        f"SELECT place, COUNT(*) FROM (SELECT f.person_id, MIN({place}) AS place FROM {findings} f "
        f"JOIN {persons} p ON p.id = f.person_id WHERE f.register = %s AND p.\"left\" = ''{within} "
        "GROUP BY f.person_id) AS everybody GROUP BY place"
    )
