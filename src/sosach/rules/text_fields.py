"""The fields that hold words, which an old encoding or an invisible character can spoil."""

from sosach.registers.catalogue import registers
from sosach.registers.field import Kind

_WORDS = frozenset(
    {
        Kind.NAME,
        Kind.SEX,
        Kind.ETHNICITY,
        Kind.NATIONALITY,
        Kind.HAMLET,
        Kind.ADDRESS,
        Kind.STATUS,
        Kind.BENEFIT_STATUS,
        Kind.POVERTY,
        Kind.CATEGORY,
        Kind.CIRCUMSTANCE,
        Kind.TEXT,
    }
)


def fields_of_words() -> tuple[str, ...]:
    """The names of all fields of words, of whatever register."""
    found = (field.name for register in registers().values() for field in register.fields if field.kind in _WORDS)
    return tuple(dict.fromkeys(found))
