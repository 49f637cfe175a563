"""What was sent, what stands now and what is answered, field by field."""

from collections.abc import Mapping, Sequence

import polars as pl

from sosach.campaign.outcome import IDENTITY, Case, Compared, Facts
from sosach.forms.given import Given
from sosach.forms.police import PoliceAnswer
from sosach.text.folding import letters_key

SameNames = Mapping[tuple[str | None, str | None], bool]


def changed_meanwhile(case: Case, same_names: SameNames) -> bool:
    """Whether something was changed here while the list was out, and not to what the police answer.

    An empty answer column means that the police saw nothing else than what was sent.
    """
    current = current_facts(case)
    for field in IDENTITY:
        base, ours = getattr(case.sent, field), getattr(current, field)
        theirs = given_in(case.answer, field).value or base
        if not _same(field, ours, base, same_names) and not _same(field, ours, theirs, same_names):
            return True
    answered = case.answer.personal_id.value or case.sent.personal_id
    return _number_of(current) != _number_of(case.sent) and current.personal_id != answered


def facts_changed(case: Case, same_names: SameNames) -> bool:
    """Whether the police write another name, date of birth or sex than stands."""
    current = current_facts(case)
    for field in IDENTITY:
        given = given_in(case.answer, field)
        if given.filled and not _same(field, given.value, getattr(current, field), same_names):
            return True
    return False


def compared(case: Case) -> tuple[Compared, ...]:
    """The fields that an official has to look at: answered, or changed since the list was sent."""
    current = case.current
    found = list(number_compared(case))
    for field in IDENTITY:
        sent, given = getattr(case.sent, field), given_in(case.answer, field)
        now = getattr(current, field) if current else None
        answered = given.value or given.shown or None
        if answered is not None or now != sent:
            found.append(Compared(field, sent, now, answered))
    return tuple(found)


def number_compared(case: Case) -> tuple[Compared, ...]:
    """The number three ways; nothing where it neither was answered nor changed."""
    given = case.answer.personal_id
    now = _number_of(case.current) if case.current else None
    answered = given.value or given.shown or None
    if answered is None and now == _number_of(case.sent):
        return ()
    return (Compared("personal_id", _number_of(case.sent), now, answered),)


def current_facts(case: Case) -> Facts:
    """What stands now; of a person who is gone, what was sent."""
    return case.current or case.sent


def given_in(answer: PoliceAnswer, field: str) -> Given:
    """What the answer says of one field of identity."""
    return {"full_name": answer.full_name, "birth_date": answer.birth_date, "sex": answer.sex}[field]


def same_names(cases: Sequence[Case]) -> list[SameNames]:
    """For every case which of its names are one but for the place of the tone, capitals and spaces."""
    names = [(case.sent.full_name, current_facts(case).full_name, case.answer.full_name.value) for case in cases]
    distinct = pl.Series("name", sorted({name for three in names for name in three if name}), dtype=pl.String)
    keys = dict(zip(distinct, distinct.to_frame().select(letters_key(pl.col("name"))).to_series(), strict=True))
    return [{(a, b): keys[a] == keys[b] for a in three for b in three if a and b} for three in names]


def _same(field: str, one: str | None, other: str | None, names: SameNames) -> bool:
    return one == other or (field == "full_name" and names.get((one, other), False))


def _number_of(facts: Facts) -> str | None:
    return facts.personal_id or facts.personal_id_shown or None
