"""Answers of the police and facts of persons between Python and the database's JSON."""

import json
from dataclasses import asdict
from typing import Any

from sosach.campaign.outcome import Compared, Facts
from sosach.forms.given import Given
from sosach.forms.police import PoliceAnswer, Result
from sosach.store.log.chain import canonical

_GIVEN = ("personal_id", "full_name", "birth_date", "sex")


def as_written(value: object) -> str:
    """A value as JSON, in the order in which it stands: figures are read by people, too."""
    return json.dumps(value, ensure_ascii=False)


def answer_text(answer: PoliceAnswer) -> str:
    """An answer as JSON."""
    return canonical(asdict(answer))


def answer_of(text: str) -> PoliceAnswer:
    """The answer that stands in JSON; equal to the one that was written."""
    told: dict[str, Any] = json.loads(text)
    given = {name: Given(**told[name]) for name in _GIVEN}
    result = Result(told["result"]) if told["result"] else None
    return PoliceAnswer(**{**told, **given, "result": result})


def facts_text(facts: Facts) -> str:
    """Facts as JSON."""
    return canonical(asdict(facts))


def facts_of(text: str) -> Facts:
    """The facts that stand in JSON."""
    return Facts(**json.loads(text))


def compared_text(compared: tuple[Compared, ...]) -> str:
    """What an official has to look at, as JSON."""
    return canonical([asdict(one) for one in compared])


def compared_of(text: str) -> tuple[Compared, ...]:
    """What an official has to look at."""
    return tuple(Compared(**one) for one in json.loads(text))
