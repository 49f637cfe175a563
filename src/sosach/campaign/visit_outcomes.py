"""What an answer given at a household does to a record: a pure function of what was asked, what stands, what was said.

What a household says stands below every other source. It fills what is empty, replaces what a rule calls impossible,
and confirms what it agrees with; where a name, a date of birth, a sex or a number that may well be right would be
replaced, an official decides. Who has died is told by civil registration, so a death is a task and no change.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from sosach.campaign.numbers import Judged, NumberState
from sosach.campaign.outcome import Whom
from sosach.campaign.visit_answers import VisitAnswer
from sosach.forms.visits import Asks, Choice
from sosach.people import status
from sosach.people.answers import Meanings, meant
from sosach.text.folding import letters_key

IDENTITY = frozenset({"full_name", "birth_date", "sex", "personal_id"})

MOVED, DECEASED, NOT_FOUND = "moved", "deceased", "not_found"


class VisitEffect(StrEnum):
    """What an answered question comes to; each comes to one of these."""

    APPLIED = "applied"  # set, or confirmed
    CONFLICT = "conflict"  # waits for an official
    NEXT_STEP = "next_step"
    NOTED = "noted"  # kept; the question stays open
    REPEATED = "repeated"  # this very answer was taken in before


class VisitWhy(StrEnum):
    """Why an answer waits, or changes nothing."""

    TWO_ANSWERS = "two_answers"
    PERSON_GONE = "person_gone"
    UNREADABLE = "unreadable"
    CHANGED_MEANWHILE = "changed_meanwhile"
    STANDS = "stands"  # another value stands that may well be right
    STRONGER_SOURCE = "stronger_source"
    NUMBER_IMPOSSIBLE = "number_impossible"
    NUMBER_DISAGREES = "number_disagrees"
    NUMBER_OF_OTHER = "number_of_other"
    NUMBER_TWICE = "number_twice"
    NOT_KNOWN = "not_known"
    NO_NUMBER = "no_number"  # the number is said to be wrong, and none is given
    STILL_WRONG = "still_wrong"  # confirmed, yet a rule calls it impossible
    REMARK = "remark"  # a remark, and no answer


WHY_WORDS = {
    VisitWhy.TWO_ANSWERS: "hai dòng trả lời khác nhau",
    VisitWhy.PERSON_GONE: "hồ sơ đã gộp hoặc không còn trong sổ",
    VisitWhy.UNREADABLE: "không đọc được câu trả lời",
    VisitWhy.CHANGED_MEANWHILE: "giá trị đã đổi ở xã trong lúc phiếu ở thôn",
    VisitWhy.STANDS: "sổ đang ghi giá trị khác, cần người có thẩm quyền quyết định",
    VisitWhy.STRONGER_SOURCE: "giá trị đang có lấy từ nguồn đáng tin hơn",
    VisitWhy.NUMBER_IMPOSSIBLE: "số được ghi không thể là số định danh",
    VisitWhy.NUMBER_DISAGREES: "số được ghi không khớp giới tính, năm sinh",
    VisitWhy.NUMBER_OF_OTHER: "số được ghi đang là của người khác",
    VisitWhy.NUMBER_TWICE: "một số được ghi cho hai người",
    VisitWhy.NOT_KNOWN: "gia đình không rõ",
    VisitWhy.NO_NUMBER: "gia đình nói số sai nhưng không có số đúng",
    VisitWhy.STILL_WRONG: "gia đình nói đúng nhưng quy tắc còn báo lỗi",
    VisitWhy.REMARK: "chỉ có ghi chú",
}

STEP_WORDS = {
    DECEASED: "gia đình, thôn cho biết đã mất: đối chiếu sổ khai tử",
    NOT_FOUND: "thôn không thấy người này: xem lại hồ sơ",
    "unregistered": "gia đình cho biết chưa đăng ký khai sinh",
    "no_card": "gia đình cho biết chưa có thẻ căn cước",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCase:
    """An answered question beside what is known."""

    answer: VisitAnswer
    asked_of: str | None  # the value that stood when the list was sent
    current: str | None  # that stands now
    gone: bool = False  # the person has left the register
    faulty: bool = False  # a rule calls the value that stands impossible
    number: Judged | None = None  # of a person's own number that is given: beside sex and date of birth
    number_taken: bool = False  # somebody else has the number that is given
    stands_above: bool = False  # the value that stands was set from a source above households
    repeated: bool = False  # this very answer was taken in before
    set_before: str | None = None  # what an earlier answer to the same question has set


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitOutcome:
    """What becomes of an answer."""

    effect: VisitEffect
    why: VisitWhy | None = None
    whom: Whom | None = None  # who takes the next step
    step: str = ""  # a key of `STEP_WORDS`
    sets: str | None = None  # the value to be set in the field that was asked about
    confirms: bool = False
    moved: bool = False  # the person has moved away


def visit_outcomes(cases: Sequence[VisitCase]) -> list[VisitOutcome]:
    """What becomes of every answered question of a file, in order; they are looked at together."""
    found = [_outcome(*one) for one in zip(cases, told_of(cases), _same_values(cases), strict=True)]
    own = [
        one.sets if case.answer.question.field == "personal_id" else None
        for case, one in zip(cases, found, strict=True)
    ]
    given = Counter(number for number in own if number is not None)
    return [
        _conflict(VisitWhy.NUMBER_TWICE) if number is not None and given[number] > 1 else one
        for number, one in zip(own, found, strict=True)
    ]


def told_of(cases: Sequence[VisitCase]) -> list[str | None]:
    """What each answer tells beside a value: moved away, dead, unknown to the hamlet; or that nobody knows."""
    texts = [_remarks(case.answer) for case in cases]
    frame = pl.DataFrame({"text": texts}, schema={"text": pl.String})
    ended = frame.select(status.told_by(pl.col("text")).alias("told")).to_series()
    nobody = frame.select(meant(pl.col("text").str.to_lowercase(), _SAID)).to_series()
    return [
        MOVED if case.answer.choice is Choice.MOVED else one or other
        for case, one, other in zip(cases, ended, nobody, strict=True)
    ]


_NOT_KNOWN = "not_known"
_NOBODY = (
    r"không (?:có|tìm thấy|thấy|tìm được) (?:người|trẻ|cháu|ai|hộ)\b|không (?:ai|người nào) biết|không có (?:tên )?"
    r"(?:ở|trong|tại) (?:thôn|xóm|làng|tổ|khu|bản)|^không tìm thấy|không phải (?:người )?(?:của )?thôn"
)
_NOTHING = r"^(?:chưa|không|ko|k)(?: (?:có|rõ|biết|nhớ|làm|cấp|được cấp))?(?: số| giấy| thẻ| gì)?[ .]*$|^[-–—]+$"
_SAID: Meanings = ((NOT_FOUND, _NOBODY), (_NOT_KNOWN, _NOTHING))


def _remarks(answer: VisitAnswer) -> str:
    """What was written in free words; a value that was understood is none."""
    words = [] if answer.understood else [answer.value.shown]
    return " ".join(filter(None, (*words, answer.note)))


def _outcome(case: VisitCase, told: str | None, same: bool) -> VisitOutcome:
    if case.gone:
        return _conflict(VisitWhy.PERSON_GONE)
    if case.repeated:
        return VisitOutcome(effect=VisitEffect.REPEATED)
    if told is not None:
        return _ENDED[told]
    value = case.answer.value
    if value.value is not None:
        return _given(case, value.value, same)
    if case.answer.choice is not None:
        return _chosen(case, case.answer.choice)
    return _conflict(VisitWhy.UNREADABLE) if value.filled else _noted(VisitWhy.REMARK)


def _chosen(case: VisitCase, choice: Choice) -> VisitOutcome:
    asks = case.answer.question.asks
    if choice is Choice.UNKNOWN:
        return _noted(VisitWhy.NOT_KNOWN)
    if asks is Asks.REGISTERED:
        no = _step(Whom.CIVIL_REGISTRATION, "unregistered")
        return VisitOutcome(effect=VisitEffect.NOTED) if choice is Choice.YES else no
    if asks is Asks.HAS_CARD:
        no = _step(Whom.POLICE, "no_card")
        return VisitOutcome(effect=VisitEffect.NOTED) if choice is Choice.YES else no
    if choice is not Choice.YES:
        return _noted(VisitWhy.NO_NUMBER if asks is Asks.CONFIRM_NUMBER else VisitWhy.NOT_KNOWN)
    if case.current != case.asked_of:
        return _conflict(VisitWhy.CHANGED_MEANWHILE)
    return _noted(VisitWhy.STILL_WRONG) if case.faulty else VisitOutcome(effect=VisitEffect.APPLIED, confirms=True)


def _given(case: VisitCase, value: str, same: bool) -> VisitOutcome:
    """A value was given: it is set, confirms what stands, or waits."""
    if same:
        return _noted(VisitWhy.STILL_WRONG) if case.faulty else VisitOutcome(effect=VisitEffect.APPLIED, confirms=True)
    why = _waits(case)
    return _conflict(why) if why else VisitOutcome(effect=VisitEffect.APPLIED, sets=value)


def _waits(case: VisitCase) -> VisitWhy | None:
    """Why a value that differs from what stands is not simply set."""
    if case.current not in (case.asked_of, case.set_before):
        return VisitWhy.CHANGED_MEANWHILE
    if case.number is not None and (why := _number_waits(case, case.number)):
        return why
    if case.stands_above:
        return VisitWhy.STRONGER_SOURCE
    ours = case.current is not None and case.current == case.set_before
    if case.answer.question.field in IDENTITY and case.current is not None and not case.faulty and not ours:
        return VisitWhy.STANDS
    return None


def _number_waits(case: VisitCase, number: Judged) -> VisitWhy | None:
    if number.state in (NumberState.IMPOSSIBLE, NumberState.EMPTY):
        return VisitWhy.NUMBER_IMPOSSIBLE
    if case.number_taken:
        return VisitWhy.NUMBER_OF_OTHER
    return VisitWhy.NUMBER_DISAGREES if number.state is NumberState.CONTRADICTED else None


def _same_values(cases: Sequence[VisitCase]) -> list[bool]:
    """For every case whether the value that is given is the one that stands; of names spelling makes no difference."""
    pairs = [(case.answer.value.value, case.current) for case in cases]
    frame = pl.DataFrame(pairs, schema={"given": pl.String, "stands": pl.String}, orient="row")
    keys = frame.select(letters_key(pl.col("given", "stands")))
    alike = keys.select(pl.col("given") == pl.col("stands")).to_series().fill_null(value=False)
    return [
        given is not None and (given == stands or (case.answer.question.field.endswith("name") and letters))
        for case, (given, stands), letters in zip(cases, pairs, alike, strict=True)
    ]


def _conflict(why: VisitWhy) -> VisitOutcome:
    return VisitOutcome(effect=VisitEffect.CONFLICT, why=why)


def _noted(why: VisitWhy) -> VisitOutcome:
    return VisitOutcome(effect=VisitEffect.NOTED, why=why)


def _step(whom: Whom, step: str) -> VisitOutcome:
    return VisitOutcome(effect=VisitEffect.NEXT_STEP, whom=whom, step=step)


_ENDED = {
    DECEASED: _step(Whom.CIVIL_REGISTRATION, DECEASED),
    NOT_FOUND: _step(Whom.OFFICE, NOT_FOUND),
    _NOT_KNOWN: _noted(VisitWhy.NOT_KNOWN),
    MOVED: VisitOutcome(effect=VisitEffect.APPLIED, moved=True),
}
