"""Sides of a comparison made from small lists."""

from datetime import date
from pathlib import Path

import polars as pl

from sosach.campaign.precedence import Source, usual
from sosach.cleaning.frame import Cleaning
from sosach.engines.laid import Lists, laid
from sosach.engines.persons import Persons, persons
from sosach.linkage.link_findings import SCHEMA
from sosach.linkage.links import linked
from sosach.linkage.meeting import meeting_of
from sosach.outputs.linking.found import Alone, Links
from sosach.outputs.linking.names import side_names
from sosach.outputs.linking.people import Side
from tests.engines.lists import Row, opened

ON = date(2026, 6, 18)


def people(folder: Path, register: str, *rows: Row) -> Persons:
    """The persons of a list; the folder must be new."""
    folder.mkdir()
    file = opened(folder / "list.parquet", register, *rows)
    (folder / "rows").mkdir()
    return persons(file, Cleaning(register=file.register, on=ON), folder / "rows", lambda count: None)


def side(folder: Path, name: str, *rows: Row, register: str = "children") -> Side:
    """A side of that name."""
    return Side(persons=people(folder, register, *rows), name=name)


def links(folder: Path, left: tuple[str, list[Row]], right: tuple[str, list[Row]], **facts: object) -> Links:
    """Two lists laid side by side."""
    one, other = people(folder / "left", left[0], *left[1]), people(folder / "right", right[0], *right[1])
    meeting = meeting_of(one.register, other.register, one.facts, other.facts)
    sources = {"left": Source.REGISTER, "right": Source.BIRTH_BOOK}
    pairs = linked(one.facts, other.facts).pairs
    seen = laid(Lists(left=one, right=other, meeting=meeting, on=ON, sources=sources, precedence=usual()), pairs)
    names = side_names(meeting, one, other)
    alone = {end: Alone(*(frame[c] for c in ("place", "why", "first"))) for end, frame in seen.alone.items()}
    known = {
        "on": ON, "meeting": meeting, "pairs": pairs, "differences": seen.differences, "findings": seen.findings,
        "left": Side(persons=one, name=names[0]), "right": Side(persons=other, name=names[1]),
        "left_alone": alone["left"], "right_alone": alone["right"],
        "sources": {"left": "sổ trên phần mềm", "right": "sổ khai sinh"}, "decisions": (), "places": (), "notices": (),
    }  # fmt: skip
    assert seen.findings.schema == pl.Schema(SCHEMA)
    return Links(**(known | facts))


def column(sheet, title: str) -> list[object]:
    """The entries of the column under a heading."""
    return list(next(c for c in sheet.columns if c.title == title).entries)
