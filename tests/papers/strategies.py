"""Any register at two cut-offs, however unlikely."""

from datetime import date

from hypothesis import strategies as st

from sosach.campaign.balance import Left
from sosach.findings.finding import Group
from sosach.forms.police import Result
from sosach.papers.batch import Row, SentList
from sosach.papers.register_figures import FIELDS, Told
from sosach.papers.standing import GROUPS, Compared, Stage, Standing, Trait

HAMLETS = ("Thôn Bến", "Thôn Trại", "")
LINES = (("5.1", "Trẻ em"), ("5.6", "Người khuyết tật"), ("other", "Khác"))


@st.composite
def standings(draw: st.DrawFn, benefits: bool = False) -> Standing:
    """Somebody."""
    found = frozenset(draw(st.sets(st.sampled_from(GROUPS))))
    still = frozenset(draw(st.sets(st.sampled_from(sorted(found))))) if found else frozenset()
    if {Group.NO_ID, Group.WRONG_ID} <= still:
        still -= {Group.WRONG_ID}
    many = draw(st.integers(0, 5)) if found else 0
    entries = draw(st.lists(st.sampled_from([key for key, _ in LINES]), min_size=1, max_size=2, unique=True))
    return Standing(
        left=draw(st.one_of(st.none(), st.sampled_from(Left))),
        hamlet=draw(st.sampled_from(HAMLETS)),
        entries=tuple(entries) if benefits else (),
        found=found,
        open=still,
        fields=frozenset(draw(st.sets(st.sampled_from(sorted(FIELDS))))) if found else frozenset(),
        findings=many,
        open_findings=draw(st.integers(0, many)),
        stage=draw(st.sampled_from(Stage)) if found else None,
        compared=draw(st.one_of(st.none(), st.sampled_from(Compared))),
        traits=frozenset(draw(st.sets(st.sampled_from(Trait)))) if found else frozenset(),
    )


@st.composite
def registers(draw: st.DrawFn, benefits: bool = False) -> Told:
    """A register before and now, with lists at the police."""
    now = dict(enumerate(draw(st.lists(standings(benefits), max_size=12)), 1))
    known = [person for person in now if draw(st.booleans())]
    before = {person: draw(standings(benefits)) for person in known}
    rows = [draw(_row(person, now[person].hamlet)) for person in now if draw(st.booleans())]
    rows = _agreeing(rows, now)
    lists = [SentList("TE-01", date(2026, 6, 11), date(2026, 6, 17), tuple(rows))] if rows else []
    lines = LINES if benefits else ()
    return Told(
        before=before, now=now, lists=lists, first_day=date(2026, 6, 12), cut_off=date(2026, 6, 18),
        hamlets=("Thôn Bến", "Thôn Trại"), lines=lines,
    )  # fmt: skip


@st.composite
def _row(draw: st.DrawFn, person: int, hamlet: str) -> Row:
    answered = draw(st.one_of(st.none(), st.dates(date(2026, 6, 12), date(2026, 6, 18))))
    return Row(person, hamlet, answered, draw(st.one_of(st.none(), st.sampled_from(Result))) if answered else None)


def _agreeing(rows: list[Row], now: dict[int, Standing]) -> list[Row]:
    """Whoever stands with the police has a row there that is not answered, and nobody else has."""
    out = {person for person, one in now.items() if one.held and one.stage is Stage.AT_POLICE}
    inside = [row for row in rows if row.person not in out]
    return inside + [Row(person, now[person].hamlet, None) for person in sorted(out)]
