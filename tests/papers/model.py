"""The week of the model papers: xã Hòa Mẫu with ten hamlets, 12/6–18/6/2026, person by person.

The columns of the model's annexes are the input; groups, fields, results and what was before are dealt out so that all
sums of the model hold.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from sosach.campaign.balance import Left
from sosach.campaign.plan import Hamlet, Plan, read_plan
from sosach.findings.finding import Group
from sosach.forms.police import Result
from sosach.papers.batch import Row, SentList
from sosach.papers.frozen import Head, freeze
from sosach.papers.register_figures import Told, register_figures
from sosach.papers.situation import Situation
from sosach.papers.standing import Stage, Standing, Trait

ROOT = Path(__file__).parent.parent.parent
FIRST, CUT_OFF = date(2026, 6, 12), date(2026, 6, 18)

# name: opening, turned 16, moved, merged, added, missing, wrong | to review, reviewed in the week, the stages
HAMLETS = {
    "Đông": ((236, 1, 0, 1, 2, 11, 4), (29, 16, 1, 2, 11, 1, 3, 11)),
    "Đoài": ((214, 1, 1, 0, 1, 10, 3), (27, 14, 1, 2, 10, 1, 2, 11)),
    "Trung": ((251, 1, 0, 0, 3, 12, 4), (33, 17, 2, 2, 12, 1, 4, 12)),
    "Thượng": ((198, 0, 0, 0, 1, 7, 2), (22, 13, 0, 1, 8, 0, 2, 11)),
    "Hạ": ((187, 1, 0, 0, 0, 7, 3), (21, 12, 1, 0, 8, 1, 2, 9)),
    "Bến": ((173, 0, 2, 0, 1, 22, 5), (36, 16, 11, 4, 12, 1, 2, 6)),
    "Chùa": ((205, 0, 0, 1, 2, 9, 2), (24, 13, 0, 2, 9, 0, 3, 10)),
    "Đình": ((221, 1, 0, 0, 2, 11, 3), (28, 15, 1, 2, 11, 1, 2, 11)),
    "Mới": ((164, 0, 0, 0, 1, 11, 2), (24, 13, 2, 2, 9, 1, 2, 8)),
    "Trại": ((137, 0, 0, 0, 1, 18, 6), (30, 9, 12, 3, 9, 1, 1, 4)),
}
REGISTRATION = {"Đông": 1, "Trung": 1, "Bến": 3, "Đình": 1, "Mới": 1, "Trại": 2}
LISTS = {  # sent, answered of TE-01; sent of TE-02
    "Đông": (8, 7, 10), "Đoài": (7, 6, 9), "Trung": (9, 8, 11), "Thượng": (6, 5, 7), "Hạ": (5, 4, 7),
    "Bến": (5, 3, 10), "Chùa": (7, 6, 8), "Đình": (7, 6, 10), "Mới": (6, 5, 8), "Trại": (4, 2, 7),
}  # fmt: skip
RESULTS = (
    [Result.MATCHES] * 20
    + [Result.NUMBER_GIVEN] * 19
    + [Result.CORRECTED] * 4
    + [Result.NOT_FOUND] * 5
    + [Result.UNREGISTERED]
    + [Result.DUPLICATE] * 3
)
FIELDS = ["full_name"] * 3 + ["birth_date"] * 8 + ["sex"] * 2 + ["ethnicity"] * 5 + ["parents"] * 23

_STAGES = (
    Stage.NOT_REVIEWED,
    Stage.AWAITING_CIVIL,
    Stage.AT_POLICE,
    Stage.RETURNED_OPEN,
    Stage.READY_TO_UPLOAD,
    Stage.UPLOADED,
)


def plan() -> Plan:
    """The plan of the made-up commune with the model's hamlets."""
    told = read_plan(ROOT / "plans" / "mau.toml")
    return replace(told, hamlets=tuple(Hamlet(f"Thôn {name}") for name in HAMLETS))


def told() -> Told:
    """Everybody before and now."""
    now, before = _people()
    return Told(
        before=before,
        now=now,
        lists=_lists(now),
        first_day=FIRST,
        cut_off=CUT_OFF,
        hamlets=[f"Thôn {name}" for name in HAMLETS],
    )


