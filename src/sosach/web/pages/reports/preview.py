"""A paper as a page shows it: the very parts of which Word and PDF are made, so that all three say the same."""

from collections.abc import Iterator
from typing import Any

from sosach.papers.document import Align, Block, Gap, Paper, Paragraph, Rule, Style, Table

_CLASSES = {
    Style.SECTION: "paper-section",
    Style.CLAUSE: "paper-clause",
    Style.TITLE: "paper-title",
    Style.SUBJECT: "paper-subject",
    Style.ADDRESSEE: "paper-centred",
    Style.CENTRED: "paper-centred",
    Style.NOTE: "paper-note",
    Style.GROUND: "paper-note",
    Style.ANNEX: "paper-clause",
    Style.AGENCY: "paper-head",
    Style.MOTTO: "paper-head",
    Style.NUMBER: "paper-line",
    Style.PLACE_DATE: "paper-line paper-note",
    Style.RECIPIENTS_HEAD: "paper-note",
    Style.RECIPIENT: "paper-small",
    Style.SIGNER: "paper-head",
}


def shown(paper: Paper) -> list[dict[str, Any]]:
    """The blocks in order, each with `kind` and what its template needs."""
    return [told for block in paper.blocks() for told in _shown(block)]


def _shown(block: Block) -> Iterator[dict[str, Any]]:
    if isinstance(block, Paragraph):
        yield {
            "kind": "paragraph",
            "style": _CLASSES.get(block.style, "paper-body"),
            "runs": block.runs,
            "drafted": block.drafted,
        }
    elif isinstance(block, Table):
        numbers = [align is Align.RIGHT for align in block.aligns]
        rows = [list(zip(line, numbers, strict=True)) for line in block.rows]
        yield {"kind": "table", "head": list(zip(block.head, numbers, strict=True)), "rows": rows}
    elif not isinstance(block, Rule | Gap):
        sides = [[told for inner in side.blocks for told in _shown(inner)] for side in (block.left, block.right)]
        yield {"kind": "columns", "sides": sides}
