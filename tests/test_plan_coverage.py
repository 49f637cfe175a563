"""The list of what the plan asks for is the plan itself, sentence by sentence, and what it claims exists."""

import argparse
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from sosach.cli.main import command_line

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "docs" / "plan" / "ke-hoach-cao-duc-2026.txt"

with (ROOT / "docs" / "plan-coverage.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_END = re.compile(r"(?<=\w{3}[.])(?<!III[.])\s+(?=[A-ZĐÀ-Ỹ])|(?<=”[.])\s+(?=[A-ZĐÀ-Ỹ])")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a plan as published: marks of its web page left out, lines broken by the page joined."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, re.sub(r"[*<>]", "", _LINK.sub(r"\1", text)).splitlines())):
        if line[:2].isalpha() and line[:2].islower():
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    for line in lines:
        yield from _END.split(line)


def test_sentences_are_those_of_the_plan_in_its_order():
    assert [row["sentence"] for row in ROWS] == list(sentences(PLAN.read_text(encoding="utf-8")))


def test_sentences_are_counted():
    assert [row["number"] for row in ROWS] == [str(number) for number, _ in enumerate(ROWS, 1)]


def names(parser: argparse.ArgumentParser, before: str = "") -> Iterator[str]:
    """All commands: “check”, “campaign calendar”."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                yield f"{before}{word}"
                yield from names(inner, f"{before}{word} ")


def test_commands_exist():
    spoken = {name for row in ROWS for name in row["command"].split(", ") if name}
    assert spoken - set(names(command_line())) == set()


def test_pages_exist():
    assert [page for row in ROWS for page in row["page"].split() if not (ROOT / page).exists()] == []


def test_tests_exist():
    for name in {name for row in ROWS for name in row["test"].split()}:
        path, _, function = name.partition("::")
        assert f"\ndef {function}(" in (ROOT / path).read_text(encoding="utf-8"), name


def test_what_a_command_serves_is_tested():
    assert [row["number"] for row in ROWS if row["command"] and not row["test"]] == []


def test_sentence_that_no_command_serves_says_why():
    assert [row["number"] for row in ROWS if not row["command"] and not row["note"]] == []


def test_what_is_to_come_has_not_come_yet():
    known = set(names(command_line()))
    promised = {name for row in ROWS for name in row["note"].partition("to come: ")[2].split(", ")}
    assert promised & known == set()
