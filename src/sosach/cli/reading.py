"""What the reading options ask for, turned into a reading."""

from __future__ import annotations

import argparse
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.campaign.precedence import Precedence, usual
from sosach.findings.notices import refused
from sosach.intake.opening import Opening, start
from sosach.intake.options import ReadingOptions
from sosach.refdata.places import communes, provinces
from sosach.rules.context import Commune

if TYPE_CHECKING:
    from sosach.intake.reading import Opened


def options(chosen: argparse.Namespace) -> ReadingOptions:
    """How the workbooks are to be read.

    Raises:
        Refused: the password file is not there, or a field is unknown to the register.
    """
    return ReadingOptions(
        register=chosen.register,
        sheets=tuple(chosen.sheet),
        mapping=tuple(chosen.map),
        profile=chosen.profile,
        password=password(chosen.password_file),
    )


def options_right(chosen: argparse.Namespace) -> ReadingOptions:
    """How the second of two lists is to be read; the password may be one for both.

    Raises:
        Refused: the password file is not there.
    """
    return ReadingOptions(
        register=chosen.right_register,
        sheets=tuple(chosen.right_sheet),
        mapping=tuple(chosen.right_map),
        profile=chosen.profile,
        password=password(chosen.right_password_file or chosen.password_file),
    )


def password(file: Path | None) -> str | None:
    """The password that stands in a file; None where there is no file.

    Raises:
        Refused: the file is not there, or is no text.
    """
    if file is None:
        return None
    try:
        data = file.read_bytes()
    except OSError as failure:
        raise refused("file_not_found", file=file.name) from failure
    try:  # what Notepad calls Unicode is UTF-16
        text = data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as failure:
        raise refused("password_file", file=file.name) from failure
    return text.strip("\r\n")


@contextmanager
def begun(path: Path, wanted: ReadingOptions) -> Iterator[Opening | None]:
    """Starts reading a workbook before anything heavy is loaded; no child outlives the block.

    Gives None for Parquet, which needs no child.

    Raises:
        Refused: the file cannot be used.
    """
    if path.suffix.lower() == ".parquet":
        yield None
        return
    opening = start(path, wanted)
    with opening.child:
        yield opening


def finish(path: Path, wanted: ReadingOptions, opening: Opening | None) -> Opened:
    """The file, read.

    Raises:
        Refused: the file cannot be used.
    """
    if opening is None:
        from sosach.intake.parquet import open_parquet

        return open_parquet(path, wanted.register)
    from sosach.intake.read import read

    return read(path, wanted, opening)


def precedence(chosen: argparse.Namespace) -> Precedence:
    """Which source prevails, by the plan or by law.

    Raises:
        Refused: the plan cannot be used.
    """
    if chosen.plan is None:
        return usual()
    from sosach.campaign.plan import read_plan

    return read_plan(chosen.plan).precedence


def commune(chosen: argparse.Namespace, on: date) -> Commune | None:
    """The commune that the plan or `--unit` names.

    Raises:
        Refused: the plan cannot be used, or there is no such commune.
    """
    if chosen.plan is not None:
        from sosach.campaign.plan import read_plan

        plan = read_plan(chosen.plan)
        return Commune(plan.unit.code, plan.unit.name, plan.unit.province, plan.hamlet_names(on))
    if chosen.unit is None:
        return None
    unit = communes().get(chosen.unit)
    if unit is None:
        raise refused("unit_unknown", value=chosen.unit)
    return Commune(unit.code, unit.full_name, provinces()[unit.province].name)
