"""Who stands in a list twice: from the file to pairs.parquet and the workbook in which people decide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sosach.cleaning.frame import Cleaning
from sosach.cleaning.places import Home
from sosach.engines.linker import Engine, inside
from sosach.engines.persons import persons
from sosach.findings.notices import Notice, notice
from sosach.intake.options import ReadingOptions
from sosach.intake.reading import Opened
from sosach.linkage.decided import placed
from sosach.linkage.plan import Found, Plan
from sosach.outputs.decision_store import in_force, write_store
from sosach.outputs.folder import file_hash, whole_folder
from sosach.outputs.link_files import places_of, write_duplicates
from sosach.outputs.linking.people import Side, about
from sosach.outputs.pairs_workbook import Pairs, write_pairs
from sosach.outputs.shown import whole
from sosach.outputs.summary import source_facts, write_summary
from sosach.rules.context import Commune

VERDICTS = ("same", "review", "twins")
STORE, SUMMARY, WORKBOOK = "pairs-decisions.json", "pairs.json", "pairs.xlsx"

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
        same, review, twins = (whole(facts["verdicts"][verdict]) for verdict in VERDICTS)
        return (
            f"Đã so {whole(facts['persons'])} người trong “{facts['source']['name']}”: {same} cặp là một người ghi hai "
            f"lần, {review} cặp cần xem, {twins} cặp sinh đôi.\n"
            f"Bảng để xem và quyết định: {self.folder / WORKBOOK}"
        )


def duplicates(opened: Opened, options: Options, told: Told) -> Outcome:
    """Finds who stands in a list twice, and writes the results into `options.out`.

    Raises:
        Refused: nobody in the list could be told from another, a file of decisions cannot be used, or the results
            cannot be written there.
    """
    filled = in_force(options.out / STORE, options.decisions, ReadingOptions(password=options.password))
    commune = options.commune
    home = Home(commune.code, commune.name, commune.province, commune.hamlets) if commune else None
    how = Cleaning(register=opened.register, on=options.on, home=home)
    plans: list[Plan] = []

    def planned(plan: Plan) -> None:
        plans.append(plan)
        told(f"Đang so {whole(plan.pairs)} cặp…")

    with whole_folder(options.out) as folder, TemporaryDirectory(dir=folder) as hidden:
        people = persons(opened, how, Path(hidden), lambda count: told(f"Đã đọc {whole(count)} người…"))
        linker = inside(options.engine, people.facts, options.model)
        decided = placed(filled.decisions, people.facts)
        found = linker.compare(decided=decided.settled, told=planned)
        told("Đang viết bảng các cặp…")
        one, other = (Side(persons=people, name=name) for name in ("A", "B"))
        notices = (*filled.notices, *(n for plan in plans for n in plan.notices), *_unplaced(decided.places))
        pairs = Pairs(
            file=opened.name,
            on=options.on,
            one=one,
            other=other,
            pairs=found.pairs.rename({"a": "left", "b": "right"}),
            decisions=about(filled.decisions, decided.places, (one, other)),
            places=decided.places,
            notices=notices,
        )
        _write(folder, pairs, linker.model)
        facts = _facts(opened, options, pairs, found)
        facts["outputs"] = {WORKBOOK: file_hash(folder / WORKBOOK)}
        write_summary(folder / SUMMARY, facts)
    return Outcome(facts, options.out, notices, lambda: _details(pairs))


def _details(pairs: Pairs) -> dict[str, Any]:
    people = pairs.one.persons
    return {verdict: places_of(pairs.of(verdict), people, people) for verdict in VERDICTS}


def _write(folder: Path, pairs: Pairs, model: str | None) -> None:
    write_duplicates(folder / "pairs.parquet", pairs.pairs, pairs.one.persons)
    write_pairs(folder / WORKBOOK, pairs)
    if pairs.decisions:
        write_store(folder / STORE, pairs.decisions)
    if model is not None:
        (folder / "splink-model.json").write_text(model, encoding="utf-8")


def _unplaced(places: Sequence[object]) -> tuple[Notice, ...]:
    lost = sum(pair is None for pair in places)
    return (notice("decisions_unplaced", count=whole(lost)),) if lost else ()


def _facts(opened: Opened, options: Options, pairs: Pairs, found: Found) -> dict[str, Any]:
    counted = dict(pairs.pairs.group_by("verdict").len().iter_rows())
    clusters = pairs.pairs["cluster"].drop_nulls()
    return {
        "register": opened.register.name,
        "source": source_facts(opened),
        "on": options.on.isoformat(),
        "engine": options.engine.value,
        "persons": pairs.one.persons.facts.height,
        "pairs_compared": found.plan.pairs,
        "verdicts": {verdict: counted.get(verdict, 0) for verdict in VERDICTS},
        "persons_twice": clusters.n_unique(),
        "decisions": {"in_force": len(pairs.decisions), "unplaced": sum(place is None for place in pairs.places)},
        "warnings": [f"{n.message} {n.next_step}" for n in (*opened.notices, *pairs.notices)],
    }
