"""What the two lists are called above columns and in sentences."""

import polars as pl

from sosach.linkage.meeting import Meeting
from sosach.outputs.labels import register_name
from sosach.outputs.linking.people import Persons

BIRTHS = "Sổ khai sinh"

_SHORT = {"births": BIRTHS, "children": "Sổ trẻ em", "beneficiaries": "Sổ bảo trợ"}


def side_names(meeting: Meeting, left: Persons, right: Persons) -> tuple[str, str]:
    """The names of the left and of the right list."""
    if meeting is Meeting.EXPORTS:
        return "Bản cũ", "Bản mới"
    if meeting is Meeting.COMMUNES:
        return _commune(left), _commune(right)
    return _name(left), _name(right)


def _name(persons: Persons) -> str:
    name = register_name(persons.register)
    return _SHORT.get(persons.register.name, name[:1].upper() + name[1:])


def _commune(persons: Persons) -> str:
    """The commune that most rows name."""
    counted = persons.facts.select(pl.col("commune").drop_nulls()).to_series().value_counts()
    return str(counted.sort("count", "commune", descending=[True, False])["commune"][0])
