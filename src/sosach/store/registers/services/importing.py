"""An export of a register is taken in: rows are laid to persons, differences become events, doubtful rows wait.

The import is one event; it names the snapshot that holds all values as they were taken in. What stands above the file
(a decision, an answer of the police) stays above it until the file says the same.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from sosach.findings.notices import Notice, Refused
from sosach.intake.reading import Opened
from sosach.store import bulk
from sosach.store.accounts import selectors as accounts
from sosach.store.accounts.rights import Right
from sosach.store.log.act import Act, Actor, Change
from sosach.store.log.chain import canonical
from sosach.store.log.services import Operation, begin
from sosach.store.originals import keep_original
from sosach.store.progress import stage
from sosach.store.registers import selectors
from sosach.store.registers.frames import objects
from sosach.store.registers.laying import Beside, Laid, Stored, differences, fingerprint, lay
from sosach.store.registers.matching import DUPLICATE, KNOWN, NEW, REJECTED, WAITING
from sosach.store.registers.models import Import, Person, WaitingRow
from sosach.store.registers.questions import questions
from sosach.store.registers.replay import merged
from sosach.store.registers.services import persons
from sosach.store.registers.snapshots import keep_snapshot
from sosach.store.registers.values import Deriving, current

# What `import --json` says; the first is the sum of those up to `duplicate_in_file`.
FIGURES = ("rows", "new", "changed", "same", "waiting", "rejected", "duplicate_in_file", "gone", "skipped")

_STORED = ("person", "sheet", "row", "raw", "cells")


@dataclass(frozen=True, slots=True)
class File:
    """A file to take in."""

    opened: Opened
    content: bytes
    as_of: date


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it."""

    operation: int
    register: str
    figures: Mapping[str, int]
    again: bool = False  # the same bytes had been taken in before: nothing was changed
    typed: pl.DataFrame | None = None  # the typed current frame of the register
    rows: pl.DataFrame | None = None  # `sheet`, `row`, `ending` of every row but those that are the same
    gone: tuple[str, ...] = ()  # record codes of those whom the file lacks
    skipped: tuple[tuple[str, int, str], ...] = ()  # sheet, row and reason of rows that are no persons

    def details(self) -> dict[str, list[Any]]:
        """The rows behind the figures."""
        told: dict[str, list[Any]] = {name: [] for name in FIGURES if name not in ("rows", "same")}
        if self.rows is not None:
            for sheet, row, ending in self.rows.iter_rows():
                told[ending].append({"sheet": sheet, "row": row})
        told["gone"] = list(self.gone)
        told["skipped"] = [{"sheet": sheet, "row": row, "why": why} for sheet, row, why in self.skipped]
        return told


