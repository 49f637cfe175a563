"""Finding a person by name, with or without marks, by number or record code, by a parent; within what one may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl
from django.db.models import Q

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
        return _hits(
            seen.filter(Q(personal_id__startswith=digits) | Q(record_code=typed.strip())).order_by("id")[:MOST]
        )
    by_code = _hits(seen.filter(record_code__iexact=typed.strip()).order_by("id")[:MOST]) if len(words) == 1 else ()
    own = by_code or _hits(seen.filter(_all(words, "name_key")).order_by("name_key", "id")[:MOST])
    if len(own) == MOST or max(map(len, words)) < 2:
        return own
    theirs = seen.filter(_all(words, "kin_key")).exclude(id__in=[one.person.id for one in own])
    return (*own, *_hits(theirs.order_by("name_key", "id")[: MOST - len(own)], by_kin=True))


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
