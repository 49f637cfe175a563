"""The paragraphs that are drafted from figures and that the office edits: each section has a name.

What the office wrote takes the draft's place and is text like any other; until the report is approved both carry a bar.
"""

from collections.abc import Iterator, Sequence

from sosach.papers.document import Block, Paragraph, Run
from sosach.papers.situation import Situation

SECTIONS = {
    "work": "I. Công tác chỉ đạo, triển khai",
    "difficulties": "III. Khó khăn, vướng mắc",
    "tasks": "IV. Nhiệm vụ kỳ tới",
    "proposals": "V. Kiến nghị, đề xuất",
}


def narrative(situation: Situation, section: str, drafted: Sequence[str]) -> Iterator[Block]:
    """The paragraphs of a section."""
    own = situation.edited.get(section)
    lines = [line.strip() for line in own.splitlines()] if own is not None else list(drafted)
    for line in lines:
        if line:
            yield Paragraph((Run(line),), drafted=not situation.approved)


def numbered(told: Sequence[str]) -> list[str]:
    """Sentences with their numbers; a single one stands without."""
    return [f"{number}. {one}" for number, one in enumerate(told, 1)] if len(told) > 1 else list(told)
