"""The registers in the order in which pages name them: those of the plan first, as the plan has them."""

from sosach.campaign.plan import Plan
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.store.registers.models import Import


def in_order(known: Plan) -> list[tuple[str, Register]]:
    """The registers by name, those of the plan first."""
    first = [name for name in known.registers if name in registers()]
    return [(name, registers()[name]) for name in (*first, *(one for one in registers() if one not in first))]


def taken_in(known: Plan) -> list[Register]:
    """The registers of which a file was taken in, in the same order."""
    there = set(Import.objects.values_list("register", flat=True).distinct())
    return [register for name, register in in_order(known) if name in there]
