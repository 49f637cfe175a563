"""Which papers a report is: a weekly one for each register, a monthly and a closing one for both together."""

from collections.abc import Callable, Mapping, Sequence

from sosach.papers.document import Paper
from sosach.papers.final import final
from sosach.papers.monthly import monthly
from sosach.papers.situation import Situation
from sosach.papers.weekly_beneficiaries import weekly_beneficiaries
from sosach.papers.weekly_children import weekly_children

BOTH = ""

_OF_REGISTER: Mapping[str, Callable[[Situation], Paper]] = {
    "children": weekly_children,
    "beneficiaries": weekly_beneficiaries,
}

# As file names say it.
SLUGS = {"children": "tre-em", "beneficiaries": "bao-tro", BOTH: ""}


_OF_BOTH: Mapping[str, Callable[[Situation, Sequence[str]], Paper]] = {"monthly": monthly, "final": final}


def paper_of(situation: Situation, registers: Sequence[str]) -> dict[str, Paper]:
    """The papers of a report by register; one of both registers under ""."""
    both = _OF_BOTH.get(situation.figures["kind"])
    if both is not None:
        return {BOTH: both(situation, registers)}
    return {register: _OF_REGISTER[register](situation) for register in registers}
