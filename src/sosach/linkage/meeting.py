"""What two lists of persons are to each other, which decides what is compared and what is said of it."""

from enum import StrEnum

import polars as pl

from sosach.registers.register import Register
from sosach.text.folding import search_key


class Meeting(StrEnum):
    """How two lists stand to each other."""

    CIVIL = "civil"  # a register and the births book, either first
    EXPORTS = "exports"  # one register at two times, the older one on the left
    REGISTERS = "registers"  # children and beneficiaries
    COMMUNES = "communes"  # one register of two communes


_KIND_OF_COMMUNE = r"(?i)^(?:xã|phường|thị trấn|đặc khu)\s+"
_MOST_OF_A_LIST = 0.5  # of the rows that name a commune


def meeting_of(left: Register, right: Register, left_facts: pl.DataFrame, right_facts: pl.DataFrame) -> Meeting:
    """How the lists stand to each other.

    Args:
        left: what the left list is.
        right: what the right list is.
        left_facts: its persons (`linkage.facts`).
        right_facts: those of the right one.
    """
    if left.name != right.name:
        return Meeting.CIVIL if "births" in (left.name, right.name) else Meeting.REGISTERS
    one, other = home_of(left_facts), home_of(right_facts)
    return Meeting.COMMUNES if one and other and one != other else Meeting.EXPORTS


def named_home(commune: str) -> str:
    """A commune as facts name it, as a search key.

    >>> named_home("xã Hòa Mẫu")
    'hoa mau'
    """
    name = pl.Series([commune]).str.replace(_KIND_OF_COMMUNE, "").to_frame("name")
    return str(name.select(search_key(pl.col("name"))).item())


def home_of(facts: pl.DataFrame) -> str | None:
    """The commune that most rows of a list name, as a search key; None where there is none."""
    counted = facts.select(search_key(pl.col("commune")).alias("commune")).drop_nulls().to_series().value_counts()
    if counted.is_empty():
        return None
    name, rows = counted.sort("count", "commune", descending=[True, False]).row(0)
    return str(name) if rows > sum(counted["count"]) * _MOST_OF_A_LIST else None
