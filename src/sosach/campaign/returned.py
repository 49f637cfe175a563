"""What the rows that came back are worth: whose they are, and whether anything was done to what had been sent.

A row is believed when its code is one that this home made for this batch and the facts beside it are those that were
sent. Everything else is told apart: facts of another row beside the code (something was sorted alone), facts moved by a
column, facts changed, a code of another batch, a code that nobody here made, no code at all.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sosach.campaign.row_code import RowCode, parse, verify
from sosach.findings.notices import Refused, refused
from sosach.forms.form import Form, ReturnedRow, SentRow, comparable, same_facts


class Verdict(StrEnum):
    """What a row that came back is."""

    GENUINE = "genuine"  # ours, as it was sent
    ALTERED = "altered"  # ours, with other facts beside the code
    MOVED = "moved"  # the code of one row beside the facts of another
    SHIFTED = "shifted"  # the facts stand a column away from where they were sent
    COPY = "copy"  # the same row once more, with the same answer or with none
    OTHER_BATCH = "other_batch"  # made by this home, for another batch
    INVENTED = "invented"  # looks like a code, and nobody here made it
    NO_CODE = "no_code"  # added by somebody: nothing, or no code, where the code should be


ALTERED = frozenset({Verdict.ALTERED, Verdict.MOVED, Verdict.SHIFTED})
UNKNOWN = frozenset({Verdict.OTHER_BATCH, Verdict.INVENTED, Verdict.NO_CODE})

_FEWEST_DISPLACED = 3  # rows; two may have been exchanged on purpose, and are altered rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One row that came back."""

    place: int  # in the rows that came back
    verdict: Verdict
    number: int | None = None  # of the sent row that its code names
    differs: tuple[int, ...] = ()  # places of the facts that are not as they were sent
    like: int | None = None  # number of the sent row whose facts stand here
    batch: str | None = None  # that the code names


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A form that came back, row by row; each sent row is answered, unanswered or altered."""

    rows: tuple[Standing, ...]  # one per row that came back, in order
    answered: Mapping[int, int]  # by number of the sent row the place of the row that answers it
    unanswered: tuple[int, ...]  # numbers of sent rows without an answer, in the file or not
    missing: tuple[int, ...]  # those of them that are not in the file
    altered: tuple[int, ...]  # numbers of sent rows of which only altered ones came back
    two_answers: Mapping[int, tuple[int, ...]]  # answered rows with several different answers: their places
    displaced: tuple[tuple[int, int], ...]  # (place of the fact, rows) of columns that are out of step with the codes

    @property
    def unknown(self) -> tuple[Standing, ...]:
        """Rows that are nobody's of this batch."""
        return tuple(row for row in self.rows if row.verdict in UNKNOWN)


def sort_out(rows: Sequence[ReturnedRow], sent: Sequence[SentRow], batch: str, key: bytes) -> Returned:
    """Tells every row that came back.

    Args:
        rows: as they were read.
        sent: all rows of the batch.
        batch: “TE-02”.
        key: of the home.
    """
    by_number = {row.number: row for row in sent}
    by_facts = {_key(row.facts): row.number for row in reversed(sent)}
    told = [_told(place, row, by_number, by_facts, (batch, key)) for place, row in enumerate(rows)]
    genuine: dict[int, list[int]] = defaultdict(list)
    for one in told:
        if one.verdict is Verdict.GENUINE and one.number is not None:
            genuine[one.number].append(one.place)
    speaking = {number: _speaking(places, rows) for number, places in genuine.items()}
    answered = {number: places[0] for number, places in speaking.items() if rows[places[0]].answers}
    touched = {one.number for one in told if one.verdict in ALTERED and one.number is not None}
    altered = tuple(sorted(touched - genuine.keys()))
    unanswered = tuple(number for number in by_number if number not in answered and number not in altered)
    return Returned(
        rows=tuple(_copies_told(told, speaking)),
        answered=answered,
        unanswered=unanswered,
        missing=tuple(number for number in unanswered if number not in genuine),
        altered=altered,
        two_answers={number: tuple(speaking[number]) for number in answered if len(speaking[number]) > 1},
        displaced=_displaced(told, rows, by_number),
    )


def claimed_batches(rows: Sequence[ReturnedRow]) -> Sequence[str]:
    """The batches that the codes name, most often named first; nothing is verified."""
    codes = [code for row in rows if (code := parse(row.code))]
    return [batch for batch, _ in Counter(code.batch for code in codes).most_common()]


