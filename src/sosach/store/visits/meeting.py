"""Children met who are on no list, beside the register and the births book: who is new, who is known, who may be.

One doubt makes a question: whoever may be somebody of the register, or may be the child of another line, waits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.forms.visits import FoundChild
from sosach.linkage.duplicates import duplicates
from sosach.linkage.facts import facts_of
from sosach.linkage.links import linked
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.store.accounts.selectors import commune
from sosach.store.civil.beside import pairs
from sosach.store.log.chain import canonical
from sosach.store.registers.cleaned import clean
from sosach.store.registers.frames import base_frame
from sosach.store.registers.laying import fingerprint
from sosach.store.registers.matching import KNOWN, NEW, WAITING, matched
from sosach.store.registers.selectors import frame, imports
from sosach.store.visits.models import Met

CHILDREN, BIRTHS = "children", "births"
REPEATED = "repeated"

# Why a child waits, besides what `registers.matching` knows.
TWICE, NO_REGISTER, NAMELESS, BIRTH_KNOWN = "twice", "no_register", "nameless", "birth_known"

_GIVEN = (
    *("full_name", "birth_date", "sex", "ethnicity", "personal_id"),
    *("father_name", "mother_name", "household_head"),
)
FIELDS = (*_GIVEN, "hamlet", "address", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class MetChild:
    """A child met, and who it is."""

    found: FoundChild
    index: int  # among the children of the file
    raw: str  # JSON: what was written, by field
    ending: str  # `new`, `known`, `waiting`, `repeated`
    why: str = ""
    person: int | None = None  # whose row it is; of one that waits, whose it may be
    birth: int | None = None  # its entry in the births book
    birth_sure: bool = False


@dataclass(frozen=True, slots=True)
class _Verdict:
    ending: str
    person: int | None
    why: str


def met_children(found: Sequence[FoundChild], hamlet: str, on: date) -> list[MetChild]:
    """Tells every child of a file, in order."""
    if not found:
        return []
    raws = [canonical(written(child, hamlet)) for child in found]
    before = _before(raws)
    register = registers()[CHILDREN]
    typed = _typed(found, raws, register, on)
    verdicts = _verdicts(typed, register, on)
    births = _births(typed, on)
    verdicts = _beside_the_book(verdicts, births)
    return [
        _told(
            MetChild(found=child, index=at, raw=raw, ending=NEW),
            before.get(raw),
            verdicts[at],
            births.get(at),
            is_copy=raw in raws[:at],
        )
        for at, (child, raw) in enumerate(zip(found, raws, strict=True))
    ]


def written(child: FoundChild, hamlet: str) -> dict[str, str]:
    """What was written down of a child, by field, with the hamlet whose list it came on."""
    told = {name: getattr(child, name).shown for name in _GIVEN}
    told |= {"hamlet": hamlet, "address": child.address, "note": child.note}
    return {name: text for name, text in told.items() if text}


def _told(
    child: MetChild, before: Met | None, verdict: _Verdict, birth: tuple[int, bool] | None, *, is_copy: bool
) -> MetChild:
    entry, sure = birth or (None, False)
    ending, person, why = verdict.ending, verdict.person, verdict.why
    if before is not None:
        ending, person, why = REPEATED, before.person_id, ""
    elif is_copy:
        ending, person, why = REPEATED, None, ""
    return MetChild(
        found=child.found,
        index=child.index,
        raw=child.raw,
        ending=ending,
        why=why,
        person=person,
        birth=entry,
        birth_sure=sure,
    )


def _before(raws: Sequence[str]) -> Mapping[str, Met]:
    """Children who were told in the same words before."""
    prints = {fingerprint(raw): raw for raw in raws}
    told = Met.objects.filter(fingerprint__in=prints, received__undone_by=None).order_by("-id")
    return {prints[one.fingerprint]: one for one in told}


def _typed(found: Sequence[FoundChild], raws: Sequence[str], register: Register, on: date) -> pl.DataFrame:
    rows = ((at, child.sheet, child.row, raw, "{}") for at, (child, raw) in enumerate(zip(found, raws, strict=True)))
    return clean(base_frame(rows, register, FIELDS), register, on, commune(on))


def _verdicts(typed: pl.DataFrame, register: Register, on: date) -> list[_Verdict]:
    if not imports(CHILDREN):
        return [_Verdict(WAITING, None, NO_REGISTER)] * typed.height
    known = clean(frame(register), register, on, commune(on))
    told = matched(typed, known).sort("index")
    verdicts = [
        _Verdict(ending if ending in (NEW, KNOWN, WAITING) else WAITING, person, why or "")
        for ending, person, why in told.select("ending", "person", "why").iter_rows()
    ]
    names = typed.sort("index")["full_name"].to_list()
    verdicts = [
        _Verdict(WAITING, None, NAMELESS) if name is None and one.ending == NEW else one
        for name, one in zip(names, verdicts, strict=True)
    ]
    return _without_doubles(typed, verdicts)


def _without_doubles(typed: pl.DataFrame, verdicts: list[_Verdict]) -> list[_Verdict]:
    """Of two lines that are, or may be, one child the second waits; twins do not."""
    if typed.height < 2:
        return verdicts
    found = duplicates(facts_of(typed)).pairs.filter(pl.col("verdict") != "twins")
    second = {typed["index"][place] for place in found["b"]}
    return [
        _Verdict(WAITING, None, TWICE) if at in second and one.ending == NEW else one for at, one in enumerate(verdicts)
    ]


def _beside_the_book(verdicts: list[_Verdict], births: Mapping[int, tuple[int, bool]]) -> list[_Verdict]:
    """Whose entry belongs to somebody of the register already may be that child under another name."""
    children = {birth: child for child, birth in pairs(sure=True)} if births else {}
    owners = {at: children.get(birth) for at, (birth, sure) in births.items() if sure}
    return [
        _Verdict(WAITING, owners[at], BIRTH_KNOWN) if one.ending == NEW and owners.get(at) is not None else one
        for at, one in enumerate(verdicts)
    ]


def _births(typed: pl.DataFrame, on: date) -> dict[int, tuple[int, bool]]:
    """The entries of the births book, by number of the child, and whether they are sure."""
    if not imports(BIRTHS):
        return {}
    register = registers()[BIRTHS]
    book = clean(frame(register), register, on, commune(on))
    if book.is_empty():
        return {}
    found = linked(facts_of(typed), facts_of(book)).pairs.select("left", "right", "verdict")
    return {
        typed["index"][left]: (book["index"][right], verdict == "same") for left, right, verdict in found.iter_rows()
    }
