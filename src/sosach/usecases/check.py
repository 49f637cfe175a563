"""Check a workbook from end to end: read, clean, ask the rules, write the five files whole or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from sosach.cleaning.frame import Cleaning
from sosach.cleaning.places import Home
from sosach.engines.local import Source, Step, checked
from sosach.findings.finding import FINDING_SCHEMA, Severity
from sosach.intake.reading import Opened
from sosach.outputs.checked import Checked
from sosach.outputs.figures import figures
from sosach.outputs.folder import file_hash, whole_folder
from sosach.outputs.labels import result
from sosach.outputs.parquet_stream import ParquetStream
from sosach.outputs.records import records, records_schema
from sosach.outputs.report_page import write_report
from sosach.outputs.review_workbook import write_review
from sosach.outputs.shown import whole
from sosach.outputs.summary import summary_facts, write_summary
from sosach.outputs.tally import Tally
from sosach.rules.catalogue import rules_for
from sosach.rules.context import Commune, Context
from sosach.rules.evaluate import questions
from sosach.rules.message import Headings

# More persons than this do not fit a workbook that people can work with.
REVIEW_LIMIT = 100_000

Told = Callable[[str], None]  # hears how far the work is


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller decides."""

    on: date
    out: Path
    review: str | None = None  # "full", "summary", or None: by size
    commune: Commune | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    summary: dict[str, Any]
    folder: Path
    result: str  # in a sentence
    errors: int  # persons with an error
    problems: int  # persons with an error or a warning

    def holds(self, fail_on: str | None) -> bool:
        """Whether the caller's demand is met."""
        return not {None: 0, "error": self.errors, "warning": self.problems}[fail_on]

    def in_words(self) -> str:
        """The outcome in a few lines for the terminal."""
        lines = [
            self.result,
            f"Bảng rà soát: {self.folder / 'review.xlsx'}",
            f"Bản kết quả:  {self.folder / 'report.html'}",
        ]
        if count := len(self.summary["warnings"]):
            lines.append(f"Điều cần biết về tệp: {whole(count)}, xem ở bản kết quả, mục “Đã đọc những gì”.")
        return "\n".join(lines)


def check(opened: Opened, options: Options, told: Told) -> Outcome:
    """Checks one workbook and writes the results into `options.out`.

    Raises:
        Refused: the results cannot be written there.
    """
    context = Context(on=options.on, register=opened.register, commune=options.commune)
    with whole_folder(options.out) as folder:
        tally, persons = _written(opened, context, folder, told)
        told("Đang viết bảng rà soát…")
        facts = summary_facts(opened, options.on, persons, tally)
        done = Checked(
            register=opened.register,
            on=options.on,
            summary=facts,
            notices=opened.notices,
            columns=opened.columns,
            records=pl.scan_parquet(folder / "records.parquet"),
            findings=pl.scan_parquet(folder / "findings.parquet"),
        )
        full = options.review == "full" or (options.review is None and persons <= REVIEW_LIMIT)
        counted = figures(done)
        write_review(folder / "review.xlsx", done, counted, opened.grids if full else None)
        write_report(folder / "report.html", done, counted)
        facts["review"] = "full" if full else "summary"
        facts["outputs"] = {"review.xlsx": file_hash(folder / "review.xlsx")}
        write_summary(folder / "summary.json", facts)
    errors, problems = tally.persons(Severity.ERROR), tally.persons(Severity.ERROR, Severity.WARNING)
    return Outcome(facts, options.out, result(counted, opened.name), errors, problems)


def _written(opened: Opened, context: Context, folder: Path, told: Told) -> tuple[Tally, int]:
    """Streams records and findings to their files."""
    with_raw = opened.keeps_raw
    schema = records_schema(opened.register, with_raw=with_raw)
    tally, persons = Tally(), 0
    with (
        ParquetStream(folder / "records.parquet", schema) as records_file,
        ParquetStream(folder / "findings.parquet", pl.Schema(FINDING_SCHEMA)) as findings_file,
    ):
        for step in _steps(opened, context):
            if step.frame is not None:
                persons += step.frame.height
                told(f"Đã kiểm tra {whole(persons)} người…")
                records_file.append(records(step.frame, opened.register, with_raw=with_raw))
            tally.add(step.findings)
            findings_file.append(step.findings.select(FINDING_SCHEMA.keys()))
    return tally, persons


def _steps(opened: Opened, context: Context) -> Iterator[Step]:
    commune = context.commune
    home = Home(commune.code, commune.name, commune.province, commune.hamlets) if commune else None
    how = Cleaning(register=opened.register, on=context.on, home=home)
    headings = Headings({(c.sheet, c.field): c.heading for c in opened.columns if c.field})
    asked = questions(rules_for(opened.register), context, headings)
    return checked(Source(batches=opened.batches, rows=opened.rows), how, asked)
