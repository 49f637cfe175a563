"""The persons with most to repair, each with all that was found."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from sosach.findings.finding import Severity
from sosach.outputs.checked import Checked
from sosach.outputs.figures import PLACE, count_by_severity, problems
from sosach.outputs.report.markup import Content, join, tag
from sosach.outputs.report.parts import Column, Section, isolated, listed, row, section, table
from sosach.outputs.shown import discreet_message, masked, whole

WORST = 20  # persons shown

_COLUMNS = (
    Column("Họ và tên", row_head=True, kind="lead-cell"),
    Column("Thôn", kind="nowrap"),
    Column("Vị trí", kind="nowrap"),
    Column("Vấn đề", number=True),
    Column("Giải thích"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One person with what was found."""

    name: str | None
    hamlet: str | None
    sheet: str
    row: int
    messages: tuple[str, ...]  # the gravest first; numbers masked


def worst_cases(checked: Checked) -> tuple[Case, ...]:
    """The persons with most errors, then most warnings; those with a single problem are left to the workbook."""
    counted = problems(checked.findings).group_by(PLACE).agg(*count_by_severity())
    several = counted.filter(pl.col("errors") + pl.col("warnings") > 1)
    worst = several.sort("errors", "warnings", *PLACE, descending=[True, True, False, False]).head(WORST).collect()
    ranked = worst.select(PLACE).with_row_index("rank").lazy()
    message = masked(discreet_message(pl.col("message"), pl.col("field")))
    gravest_first = pl.col("severity") != Severity.ERROR
    spoken = ranked.join(problems(checked.findings), on=PLACE, how="inner").sort(
        "rank", gravest_first, maintain_order=True
    )
    messages = spoken.group_by("rank", maintain_order=True).agg(message.alias("messages"))
    people = checked.records.select(*PLACE, checked.field("full_name"), checked.field("hamlet"))
    named = ranked.join(people, on=PLACE, how="left").join(messages, on="rank", how="left").sort("rank").collect()
    return tuple(
        Case(r["full_name"], r["hamlet"], r["sheet"], r["row"], tuple(r["messages"]))
        for r in named.iter_rows(named=True)
    )


def cases(worst: Sequence[Case], *, one_sheet: bool) -> Section | None:
    """The worst cases as a table; nothing when nobody has more than one problem.

    Args:
        worst: the cases.
        one_sheet: whether the file has one sheet only, so that its name need not be said.
    """
    if not worst:
        return None
    return section(
        "nhieu-van-de",
        "Hồ sơ nhiều vấn đề nhất",
        table(
            _COLUMNS,
            [row(_COLUMNS, _cells(case, one_sheet=one_sheet)) for case in worst],
            caption="Hồ sơ có từ hai vấn đề trở lên",
            cards=True,
        ),
        meta=f"{whole(len(worst))} hồ sơ, xếp theo số lỗi",
    )


def _cells(case: Case, *, one_sheet: bool) -> tuple[Content, ...]:
    sheet = None if one_sheet else tag("small", isolated(case.sheet), class_="meta")
    place = join("dòng ", str(case.row), sheet)
    name = case.name or tag("span", "(chưa có họ tên)", class_="soft")
    return (name, case.hamlet or "–", place, whole(len(case.messages)), listed(case.messages))