def take_in(file: File, accept: str, *, actor: Actor, on: date) -> Taken:
    """Takes a file in; within `writing()`.

    Args:
        file: the file, read.
        accept: the reason for taking in what is doubtful as a whole; empty: such a file is a question.
        actor: who takes it in.
        on: the day.

    Raises:
        Refused: the actor may not, or the file as a whole is doubtful and nobody has accepted it.
    """
    accounts.require(actor, _right(file))
    before = selectors.imports(file.opened.register.name)
    for one in before:
        if one.sha256 == file.opened.sha256:
            return _again(one)
    laid, asked = _laid(file, before, on)
    if asked and not accept:
        raise Refused(asked[0])
    stage("writing")
    return _Taking(file, laid, Act(actor=actor, on=on, source="import", reason=accept)).take()


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would come of a file."""

    figures: Mapping[str, int]
    questions: tuple[Notice, ...]  # what is doubtful about it as a whole
    again: int | None  # the import in which the same bytes were taken in
    typed: pl.DataFrame  # typed frame of the file
    rows: pl.DataFrame  # as `Laid.rows`
    gone: int


def foresee(file: File, *, actor: Actor, on: date) -> Foreseen:
    """What would come of a file; nothing is written.

    Raises:
        Refused: the actor may not take it in.
    """
    accounts.require(actor, _right(file))
    before = selectors.imports(file.opened.register.name)
    again = next((one.operation for one in before if one.sha256 == file.opened.sha256), None)
    laid, asked = _laid(file, before, on)
    figures = _Taking(file, laid, Act(actor=actor, on=on, source="import")).foreseen()
    return Foreseen(figures, tuple(asked), again, laid.typed, laid.rows, len(laid.gone))


def _laid(file: File, before: Sequence[Import], on: date) -> tuple[Laid, list[Notice]]:
    """The file beside its register, and what is doubtful about it."""
    register = file.opened.register
    stored = selectors.stored(register)
    beside = Beside(stored, persons.next_person(), selectors.answers(register.name), accounts.commune(on), on)
    laid = lay(file.opened, beside)
    latest = max((one.as_of for one in before), default=None)
    return laid, questions(laid, file.opened.name, file.as_of, latest)


def _right(file: File) -> Right:
    """Extracts of births come from the registry, which may compare them and imports nothing else."""
    return Right.COMPARE if file.opened.register.name == "births" else Right.IMPORT


def _again(before: Import) -> Taken:
    figures = json.loads(before.figures)
    same = figures["new"] + figures["changed"] + figures["same"]
    figures |= {"new": 0, "changed": 0, "same": same}
    return Taken(before.operation, before.register, {name: figures[name] for name in FIGURES}, again=True)


class _Taking:
    """One import on its way into the tables."""

    def __init__(self, file: File, laid: Laid, act: Act) -> None:
        self.file, self.laid, self.act = file, laid, act
        self.rows = laid.rows
        self.overrides = selectors.overrides(laid.register)
        known = selectors.known_fields(laid.register.name) | set(laid.fields)
        self.how = Deriving(laid.register, known, laid.commune, act.on)

    def foreseen(self) -> dict[str, int]:
        """The figures, without anything being written."""
        different = self._ranked(differences(self.laid))
        return self._figures(different.filter(pl.col("rank") == "plain")["person"].n_unique())

    def take(self) -> Taken:
        """Writes everything."""
        different = self._ranked(differences(self.laid))
        changed = different.filter(pl.col("rank") == "plain")["person"].unique()
        figures = self._figures(changed.len())
        keep_original(self.file.content)
        snapshot = keep_snapshot(self.rows)
        operation = begin("import", self.act, **self._said(snapshot, figures))
        self._write_import(operation.number, snapshot, figures)
        self._record(operation, different)
        self._write_new(operation.number)
        self._write_known(operation.number, different)
        self._write_waiting(operation.number)
        return Taken(
            operation.number,
            self.laid.register.name,
            figures,
            typed=self._everybody(),
            rows=self._not_the_same(changed),
            gone=tuple(json.loads(self.laid.stored[one][3]).get("record_code", "") for one in self.laid.gone),
            skipped=tuple((s.name, row, why) for s in self.file.opened.sheets for row, why in s.rows_skipped),
        )

    def _not_the_same(self, changed: pl.Series) -> pl.DataFrame:
        """The rows that are told with their figures."""
        known = pl.col("ending") == KNOWN
        told = self.rows.filter(~known | pl.col("person").is_in(changed.implode()))
        return told.select("sheet", "row", pl.when(known).then(pl.lit("changed")).otherwise("ending").alias("ending"))

    def _figures(self, changed: int) -> dict[str, int]:
        ended = self.laid.ended
        return {
            "rows": self.rows.height,
            "new": ended.get(NEW, 0),
            "changed": changed,
            "same": ended.get(KNOWN, 0) - changed,
            "waiting": ended.get(WAITING, 0),
            "rejected": ended.get(REJECTED, 0),
            "duplicate_in_file": ended.get(DUPLICATE, 0),
            "gone": len(self.laid.gone),
            "skipped": sum(len(sheet.rows_skipped) for sheet in self.file.opened.sheets),
        }

    def _said(self, snapshot: str, figures: Mapping[str, int]) -> dict[str, Any]:
        opened = self.file.opened
        return {
            "register": opened.register.name,
            "file": opened.name,
            "sha256": opened.sha256,
            "snapshot": snapshot,
            "as_of": self.file.as_of.isoformat(),
            "fields": list(self.laid.fields),
            "figures": figures,
        }

    def _write_import(self, number: int, snapshot: str, figures: Mapping[str, int]) -> None:
        headings = {c.field: c.heading for c in self.file.opened.columns if c.field}
        Import.objects.create(
            operation=number,
            register=self.laid.register.name,
            file_name=self.file.opened.name,
            sha256=self.file.opened.sha256,
            snapshot=snapshot,
            as_of=self.file.as_of,
            headings=canonical({name: headings.get(name, "") for name in self.laid.fields}),
            figures=canonical(figures),
        )

    def _ranked(self, different: pl.DataFrame) -> pl.DataFrame:
        """The differences with `rank`: does the file win (`plain`), agree at last (`agreed`), or lose (`overruled`)?"""
        ranks = [
            self._rank(self.overrides.get(person, {}).get(name), new)
            for person, name, new in different.select("person", "field", "new").iter_rows()
        ]
        return different.with_columns(pl.Series("rank", ranks, pl.String))

    @staticmethod
    def _rank(over: Mapping[str, Any] | None, new: str | None) -> str:
        if over is None:
            return "plain"
        return "agreed" if over["value"] == new else "overruled"

    def _record(self, operation: Operation, different: pl.DataFrame) -> None:
        kinds = {"plain": "changed", "agreed": "agreed", "overruled": "overruled"}
        operation.record(
            *(
                Change(kind=kinds[rank], person=person, field=name, old=old, new=new)
                for person, name, old, new, rank in different.iter_rows()
            )
        )

    def _write_new(self, number: int) -> None:
        new = self.rows.filter(pl.col("ending") == NEW)
        typed = self._typed(new)
        entry = persons.Entry(number, number, self.act.on)
        persons.insert(new.select(_STORED).rows(), typed, self.laid.register, entry)

    def _typed(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The typed frame of some rows, `index` being the person."""
        typed = rows.select("index", "person").join(self.laid.typed, on="index", how="left", maintain_order="left")
        return typed.drop("index").rename({"person": "index"})

    def _everybody(self) -> pl.DataFrame:
        """The typed current frame of the register: rows of the file as they were read; cleaned once more is only who is
        not in the file, or of whom more is known than the file says."""
        mine = set(self.how.known) <= set(self.laid.fields)
        left = selectors.merged(self.laid.register.name)
        more = pl.Series("person", sorted(left | set(self.overrides)), pl.UInt32).to_frame()
        read = self.rows.filter(pl.col("ending").is_in([KNOWN, NEW]) & pl.lit(mine)).join(more, on="person", how="anti")
        others = set(self.laid.stored) - set(read["person"]) - left
        if not others:
            return self._typed(read)
        rest = current(selectors.stored(self.laid.register, others).values(), self.overrides, self.how)
        return pl.concat([self._typed(read), rest], how="diagonal_relaxed")

    def _write_known(self, number: int, different: pl.DataFrame) -> None:
        """Persons found again: where they stand now, and their values where these differ."""
        known: list[Stored] = self.rows.filter(pl.col("ending") == KNOWN).select(_STORED).rows()
        self._write_places(number, known)
        before = self.laid.stored
        for person, name in different.filter(pl.col("rank") == "agreed").select("person", "field").iter_rows():
            del self.overrides[person][name]
        fresh = [one for one in map(self._merged, known) if one[3:] != before[one[0]][3:]]
        persons.rewrite(fresh, self.overrides, self.how)
        bulk.raise_versions(Person, different.filter(pl.col("rank") == "plain")["person"].unique().to_list())

    def _merged(self, row: Stored) -> Stored:
        """The row with what the file has no column for taken from the files before."""
        if set(self.how.known) <= set(self.laid.fields):
            return row
        person, sheet, line, raw, cells = row
        _, _, _, raw_before, cells_before = self.laid.stored[person]
        fields = self.laid.fields
        return person, sheet, line, merged(raw_before, raw, fields), merged(cells_before, cells, fields)

    def _write_places(self, number: int, known: list[Stored]) -> None:
        """Most persons stand in this file, most of these where they stood."""
        absent = set(self.laid.stored) - {person for person, *_ in known}
        before = Person.objects.filter(register=self.laid.register.name).exclude(left="withdrawn")
        places = [place for place in before.values_list("seen_in", "sheet", "row", "id") if place[3] in absent]
        before.update(seen_in=number)
        moved = [(number, *row[1:3], row[0]) for row in known if self.laid.stored[row[0]][1:3] != row[1:3]]
        persons.place([*places, *moved])

    def _write_waiting(self, number: int) -> None:
        """Doubtful rows; those of earlier files give way to them."""
        before = WaitingRow.objects.filter(register=self.laid.register.name, answer="")
        before.update(answer="superseded", answered_by=number)
        waiting = self.rows.filter(pl.col("ending") == WAITING)
        shown = objects(waiting.select("index").join(self.laid.typed, on="index", how="left"), self.laid.fields)
        WaitingRow.objects.bulk_create(
            WaitingRow(
                register=self.laid.register.name,
                operation=number,
                index=row["index"],
                sheet=row["sheet"],
                row=row["row"],
                fingerprint=fingerprint(row["raw"]),
                shown=facts,
                candidate_id=row["person"],
                why=row["why"],
            )
            for row, facts in zip(waiting.iter_rows(named=True), shown, strict=True)
        )
