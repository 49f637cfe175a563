"""The communes' weekly figures put together, without a database: a folder of `figures.json` in, one sheet out.

A file is taken by what it says, not by its name; one that was altered, of another week, of another kind or from a unit
that is not on the list is refused and told, and the others stand.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sosach.campaign.weeks import weekly_cut_off
from sosach.findings.notices import Notice, notice, refused
from sosach.outputs.papers.pdf import pdf
from sosach.outputs.papers.province_workbook import write_province
from sosach.outputs.papers.word import word
from sosach.outputs.whole_files import whole_files
from sosach.papers.frozen import cut_off_day, foots, genuine
from sosach.papers.province import ProvinceSheet, Report, province_sheet
from sosach.papers.province_paper import province_paper
from sosach.refdata.places import communes

UNITS = "units.csv"  # in the folder: code, name; the units that are to report
_MOST_BYTES = 20_000_000
_SUFFIXES = (".xlsx", ".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class PutTogether:
    """The sheet, and the files that are not in it."""

    sheet: ProvinceSheet
    refused: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Sent:
    """A file that can be used."""

    version: int
    report: Report


def put_together(folder: Path, week: date, out: Path, *, register: str, units: Path | None = None) -> PutTogether:
    """Puts the figures of a week together and writes the sheet.

    Args:
        folder: of the files, subfolders included.
        week: a day of the week.
        out: .xlsx, .pdf or .docx.
        register: whose figures.
        units: a CSV file with the code and name of every unit that is to report; None: `units.csv` of the folder, else
            today's communes of the province from which files came.

    Raises:
        Refused: the folder cannot be read, no file of it can be used, or the sheet cannot be written.
    """
    if out.suffix.lower() not in _SUFFIXES:
        raise refused("province_suffix", file=out.name)
    if not folder.is_dir():
        raise refused("province_folder", path=folder)
    cut_off = weekly_cut_off(week).date()
    told: list[Notice] = []
    found: dict[str, _Sent] = {}
    listed = _listed(units or folder / UNITS, needed=units is not None)
    for path in sorted(folder.rglob("*.json")):
        sent = _read(path, cut_off, register, listed)
        if isinstance(sent, Notice):
            told.append(sent)
        elif sent.report.code not in found or found[sent.report.code].version < sent.version:
            found[sent.report.code] = sent
    if not found:
        raise refused("province_none", path=folder, day=f"{cut_off:%d/%m/%Y}")
    reports = [one.report for one in found.values()]
    sheet = province_sheet(reports, listed or _of_the_province(reports), week)
    _write(out, sheet, register, cut_off)
    return PutTogether(sheet, tuple(told))


def _read(path: Path, cut_off: date, register: str, listed: Mapping[str, str]) -> _Sent | Notice:
    """What a file says, or why it cannot be used."""
    figures = _object(path)
    if not genuine(figures):
        return notice("province_altered", file=path.name)
    if register in figures and not foots(figures, register):
        return notice("province_altered", file=path.name)
    if register not in figures or figures["kind"] != "weekly" or cut_off_day(figures) != cut_off:
        return notice("province_other_week", file=path.name, day=f"{cut_off:%d/%m/%Y}")
    unit = figures["unit"]
    if listed and unit["code"] not in listed:
        return notice("province_foreign", file=path.name, unit=unit["name"])
    sent_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return _Sent(figures["version"], Report(unit["code"], unit["name"], figures[register], sent_at))


def _object(path: Path) -> Any:
    """What stands in a file; None for what is no JSON of a sensible size."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def _listed(path: Path, *, needed: bool) -> dict[str, str]:
    """The units that are to report, by code; empty where there is no list."""
    if not path.is_file():
        if needed:
            raise refused("province_units", file=path.name)
        return {}
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error):
        raise refused("province_units", file=path.name) from None
    found = {row[0].strip(): row[1].strip() for row in rows if len(row) >= 2 and row[0].strip().isdigit()}
    if not found:
        raise refused("province_units", file=path.name)
    return found


def _of_the_province(reports: Sequence[Report]) -> dict[str, str]:
    """Today's communes of the province from which files came, and units of other codes that came."""
    known = communes()
    provinces = {known[one.code].province for one in reports if one.code in known}
    units = {code: one.full_name for code, one in known.items() if one.province in provinces}
    return units | {one.code: one.name for one in sorted(reports, key=lambda one: one.code) if one.code not in units}


def _write(out: Path, sheet: ProvinceSheet, register: str, on: date) -> None:
    with whole_files(out.absolute().parent) as files:
        fresh = files.fresh(out)
        if out.suffix.lower() == ".xlsx":
            write_province(fresh, sheet, register, on)
        else:
            paper = province_paper(sheet, register)
            fresh.write_bytes(pdf(paper, on) if out.suffix.lower() == ".pdf" else word(paper, on))
