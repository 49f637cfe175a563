"""The order of sources as a plan states it; what it leaves out stays as the law has it."""

from sosach.campaign.plan_table import Table
from sosach.campaign.precedence import Order, Precedence, Source, order_of, usual
from sosach.registers.catalogue import registers


def read_precedence(table: Table) -> Precedence:
    """The order of a plan.

    Raises:
        Refused: a source or a field is unknown, or a source stands twice.
    """
    default = _order(table, "default") or usual().default
    fields = table.maybe_table("fields")
    known = {name for register in registers().values() for name in register.by_name}
    own = {name: _order(fields, name) for name in sorted(known & fields.values.keys())}
    fields.finish()
    table.finish()
    return Precedence(default, {**usual().fields, **own})


def _order(table: Table, key: str) -> Order:
    names = table.words(key)
    try:
        return order_of(names)
    except ValueError as unknown:
        wanted = f"mỗi nguồn một lần trong: {', '.join(Source)}"
        raise table.wrong(key, str(unknown), wanted) from unknown
