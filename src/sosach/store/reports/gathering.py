"""Everything that the figures of a register are made from: everybody at both cut-offs, and the lists at the police."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sosach.campaign.balance import Left
from sosach.findings.finding import Group
from sosach.forms.police import Result
from sosach.papers.batch import Row, SentList
from sosach.papers.categories import LINES
from sosach.papers.register_figures import Told
from sosach.papers.standing import Standing
from sosach.store.accounts.selectors import plan
from sosach.store.findings.models import Finding, State, Step
from sosach.store.police.models import Batch, Line
from sosach.store.reports.people import Everybody, standings
from sosach.store.reports.periods import Period
from sosach.store.reports.selectors import frozen_standings


@dataclass(frozen=True, slots=True)
class Gathered:
    """What figures are made from."""

    told: Told
    first: bool  # no cut-off lies before: the period begins with the first file


def gather(register: str, period: Period, first_import: date) -> Gathered:
    """Everybody at both cut-offs of a period.

    Before is what the report before has frozen, so that one opens with what the other closed with; where there is none
    it is read from the tables; at the earliest as the first file told.

    Args:
        register: its name.
        period: of the report.
        first_import: the day on which the first file was taken in.
    """
    hamlets = plan().hamlets
    names = [hamlet.name for hamlet in hamlets if hamlet.exists(period.cut_off)]
    everybody = standings(register, period.cut_off, names)
    now = everybody.standings
    frozen = frozen_standings(period.kind, register, period.opens)
    first = frozen is None and period.opens <= first_import
    before = frozen if frozen is not None else standings(register, max(period.opens, first_import), names).standings
    for person in before.keys() - now.keys():  # the file that brought them was taken back
        now[person] = Standing(left=Left.WITHDRAWN, hamlet=before[person].hamlet)
    told = Told(
        before=before,
        now=now,
        lists=_lists(register, period.cut_off, everybody),
        first_day=period.first_day,
        cut_off=period.cut_off,
        hamlets=names,
        lines=LINES if register == "beneficiaries" else (),
        opened_on=first_import,
        first=first,
        civil_only=_civil_only(period.cut_off) if register == "children" else 0,
    )
    return Gathered(told, first)


def _lists(register: str, day: date, everybody: Everybody) -> list[SentList]:
    """The lists that left by a day, with what was answered by then."""
    batches = Batch.objects.filter(register=register, cancelled_by=None, sent_on__lte=day).order_by("operation")
    columns = ("batch_id", "person_id", "answered_on", "result")
    rows: dict[int, list[Row]] = defaultdict(list)
    lines = Line.objects.filter(batch__in=[one.operation for one in batches]).order_by("batch_id", "number")
    for batch, person, on, result in lines.values_list(*columns):
        whose = everybody.same.get(person, person)
        standing = everybody.standings.setdefault(whose, Standing(left=Left.WITHDRAWN))
        answered = on is not None and on <= day
        told = Result(result) if answered and result else None
        rows[batch].append(Row(whose, standing.hamlet, on if answered else None, told))
    return [SentList(one.code, one.sent_on, one.due, tuple(rows[one.operation])) for one in batches]


def _civil_only(day: date) -> int:
    """Entries of the births book that were not in the register at the end of a day."""
    found = Finding.objects.filter(register="births", group=Group.NOT_IN_REGISTER.value, opened_on__lte=day)
    closed = Step.objects.filter(finding__in=found, on__lte=day).exclude(state__in=(State.OPEN, State.WAITING))
    return found.exclude(id__in=closed.values("finding")).count()