def figures() -> dict[str, Any]:
    """The frozen figures of the week."""
    head = Head(
        kind="weekly", number="TE-2026-25", unit_code="99999", unit="xã Hòa Mẫu", province="tỉnh Bắc Ninh",
        first_day=FIRST, cut_off=CUT_OFF, chain_head="90984e6aa5172fcb" * 4,
    )  # fmt: skip
    return freeze(head, {"children": register_figures(told())})


def situation(**changes: Any) -> Situation:
    """The report of the week."""
    return replace(Situation(plan=plan(), extensions=(), figures=figures()), **changes)


def _people() -> tuple[dict[int, Standing], dict[int, Standing]]:
    """All persons now, and those of them who were known before."""
    numbers = count(1)
    now: dict[int, Standing] = {}
    before: dict[int, Standing] = {}
    open_ones: list[int] = []
    settled: list[int] = []
    missing: set[int] = set()
    new: list[int] = []
    for name, (moves, review) in HAMLETS.items():
        opening, sixteen, moved, merged, added, without, wrong = moves
        hamlet = f"Thôn {name}"
        for reason, many in ((Left.TURNED_SIXTEEN, sixteen), (Left.MOVED, moved), (Left.MERGED, merged)):
            for person in (next(numbers) for _ in range(many)):
                now[person], before[person] = Standing(hamlet=hamlet, left=reason), Standing(hamlet=hamlet)
        held = [next(numbers) for _ in range(opening - sixteen - moved - merged + added)]
        new += held[len(held) - added :]
        stages = [stage for stage, many in zip(_STAGES, review[2:], strict=True) for _ in range(many)]
        for person, stage in zip(held, stages, strict=False):
            now[person] = Standing(hamlet=hamlet, found=frozenset({Group.BASIC_INFO}), stage=stage)
            (settled if stage in (Stage.READY_TO_UPLOAD, Stage.UPLOADED) else open_ones).append(person)
        for person in held[len(stages) :]:
            now[person] = Standing(hamlet=hamlet)
        mine = [person for person in open_ones if now[person].hamlet == hamlet]
        missing.update(mine[:without])
        _open(now, mine[:without], Group.NO_ID)
        _open(now, mine[without : without + wrong], Group.WRONG_ID)
        _open(now, mine[without + wrong :], Group.NOT_IN_REGISTER)
        waiting = [person for person in mine if now[person].stage is Stage.AWAITING_CIVIL]
        for person in waiting[: REGISTRATION.get(name, 0)]:
            now[person] = replace(now[person], stage=Stage.AWAITING_REGISTRATION)
    _second_groups(now, open_ones)
    _settled_groups(now, settled)
    _traits(now)
    _before(now, before, set(new))
    return now, before


def _open(now: dict[int, Standing], persons: list[int], group: Group) -> None:
    for person in persons:
        now[person] = replace(now[person], found=frozenset({group}), open=frozenset({group}))


def _second_groups(now: dict[int, Standing], open_ones: list[int]) -> None:
    """Of the open ones one has basic information alone, five are new, thirty-six have two groups."""
    alone = [person for person in open_ones if now[person].open == {Group.NOT_IN_REGISTER}]
    _open(now, alone[:1], Group.BASIC_INFO)
    twice = [person for person in open_ones if person not in alone][:36]
    for person in twice:
        both = now[person].open | {Group.BASIC_INFO}
        now[person] = replace(now[person], found=both, open=both)
    fields = [*FIELDS]
    basic = [person for person in open_ones if Group.BASIC_INFO in now[person].open]
    for number, field in enumerate(fields):
        person = basic[number % len(basic)]
        now[person] = replace(now[person], fields=now[person].fields | {field})


def _settled_groups(now: dict[int, Standing], settled: list[int]) -> None:
    groups = [Group.NO_ID] * 45 + [Group.WRONG_ID] * 16 + [Group.BASIC_INFO] * 39 + [Group.NOT_IN_REGISTER] * 16
    for number, (person, group) in enumerate(zip(settled, groups, strict=True)):
        more = {Group.WRONG_ID, Group.BASIC_INFO} if number < 2 else {Group.BASIC_INFO} if number < 12 else set()
        now[person] = replace(now[person], found=frozenset({group, *more}), open=frozenset())


