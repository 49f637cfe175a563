"""Who is who in two lists: from the files to links.parquet and the workbook in which people decide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from sosach.campaign.precedence import SOURCE_LABELS, Precedence, Source, source_of, usual
from sosach.cleaning.frame import Cleaning
from sosach.cleaning.places import Home
from sosach.engines.laid import Laid, Lists, laid
from sosach.engines.linker import Engine, between
from sosach.engines.persons import Persons, persons
from sosach.findings.notices import Notice, notice, refused
from sosach.intake.options import ReadingOptions
from sosach.intake.reading import Opened
from sosach.linkage.decided import placed
from sosach.linkage.meeting import meeting_of, named_home
from sosach.linkage.plan import Plan
from sosach.outputs.decision_store import in_force, write_store
from sosach.outputs.folder import file_hash, whole_folder
from sosach.outputs.link_files import places_of, rows_of, write_frame, write_links, write_only
from sosach.outputs.linking.found import Alone, Links
from sosach.outputs.linking.names import side_names
from sosach.outputs.linking.people import Side, about
from sosach.outputs.links_workbook import write_links as write_workbook
from sosach.outputs.shown import whole
from sosach.outputs.summary import source_facts, write_summary
from sosach.rules.context import Commune

STORE, SUMMARY, WORKBOOK = "links-decisions.json", "links.json", "links.xlsx"

Told = Callable[[str], None]  # hears how far the work is


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the caller decides."""

    on: date
    out: Path
    engine: Engine = Engine.BUILTIN
    model: Path | None = None  # that Splink learnt before
    decisions: Path | None = None  # a workbook filled in, or the decisions of another run
    password: str | None = None  # of that workbook
    commune: Commune | None = None
    precedence: Precedence = field(default_factory=usual)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    summary: dict[str, Any]
    folder: Path
    notices: tuple[Notice, ...]  # what the caller should know
    details: Callable[[], dict[str, Any]]  # the rows behind the figures

    def in_words(self) -> str:
        """The outcome in two lines for the terminal."""
        facts = self.summary
        counts = [whole(facts[key]) for key in ("same", "review", "left_only", "right_only")]
        return (
            f"Đã đối chiếu “{facts['left']['name']}” với “{facts['right']['name']}”: {counts[0]} người có ở cả hai, "
            f"{whole(facts['persons_different'])} người trong đó có thông tin khác nhau, {counts[1]} cặp cần xem; "
            f"{counts[2]} người chỉ có ở tệp thứ nhất, {counts[3]} người chỉ có ở tệp thứ hai.\n"
            f"Bảng để xem và quyết định: {self.folder / WORKBOOK}"
        )


def link(left: Opened, right: Opened, options: Options, told: Told) -> Outcome:
    """Lays two lists side by side, and writes the results into `options.out`.

    Raises:
        Refused: the lists are one file or have nothing in common, a file of decisions cannot be used, or the results
            cannot be written there.
    """
    if left.sha256 == right.sha256:
        raise refused("link_same_file", file=left.name)
    filled = in_force(options.out / STORE, options.decisions, ReadingOptions(password=options.password))
    plans: list[Plan] = []

    def planned(plan: Plan) -> None:
        plans.append(plan)
        told(f"Đang so {whole(plan.pairs)} cặp…")

    with whole_folder(options.out) as folder, TemporaryDirectory(dir=folder) as hidden:
        lists = _lists((left, right), options, Path(hidden), told)
        linker = between(options.engine, lists.left.facts, lists.right.facts, options.model)
        decided = placed(filled.decisions, lists.left.facts, lists.right.facts)
        pairs = linker.compare(decided=decided.settled, told=planned).pairs
        told("Đang so từng thông tin…")
        seen = laid(lists, pairs)
        sides = _sides(lists)
        unplaced = sum(place is None for place in decided.places)
        lost = (notice("decisions_unplaced", count=whole(unplaced)),) if unplaced else ()
        found = Links(
            on=options.on,
            meeting=lists.meeting,
            left=sides[0],
            right=sides[1],
            pairs=pairs,
            differences=seen.differences,
            left_alone=_alone(seen, "left"),
            right_alone=_alone(seen, "right"),
            findings=seen.findings,
            sources={end: SOURCE_LABELS[source] for end, source in lists.sources.items()},
            decisions=about(filled.decisions, decided.places, sides),
            places=decided.places,
            notices=(*filled.notices, *(n for plan in plans for n in plan.notices), *lost),
        )
        told("Đang viết bảng đối chiếu…")
        _write(folder, found, linker.model)
        facts = _facts(options, found, plans)
        facts["outputs"] = {WORKBOOK: file_hash(folder / WORKBOOK)}
        write_summary(folder / SUMMARY, facts)
    return Outcome(facts, options.out, tuple(found.notices), lambda: _details(found))


