"""A typing list comes back: what was typed into the national software, and what could not be, become events."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sosach.campaign.returned import Returned, claimed_batches, refusal, sort_out
from sosach.campaign.returned_words import row_notices
from sosach.findings.notices import Notice, notice, refused
from sosach.forms.typing_list import TYPING_LIST
from sosach.intake.typing_ticks import Tick, Ticks
from sosach.store import bulk
from sosach.store.log.act import Act, Change
from sosach.store.log.chain import canonical
from sosach.store.log.services import Operation, begin
from sosach.store.originals import keep_original
from sosach.store.seals.services import key
from sosach.store.upload.models import Fact, Ticked, Ticking, Upload
from sosach.store.upload.selectors import listed_rows

# What `upload receive --json` says; typed + failed + repeated + unticked + altered_rows = lines of the list.
FIGURES = ("typed", "failed", "repeated", "unticked", "altered_rows", "unknown_rows")

DONE, FAILED = "done", "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What came of it."""

    upload: Upload
    operation: int | None  # None: this very file was taken in before, and nothing was changed
    figures: Mapping[str, int]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _News:
    fact: Fact
    tick: Tick

    @property
    def typed(self) -> str:
        return DONE if self.tick.done else FAILED


def find(ticks: Ticks) -> Upload:
    """The upload that most rows name.

    Raises:
        Refused: none of this home.
    """
    claimed = claimed_batches([tick.returned for tick in ticks.rows])
    known = {upload.code: upload for upload in Upload.objects.filter(code__in=claimed)}
    found = next((known[code] for code in claimed if code in known), None)
    if found is None:
        raise refused("form_other_home", file=ticks.name)
    return found


def receive(ticks: Ticks, content: bytes, upload: Upload, act: Act) -> Received:
    """Takes a typing list in; within `writing()`.

    Raises:
        Refused: its columns are out of step, or nothing is ticked.
    """
    rows = [tick.returned for tick in ticks.rows]
    returned = sort_out(rows, listed_rows(upload), upload.code, key())
    if problem := refusal(returned, TYPING_LIST, upload.code, ticks.name):
        raise problem
    before = upload.tickings.filter(sha256=ticks.sha256, undone_by=None).first()
    if before is not None:
        return _again(upload, before, ticks.name)
    said = _said(ticks, returned)
    if not said:
        raise refused("upload_list_blank", file=ticks.name)
    facts = {fact.number: fact for fact in upload.facts.filter(number__in=said)}
    news = [_News(facts[number], tick) for number, tick in said.items() if _is_news(facts[number], tick)]
    figures = _figures(news, said, returned, upload)
    operation = begin(
        "upload_typed",
        act,
        register=upload.register,
        upload=upload.code,
        file=ticks.name,
        sha256=keep_original(content),
        figures=figures,
    )
    _record(news, upload, operation)
    _write(news, ticks, upload, figures, operation)
    notices = (*ticks.notices, *_marked(ticks), *row_notices(returned, rows, TYPING_LIST, ticks.name))
    return Received(upload=upload, operation=operation.number, figures=figures, notices=notices)


def take_back(undone: int, operation: Operation) -> None:
    """Forgets a list that came back: its rows stand as the lists before it left them.

    Raises:
        Refused: a later list, or a comparison with the software, rests on it.
    """
    ticking = Ticking.objects.select_related("upload").get(operation=undone)
    for later in ticking.upload.tickings.filter(operation__gt=undone, undone_by=None).order_by("operation")[:1]:
        raise refused("upload_ticked", batch=ticking.upload.code, count=later.operation, value=undone)
    facts = Fact.objects.filter(ticks__ticking=ticking)
    for fact in facts.filter(confirmed_by__gt=undone)[:1]:
        raise refused("upload_compared", count=fact.confirmed_by, value=undone)
    Ticking.objects.filter(operation=undone).update(undone_by=operation.number)
    before: dict[int, tuple[object, ...]] = dict.fromkeys(facts.values_list("id", flat=True), ("", None, None))
    held = Ticked.objects.filter(fact__in=before, ticking__undone_by=None).order_by("ticking")
    for row in held:
        before[row.fact_id] = (row.typed, row.ticking_id, row.typed_on)
    bulk.update(Fact, "id", ("typed", "typed_by", "typed_on"), ((*told, fact) for fact, told in before.items()))


def _marked(ticks: Ticks) -> Iterator[Notice]:
    """Colours and comments in place of ticks: they are asked about, never read as one."""
    rows = [t.returned.row for t in ticks.rows if (t.returned.coloured or t.returned.remark) and not t.shown]
    if rows:
        yield notice("upload_coloured", file=ticks.name, count=len(rows), row=rows[0])


def _again(upload: Upload, before: Ticking, file: str) -> Received:
    told = json.loads(before.figures)
    figures = {**told, "typed": 0, "failed": 0, "repeated": told["typed"] + told["failed"] + told["repeated"]}
    said = notice("upload_list_again", file=file, batch=upload.code, on=f"{before.received_on:%d/%m/%Y}")
    return Received(upload=upload, operation=None, figures=figures, notices=(said,))


def _said(ticks: Ticks, returned: Returned) -> dict[int, Tick]:
    """The rows that say whether they were typed, by their number; of two that say different things neither."""
    told = {number: ticks.rows[place] for number, place in sorted(returned.answered.items())}
    sure = {number: tick for number, tick in told.items() if tick.done is not None}
    return {
        number: tick
        for number, tick in sure.items()
        if len({ticks.rows[place].done for place in returned.two_answers.get(number, ())}) < 2
    }


def _is_news(fact: Fact, tick: Tick) -> bool:
    return fact.typed != (DONE if tick.done else FAILED)


def _figures(news: Sequence[_News], said: Mapping[int, Tick], returned: Returned, upload: Upload) -> dict[str, int]:
    done = sum(one.tick.done is True for one in news)
    altered = len(returned.altered)
    counted = (done, len(news) - done, len(said) - len(news), upload.lines - len(said) - altered, altered)
    return dict(zip(FIGURES, (*counted, len(returned.unknown)), strict=True))


def _record(news: Sequence[_News], upload: Upload, operation: Operation) -> None:
    operation.record(
        *(
            Change(
                kind="typed" if one.tick.done else "not_typed",
                person=one.fact.person_id,
                field=one.fact.field,
                old=one.fact.old,
                new=one.fact.new,
                evidence=f"danh sách {upload.code}, dòng {one.fact.number}",
                details={"upload": upload.code, "by": one.tick.by, "on": one.tick.on, "note": one.tick.note},
            )
            for one in news
        )
    )


def _write(
    news: Sequence[_News], ticks: Ticks, upload: Upload, figures: Mapping[str, int], operation: Operation
) -> None:
    Ticking.objects.create(
        operation=operation.number,
        upload=upload,
        file_name=ticks.name,
        sha256=ticks.sha256,
        received_on=operation.act.on,
        figures=canonical(figures),
    )
    number, on = operation.number, operation.act.on
    columns = ("ticking_id", "fact_id", "typed", "typed_on", "by", "note")
    bulk.insert(Ticked, columns, ((number, one.fact.id, one.typed, on, one.tick.by, one.tick.note) for one in news))
    told = ((one.typed, number, on, one.fact.id) for one in news)
    bulk.update(Fact, "id", ("typed", "typed_by", "typed_on"), told)
