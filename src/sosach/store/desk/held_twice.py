"""A letter to another commune about children whom it may hold as well, and the closed sheet that goes with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sosach.campaign.days_in_words import short
from sosach.findings.notices import refused
from sosach.findings.wording import SEX_WORDS
from sosach.papers.document import Paper
from sosach.papers.letters import HeldTwice, held_twice_letter, held_twice_sheet
from sosach.papers.situation import Situation
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import extensions, plan, require
from sosach.store.desk.write_papers import write_all
from sosach.store.log.act import Actor
from sosach.store.registers import selectors as registers


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What another commune is asked about."""

    commune: str  # “xã Tân Mẫu”
    record_codes: Sequence[str]
    point: str  # what is to be verified


def write_held_twice(doubt: Doubt, out: Path, on: date, *, actor: Actor) -> list[Path]:
    """Writes letter and sheet.

    Raises:
        Refused: the actor may not see numbers, the commune or a child is missing, or the folder cannot be written.
    """
    require(actor, Right.SEE_NUMBER)
    if not doubt.commune.strip():
        raise refused("papers_held_twice")
    children = [_child(code, doubt.point) for code in doubt.record_codes]
    situation = Situation(
        plan=plan(), extensions=extensions(), figures={"cut_off": on.isoformat(), "kind": "letter"}, approved=True
    )
    papers: dict[str, Paper] = {
        "cong-van-phoi-hop-xac-minh": held_twice_letter(situation, doubt.commune.strip(), children),
        "phieu-kem-dong-phong-bi": held_twice_sheet(situation, doubt.commune.strip(), children),
    }
    return write_all(papers, out, on)


def _child(code: str, point: str) -> HeldTwice:
    person = registers.person_by_code("children", code)
    facts = registers.facts([person.id])[person.id]
    born = facts.get("birth_date", "")
    parents = [facts.get(name, "") for name in ("mother_name", "father_name")]
    return HeldTwice(
        record_code=code,
        full_name=facts.get("full_name", ""),
        birth_date=short(date.fromisoformat(born)) if len(born) == 10 else born,
        sex=SEX_WORDS.get(facts.get("sex", ""), ""),
        personal_id=facts.get("personal_id", ""),
        parents="; ".join(name for name in parents if name),
        address=", ".join(filter(None, (facts.get("hamlet"), facts.get("address")))),
        point=point,
    )
