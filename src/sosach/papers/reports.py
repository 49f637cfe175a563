"""Which papers a report is: a weekly one for each register, a monthly and a closing one for both together."""

from collections.abc import Callable, Mapping, Sequence

from sosach.papers.document import Paper
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


def paper_of(situation: Situation, registers: Sequence[str]) -> dict[str, Paper]:
    """The papers of a report by register; one of both registers under ""."""
    return {register: _OF_REGISTER[register](situation) for register in registers}