def _lists(opened: tuple[Opened, Opened], options: Options, hidden: Path, told: Told) -> Lists:
    commune = options.commune
    home = Home(commune.code, commune.name, commune.province, commune.hamlets) if commune else None
    read: list[Persons] = []
    for number, one in enumerate(opened):
        folder = hidden / str(number)
        folder.mkdir()
        how = Cleaning(register=one.register, on=options.on, home=home)
        read.append(persons(one, how, folder, lambda count, name=one.name: told(f"“{name}”: {whole(count)} người…")))  # type: ignore[misc]
    left, right = read
    return Lists(
        left=left,
        right=right,
        meeting=meeting_of(left.register, right.register, left.facts, right.facts),
        on=options.on,
        sources={"left": _source(opened[0]), "right": _source(opened[1])},
        precedence=options.precedence,
        home=named_home(commune.name) if commune else None,
    )


def _source(opened: Opened) -> Source:
    return source_of(opened.register.name, [sheet.title for sheet in opened.sheets])


def _sides(lists: Lists) -> tuple[Side, Side]:
    names = side_names(lists.meeting, lists.left, lists.right)
    left, right = (
        Side(persons=people, name=name) for people, name in zip((lists.left, lists.right), names, strict=True)
    )
    return left, right


def _alone(seen: Laid, end: str) -> Alone:
    frame = seen.alone[end]
    return Alone(frame["place"], frame["why"], frame["first"])


def _write(folder: Path, found: Links, model: str | None) -> None:
    left, right = found.left.persons, found.right.persons
    write_links(folder / "links.parquet", found.pairs, left, right)
    for end in ("left", "right"):
        alone = found.alone(end)
        write_only(folder / f"{end}_only.parquet", found.side(end).persons, alone.positions, alone.why)
    write_frame(folder / "differences.parquet", _difference_rows(found))
    write_frame(folder / "links-findings.parquet", found.findings)
    write_workbook(folder / WORKBOOK, found)
    if found.decisions:
        write_store(folder / STORE, found.decisions)
    if model is not None:
        (folder / "splink-model.json").write_text(model, encoding="utf-8")


def _difference_rows(found: Links) -> pl.DataFrame:
    """The differences by rows of the files."""
    told = found.differences
    columns = []
    for end in ("left", "right"):
        places = found.side(end).persons.facts.select("sheet", "row").select(pl.all().gather(pl.lit(told[end])))
        columns += [places["sheet"].alias(f"{end}_sheet"), places["row"].alias(f"{end}_row")]
    values = told.select(
        "field",
        pl.col("ours").alias("left"),
        pl.col("theirs").alias("right"),
        pl.col("kind").cast(pl.String),
        "prevails",
        "verdict",
    )
    return pl.DataFrame(columns).hstack(values)


def _facts(options: Options, found: Links, plans: Sequence[Plan]) -> dict[str, Any]:
    sure = found.differences.filter(pl.col("verdict") == "same")
    return {
        "meeting": found.meeting.value,
        "left": _side_facts(found.left),
        "right": _side_facts(found.right),
        "on": options.on.isoformat(),
        "engine": options.engine.value,
        "pairs_compared": sum(plan.pairs for plan in plans),
        "same": found.of("same").height,
        "review": found.of("review").height,
        "left_only": found.left_alone.positions.len(),
        "right_only": found.right_alone.positions.len(),
        "left_only_why": _counted(found.left_alone.why),
        "right_only_why": _counted(found.right_alone.why),
        "persons_different": sure["left"].n_unique(),
        "differences": _counted(sure["field"]),
        "findings": _counted(found.findings["rule"]),
        "decisions": {"in_force": len(found.decisions), "unplaced": sum(place is None for place in found.places)},
        "warnings": [f"{n.message} {n.next_step}" for n in found.notices],
    }


def _details(found: Links) -> dict[str, Any]:
    left, right = found.left.persons, found.right.persons
    different = (
        found.differences.filter(pl.col("verdict") == "same").select("left", "right").unique(maintain_order=True)
    )
    return {
        "same": places_of(found.of("same"), left, right),
        "review": places_of(found.of("review"), left, right),
        "left_only": rows_of(found.left_alone.positions, left),
        "right_only": rows_of(found.right_alone.positions, right),
        "persons_different": places_of(different, left, right),
    }


def _side_facts(side: Side) -> dict[str, Any]:
    opened = side.persons.opened
    return {"register": opened.register.name, "persons": side.persons.facts.height, **source_facts(opened)}


def _counted(values: pl.Series) -> dict[str, int]:
    counted = values.drop_nulls().value_counts().sort("count", values.name, descending=[True, False])
    return dict(counted.iter_rows())
