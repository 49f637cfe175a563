"""What an answered row of the police's list is compared with, and what it may come to."""

from dataclasses import dataclass
from enum import StrEnum

from sosach.forms.police import PoliceAnswer
from sosach.forms.police_reason import Reason


class Effect(StrEnum):
    """What an answered row comes to; each row comes to one of these."""

    APPLIED = "applied"
    CONFLICT = "conflict"  # waits for a decision, or cannot be
    NEXT_STEP = "next_step"
    REPEATED = "repeated"  # this very answer was taken in before


class Why(StrEnum):
    """Why an answer waits."""

    TWO_ANSWERS = "two_answers"  # two rows of the file answer differently for one person
    TWO_RETURNS = "two_returns"  # another answer for this row was taken in before
    PERSON_GONE = "person_gone"  # merged, or no longer in the register
    NO_RESULT = "no_result"
    UNREADABLE = "unreadable"
    CONTRADICTS_ITSELF = "contradicts_itself"  # nobody found, yet a number is given
    MATCH_DIFFERS = "match_differs"  # matches, yet something else is written beside it
    NO_NUMBER = "no_number"  # matches, yet no number stands
    NUMBER_MISSING = "number_missing"  # a number is said to be given, and is not
    NOTHING_GIVEN = "nothing_given"
    CHANGED_MEANWHILE = "changed_meanwhile"  # here, while the list was out
    FACT_CHANGED = "fact_changed"  # name, date of birth or sex: waits for an official
    NUMBER_IMPOSSIBLE = "number_impossible"
    NUMBER_DISAGREES = "number_disagrees"  # with sex or year of birth, or these are not known
    NUMBER_OF_OTHER = "number_of_other"
    NUMBER_TWICE = "number_twice"  # given to two persons of this file
    STRONGER_SOURCE = "stronger_source"  # the number that stands was set from a source above the police
    SECOND_OFFICIAL = "second_official"  # a number of right structure would be replaced


class Whom(StrEnum):
    """Who takes the next step, as the plan names organisations."""

    CIVIL_REGISTRATION = "civil_registration_officer"
    OFFICE = "culture_society_office"
    COLLABORATOR = "collaborator"
    POLICE = "commune_police"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A person's facts as cleaned values, when the list was sent or now."""

    full_name: str | None
    birth_date: str | None  # as precise as it is known
    sex: str | None
    personal_id: str | None  # twelve digits
    personal_id_shown: str | None = None  # what stands in the cell where that is no twelve digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One answered row."""

    sent: Facts
    current: Facts | None  # None: the person is no longer there
    answer: PoliceAnswer
    previous: PoliceAnswer | None = None  # an answer for this row that was taken in before
    number_taken: bool = False  # another person has the number that is given or, where none is given, that stands
    stands_above: bool = False  # the number that stands was set from a source that prevails over the police
    two_answers: bool = False  # another row of the file answers differently


@dataclass(frozen=True, slots=True)
class Compared:
    """One field three ways."""

    field: str
    sent: str | None
    current: str | None
    answered: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What becomes of one answered row."""

    effect: Effect
    why: Why | None = None  # of a conflict
    whom: Whom | None = None  # of a next step
    reason: Reason | None = None  # of a next step, as far as the remark tells
    number: str | None = None  # to be set
    confirms: tuple[str, ...] = ()  # fields whose value stands and is confirmed
    compared: tuple[Compared, ...] = ()  # what an official has to look at


IDENTITY = ("full_name", "birth_date", "sex")