def refusal(returned: Returned, form: Form, batch: str, file: str) -> Refused | None:
    """Why nothing of the file can be taken in, if so: another batch, another home, columns out of step.

    Args:
        returned: what the rows are.
        form: that was sent.
        batch: that is waited for.
        file: bare name.
    """
    verdicts = Counter(row.verdict for row in returned.rows)
    if not verdicts[Verdict.GENUINE] and not any(verdicts[verdict] for verdict in ALTERED):
        others = Counter(row.batch for row in returned.rows if row.verdict is Verdict.OTHER_BATCH)
        if others:
            return refused("police_wrong_batch", file=file, batch=others.most_common(1)[0][0], batch_2=batch)
        return refused("form_other_home", file=file)
    if returned.displaced:
        headings = ", ".join(f"“{form.facts[fact].heading}”" for fact, _ in returned.displaced)
        count = max(rows for _, rows in returned.displaced)
        return refused("form_displaced", file=file, column=headings, count=count)
    return None


def _told(
    place: int,
    row: ReturnedRow,
    sent: Mapping[int, SentRow],
    by_facts: Mapping[tuple[str, ...], int],
    home: tuple[str, bytes],
) -> Standing:
    batch, key = home
    like = by_facts.get(_key(row.facts))
    code = parse(row.code)
    if code is None:
        return Standing(place=place, verdict=Verdict.NO_CODE, like=like)
    if code.batch != batch:
        genuine = verify(key, code, [fact or "" for fact in row.facts])
        verdict = Verdict.OTHER_BATCH if genuine else Verdict.INVENTED
        return Standing(place=place, verdict=verdict, batch=code.batch, like=like)
    meant = sent.get(code.row)
    if meant is None or not _is_its_code(code, meant):
        return Standing(place=place, verdict=Verdict.INVENTED, batch=batch, like=like)
    same = same_facts(meant.facts, row.facts)
    if all(same):
        return Standing(place=place, verdict=Verdict.GENUINE, number=code.row, batch=batch)
    return Standing(
        place=place,
        verdict=_how_altered(row, meant, like),
        number=code.row,
        differs=tuple(fact for fact, is_same in enumerate(same) if not is_same),
        like=like,
        batch=batch,
    )


def _is_its_code(code: RowCode, sent: SentRow) -> bool:
    made = parse(sent.code)
    return made is not None and made.seal == code.seal


def _key(facts: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(comparable(fact or "") for fact in facts)


def _how_altered(row: ReturnedRow, sent: SentRow, like: int | None) -> Verdict:
    if like is not None:
        return Verdict.MOVED
    return Verdict.SHIFTED if _is_shifted(_key(sent.facts), _key(row.facts)) else Verdict.ALTERED


def _is_shifted(sent: Sequence[str], back: Sequence[str]) -> bool:
    """Whether from some column on the facts stand one column to the right or to the left."""
    size = len(sent)
    for start in range(size - 1):
        right = sent[start : size - 1] == back[start + 1 :] and sent[:start] == back[:start]
        left = sent[start + 1 :] == back[start : size - 1] and sent[:start] == back[:start]
        moved = [fact for fact in (sent[start : size - 1] if right else sent[start + 1 :]) if fact]
        if (right or left) and len(moved) >= 2:
            return True
    return False


def _speaking(places: Sequence[int], rows: Sequence[ReturnedRow]) -> list[int]:
    """Of several rows with one code those that say something of their own: the first of each different answer."""
    said: list[int] = []
    for place in places:
        answers = rows[place].answers
        if answers and all(rows[other].answers != answers for other in said):
            said.append(place)
    return said or [places[0]]


def _copies_told(told: Sequence[Standing], speaking: Mapping[int, Sequence[int]]) -> list[Standing]:
    """The rows with those marked that only repeat another one of the same code."""
    found = []
    for one in told:
        repeats = one.number is not None and one.number in speaking and one.place not in speaking[one.number]
        if repeats and one.verdict is Verdict.GENUINE:
            found.append(Standing(place=one.place, verdict=Verdict.COPY, number=one.number, batch=one.batch))
        else:
            found.append(one)
    return found


def _displaced(
    told: Sequence[Standing], rows: Sequence[ReturnedRow], sent: Mapping[int, SentRow]
) -> tuple[tuple[int, int], ...]:
    """The columns whose values were all sent, and stand beside other codes now."""
    ours = [(sent[one.number], rows[one.place]) for one in told if one.number is not None]
    found = []
    for fact in range(len(rows[0].facts) if rows else 0):
        pairs = [(comparable(s.facts[fact]), comparable(r.facts[fact] or "")) for s, r in ours]
        out = [(before, after) for before, after in pairs if before != after]
        if len(out) >= _FEWEST_DISPLACED and Counter(b for b, _ in out) == Counter(a for _, a in out):
            found.append((fact, len(out)))
    return tuple(found)
