"""One fact of a register: its name in code, its label for people, the headings it is known by, how it is read."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the cells of a field are read; every kind has one reader."""

    NAME = "name"  # a person's name
    DATE = "date"  # a date as precise as its source: YYYY-MM-DD, YYYY-MM or YYYY
    YEAR = "year"  # a year of birth
    SEX = "sex"
    ETHNICITY = "ethnicity"
    NATIONALITY = "nationality"
    PERSONAL_ID = "personal_id"  # the 12-digit number
    OLD_ID = "old_id"  # the CMND of nine digits
    BIRTH_CERT = "birth_cert"
    INSURANCE = "insurance"
    PHONE = "phone"
    HAMLET = "hamlet"
    ADDRESS = "address"
    STATUS = "status"
    BENEFIT_STATUS = "benefit_status"
    POVERTY = "poverty"
    CATEGORY = "category"  # of social assistance
    CIRCUMSTANCE = "circumstance"  # special circumstance of a child
    CODE = "code"  # a key that is compared as it stands
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One fact of a register."""

    name: str
    label: str  # as printed for people
    kind: Kind
    headings: tuple[str, ...] = ()  # what offices write above the column, with marks; compared without them


def relative_of(field: str) -> str | None:
    """The person a field is about when it is not the registered person: `mother`, `father`, `guardian`, `carer`."""
    who = field.split("_", 1)[0]
    return who if who in RELATIVES else None


RELATIVES = ("father", "mother", "guardian", "carer")

RELATIVE_LABELS = {"father": "cha", "mother": "mẹ", "guardian": "người giám hộ", "carer": "người chăm sóc"}
