"""Finding a person by name, with or without marks, by number or record code, by a parent; within what one may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce

from sosach.registers.catalogue import registers
from sosach.store.desk.visible import visible
from sosach.store.log.act import Actor
from sosach.store.registers.models import Person
from sosach.text.folding import search_key

MOST = 20  # shown
_LONGEST = 100  # letters that are looked at
_DIGITS = 4  # a shorter run of digits is no number to look for


@dataclass(frozen=True, slots=True)
class Hit:
    """A person that was found."""

    person: Person
    by_kin: bool  # it is a parent or guardian who bears the name


def search(typed: str, actor: Actor) -> Sequence[Hit]:
    """The persons that what was typed may mean, those whose own name it is first."""
    words = _folded(typed).split()
    if not words:
        return ()
    seen = visible(actor).filter(left="")
    digits = "".join(words)
    if digits.isdigit() and len(digits) >= _DIGITS:
        # A range, and every register named: so numbers are found by an index, which “begins with” is not everywhere.
        named = seen.filter(register__in=registers(), personal_id__gte=digits, personal_id__lt=f"{digits}:")
        return _hits([*_coded(seen, typed), *named.order_by("personal_id")[:MOST]][:MOST])
    by_code = _hits(_coded(seen, typed)) if len(words) == 1 else ()
    own = by_code or _hits(seen.filter(_all(words, "name_key")).order_by("name_key", "id")[:MOST])
    if len(own) == MOST or max(map(len, words)) < 2:
        return own
    theirs = seen.filter(_all(words, "kin_key")).exclude(id__in=[one.person.id for one in own])
    by_name = Coalesce("name_key", Value(""))  # not the index of names: few of them are of such parents
    return (*own, *_hits(theirs.order_by(by_name, "id")[: MOST - len(own)], by_kin=True))


def _coded(seen: QuerySet[Person], typed: str) -> list[Person]:
    """The persons of a record code, however its letters were typed."""
    codes = {typed.strip(), typed.strip().upper(), typed.strip().lower()}
    # The code alone leads to them; asked for who is seen at once, SQLite would walk through everybody.
    bearers = list(Person.objects.filter(register__in=registers(), record_code__in=codes).values_list("id", flat=True))
    return list(seen.filter(id__in=bearers).order_by("id")[:MOST]) if bearers else []


def _all(words: Sequence[str], column: str) -> Q:
    """Every word stands there."""
    told = Q()
    for word in words:
        told &= Q(**{f"{column}__contains": word})
    return told


def _hits(found: Iterable[Person], *, by_kin: bool = False) -> tuple[Hit, ...]:
    return tuple(Hit(one, by_kin) for one in found)


def _folded(typed: str) -> str:
    return str(pl.DataFrame({"typed": [typed[:_LONGEST]]}).select(search_key(pl.col("typed"))).item())
