"""What is wrong with the rows of a file that is not taken in yet: counted by problem, and shown beside the cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.intake.reading import Opened
from sosach.outputs.rule_words import rules_by_code
from sosach.outputs.shown import masked
from sosach.rules.context import Context
from sosach.store.accounts.selectors import commune
from sosach.store.findings.evaluating import asked, found

_ROWS, _COLUMNS = 60, 10  # shown


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with what was found of it."""

    text: str
    notes: tuple[str, ...]  # labels of problems
    is_error: bool


@dataclass(frozen=True, slots=True)
class Problems:
    """The problems of a file."""

    counts: tuple[tuple[str, str, int], ...]  # code, label and rows, the most frequent first
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]  # row of the sheet and its cells


def problems(opened: Opened, typed: pl.DataFrame, only: str, on: date) -> Problems:
    """The problems of a file.

    Args:
        opened: the file, read.
        typed: its typed frame.
        only: code of a problem; rows with it are shown; empty: rows with any.
        on: the day.
    """
    register = opened.register
    headings = {column.field: column.heading for column in opened.columns if column.field}
    context = Context(on=on, register=register, commune=commune(on))
    told = found(asked(typed, context, headings)).select("person", "rule", "field", "severity")
    rules = rules_by_code(register)
    counted = told.group_by("rule").agg(pl.col("person").n_unique()).sort("person", "rule", descending=[True, False])
    counts = tuple((code, rules[code].label if code in rules else code, count) for code, count in counted.iter_rows())
    shown = told.filter(pl.col("rule") == only) if only else told
    people = shown["person"].unique().sort().head(_ROWS)
    names = [one.name for one in register.fields if one.name in headings and f"{one.name}__raw" in typed.columns]
    labels = {code: rule.label for code, rule in rules.items()}
    wanted = _worth_showing(names, told)
    return Problems(
        counts,
        tuple(headings[name] for name in wanted),
        _rows(typed.filter(pl.col("index").is_in(people.implode())), told, wanted, labels),
    )


def _worth_showing(names: list[str], told: pl.DataFrame) -> list[str]:
    """The name, and the columns with problems, in the order of the register."""
    troubled = set(told["field"])
    return [name for name in names if name == "full_name" or name in troubled][:_COLUMNS]


def _rows(
    typed: pl.DataFrame, told: pl.DataFrame, names: list[str], labels: Mapping[str, str]
) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
    notes: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for person, rule, field, severity in told.iter_rows():
        notes.setdefault((person, field), []).append((labels.get(rule, rule), severity))
    texts = typed.select("index", "row", *(masked(pl.col(f"{name}__raw")).alias(name) for name in names))
    rows = []
    for one in texts.iter_rows(named=True):
        cells = []
        for name in names:
            said = notes.get((one["index"], name), [])
            words = tuple(dict.fromkeys(label for label, _ in said))
            cells.append(Cell(one[name] or "", words, any(severity == "error" for _, severity in said)))
        rows.append((one["row"], tuple(cells)))
    return tuple(rows)
