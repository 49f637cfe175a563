"""Sources of facts, as events name them, and which of two stands above the other: by the plan, else by law.

An official's decision is given with a document and a reason, so it may replace anything, and nothing replaces it but
another decision: receiving the answers of the police, or taking over the books, is one; what a household says is none.
"""

from sosach.campaign.precedence import Precedence, Source

DECISION = "decision"

# What events are called by whose source is not named after its place in the order.
_NAMED = {"police": Source.POPULATION_DATABASE, "import": Source.REGISTER, "visit": Source.COLLABORATOR}
_NO_DECISION = (Source.REGISTER, Source.COLLABORATOR)


def source_of_event(name: str) -> Source | None:
    """The place in the order of an event's source; None for decisions, and for what is no source of facts."""
    if name in _NAMED:
        return _NAMED[name]
    return Source(name) if name in set(Source) else None


def stands_above(field: str, old: str, new: str, order: Precedence) -> bool:
    """Whether a value set from one source stays when another source says something else.

    Args:
        field: of the register.
        old: source of the value that stands, as its event names it.
        new: source of the other value.
        order: which source prevails.
    """
    one, other = source_of_event(old), source_of_event(new)
    if new == DECISION or other is None:
        return False
    if old == DECISION or one is None:
        return other in _NO_DECISION
    return order.prevails(field, one, other) == "left"
