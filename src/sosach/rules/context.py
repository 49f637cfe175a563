"""What a rule may know beyond the row: the reference day, the register, and the commune when it is known."""

from dataclasses import dataclass
from datetime import date

from sosach.registers.register import Register


@dataclass(frozen=True, slots=True)
class Commune:
    """The commune whose registers are checked."""

    code: str  # five digits of today's list
    name: str
    province: str
    hamlets: tuple[str, ...] = ()  # empty: the list is not known, rules about hamlets stay silent


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances of a check."""

    on: date  # reference day for ages and deadlines
    register: Register
    commune: Commune | None = None  # None: rules about other communes stay silent
