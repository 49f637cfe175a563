"""Paragraphs that the office edits."""

from sosach.papers.edited import narrative
from tests.papers import model


def told(section: str, edited: dict[str, str]) -> list[str]:
    """The paragraphs."""
    return [block.text for block in narrative(model.situation(edited=edited), section, ["Dự thảo."])]


def test_the_offices_own_words_take_the_drafts_place_line_by_line():
    assert told("work", {}) == ["Dự thảo."]
    assert told("work", {"work": "Một.\n\n  Hai.  "}) == ["Một.", "Hai."]


def test_a_section_that_the_office_emptied_stays_empty():
    assert told("work", {"work": ""}) == []