def _traits(now: dict[int, Standing]) -> None:
    returned = [person for person, one in now.items() if one.stage is Stage.RETURNED_OPEN]
    for number, person in enumerate(returned):
        trait = Trait.NOT_FOUND if number < 5 else Trait.DUPLICATE
        now[person] = replace(now[person], traits=frozenset({trait}))
    unborn = [person for person, one in now.items() if one.stage is Stage.AWAITING_REGISTRATION]
    for person in unborn[:6]:
        now[person] = replace(now[person], traits=frozenset({Trait.BORN_LONG_AGO}))
    for person, one in now.items():
        if one.stage is not None:
            now[person] = replace(one, findings=len(one.found) + len(one.fields), open_findings=len(one.open))


def _before(now: dict[int, Standing], before: dict[int, Standing], new: set[int]) -> None:
    """Of 274 persons 28 are new on the list, 105 were reviewed, 28 uploaded; 205 had no number or a wrong one."""
    numbered = {person for person, one in now.items() if one.found & {Group.NO_ID, Group.WRONG_ID} and one.held}
    meant = {person for person, one in now.items() if one.stage and one.held}
    lately = {person for person in meant if person in new}
    spare = iter(sorted(meant - numbered - lately))
    with_numbers = len(lately & numbered)
    extra = sorted(numbered - lately)[: max(0, 8 - with_numbers)]
    lately |= set(extra)
    while len(lately) < 28:
        lately.add(next(spare))
    reviewed = _lately_reviewed(now, lately)
    uploaded = [person for person in sorted(meant - lately) if now[person].stage is Stage.UPLOADED][:28]
    for person, one in now.items():
        if person in new or not one.held:
            continue
        if one.stage is None or person in lately:
            before[person] = Standing(hamlet=one.hamlet)
            continue
        stage = Stage.UPLOADED if person in uploaded else Stage.RETURNED_OPEN
        stage = Stage.NOT_REVIEWED if person in reviewed or one.stage is Stage.NOT_REVIEWED else stage
        opened = one.found & {Group.NO_ID} or one.found & {Group.WRONG_ID}
        before[person] = Standing(hamlet=one.hamlet, found=one.found, open=frozenset(opened), stage=stage)


def _lately_reviewed(now: dict[int, Standing], lately: set[int]) -> set[int]:
    """Who was reviewed in the week, hamlet by hamlet as the model says; not those uploaded before it."""
    found: set[int] = set()
    for name, (_, review) in HAMLETS.items():
        done = [
            person
            for person, one in now.items()
            if one.hamlet == f"Thôn {name}" and one.stage and one.stage is not Stage.NOT_REVIEWED
        ]
        first = [person for person in done if person in lately]
        rest = [person for person in done if person not in lately]
        found.update([*first, *rest][: review[1]])
    return found


def _lists(now: dict[int, Standing]) -> list[SentList]:
    first: list[Row] = []
    second: list[Row] = []
    results = iter(RESULTS)
    for name, (sent, answered, again) in LISTS.items():
        hamlet = f"Thôn {name}"
        out = [person for person, one in now.items() if one.hamlet == hamlet and one.stage is Stage.AT_POLICE]
        back = _back(now, hamlet, answered)
        first += [Row(person, hamlet, date(2026, 6, 17), next(results)) for person in back]
        first += [Row(person, hamlet, None) for person in out[: sent - answered]]
        second += [Row(person, hamlet, None) for person in out[sent - answered :][:again]]
    return [
        SentList("TE-01", date(2026, 6, 11), date(2026, 6, 17), tuple(first)),
        SentList("TE-02", date(2026, 6, 18), date(2026, 6, 24), tuple(second)),
    ]


def _back(now: dict[int, Standing], hamlet: str, many: int) -> Iterator[int]:
    done = [
        person
        for person, one in now.items()
        if one.hamlet == hamlet and one.stage in (Stage.UPLOADED, Stage.READY_TO_UPLOAD, Stage.RETURNED_OPEN)
    ]
    return iter(done[:many])
