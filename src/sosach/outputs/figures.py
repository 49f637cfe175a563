"""The figures of a check: persons by group, by hamlet and by rule, and the persons with most to repair.

Persons are counted, not findings: somebody with two wrong cells is one person in every row of figures. An error or a
warning puts a person into a group; what was only cleaned does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.outputs.checked import Checked
from sosach.outputs.hamlets import hamlet_names
from sosach.outputs.rule_words import rules_by_code
from sosach.outputs.shown import discreet_message, masked
from sosach.rules.rule import Rule
from sosach.text.collation import sort_key

PLACE = ("sheet", "row")

NO_HAMLET = ""

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)  # the gravest first

# More hamlets than a commune ever has: a province in one file. The rest is put together in one line.
MOST_HAMLETS = 120


@dataclass(frozen=True, slots=True)
class Persons:
    """A number of persons, split by the gravest that was found."""

    errors: int = 0  # persons with an error
    warnings: int = 0  # persons with nothing graver than a warning

    @property
    def concerned(self) -> int:
        """All of them."""
        return self.errors + self.warnings


@dataclass(frozen=True, slots=True)
class HamletFigures:
    """One hamlet; the name is empty for persons without one and None for the hamlets put together."""

    name: str | None
    persons: int
    concerned: Persons
    groups: Mapping[Group, int]  # persons


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """One rule that has found something."""

    code: str
    label: str
    next_step: str
    severity: Severity  # the gravest it has used
    group: Group | None
    persons: int
    findings: int
    example: str  # its sentence about the first person, numbers masked


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one check."""

    persons: int
    concerned: Persons
    groups: Mapping[Group, Persons]  # every group, in the order of the plan
    hamlets: tuple[HamletFigures, ...]  # in alphabetical order, persons without a hamlet at the end
    rules: tuple[RuleFigures, ...]  # of errors and warnings, most persons first
    cleaned: tuple[RuleFigures, ...]  # of info, most persons first
    proven: int  # errors and warnings with a suggestion that is proven
    likely: int  # ... that is likely


def figures(checked: Checked) -> Figures:
    """Counts a check; findings and records may be larger than memory."""
    by_person = _persons(checked.findings)
    groups, hamlets, by_rule, suggested = pl.collect_all(
        [
            _by_group(checked.findings),
            _by_hamlet(checked, by_person),
            _by_rule(checked.findings),
            _suggested(checked.findings),
        ],
        engine="streaming",
    )
    lines = tuple(_hamlet(row) for row in hamlets.iter_rows(named=True))
    known = rules_by_code(checked.register)
    spoken = tuple(_rule(row, known.get(row["rule"])) for row in by_rule.iter_rows(named=True))
    certain = dict(suggested.iter_rows())
    return Figures(
        persons=sum(line.persons for line in lines),
        concerned=Persons(
            errors=sum(line.concerned.errors for line in lines), warnings=sum(line.concerned.warnings for line in lines)
        ),
        groups=_all_groups(groups),
        hamlets=_shortened(lines),
        rules=tuple(r for r in spoken if r.severity is not Severity.INFO),
        cleaned=tuple(r for r in spoken if r.severity is Severity.INFO),
        proven=certain.get(Certainty.PROVEN, 0),
        likely=certain.get(Certainty.LIKELY, 0),
    )


def hamlet_order(hamlet: pl.Expr) -> pl.Expr:
    """A key by which hamlets stand in Vietnamese order, Thôn 2 before Thôn 10."""
    return sort_key(hamlet).str.replace_all(r"(^|\D)(\d)($|\D)", "${1}0${2}${3}")


def problems(findings: pl.LazyFrame) -> pl.LazyFrame:
    """The findings that somebody has to settle: errors and warnings."""
    return findings.filter(pl.col("severity") != Severity.INFO)


def count_by_severity() -> tuple[pl.Expr, pl.Expr]:
    """The number of errors and of warnings in a group of findings."""
    severity = pl.col("severity")
    return (
        (severity == Severity.ERROR).sum().alias("errors"),
        (severity == Severity.WARNING).sum().alias("warnings"),
    )


def _persons(findings: pl.LazyFrame) -> pl.LazyFrame:
    return problems(findings).group_by(PLACE).agg(*count_by_severity(), pl.col("group").unique().alias("groups"))


def _split() -> tuple[pl.Expr, pl.Expr]:
    """Persons with errors, and persons with warnings only."""
    graver = pl.col("errors") > 0
    return graver.sum().alias("errors"), (~graver & (pl.col("warnings") > 0)).sum().alias("warnings")


def _by_group(findings: pl.LazyFrame) -> pl.LazyFrame:
    return problems(findings).group_by(*PLACE, "group").agg(*count_by_severity()).group_by("group").agg(*_split())


def _by_hamlet(checked: Checked, by_person: pl.LazyFrame) -> pl.LazyFrame:
    hamlet = checked.field("hamlet").replace(hamlet_names(checked)).fill_null(NO_HAMLET)
    people = checked.records.select(*PLACE, hamlet.alias("hamlet"))
    in_group = [pl.col("groups").list.contains(group.value).sum().alias(group.value) for group in Group]
    counted = people.join(by_person, on=PLACE, how="left").group_by("hamlet")
    lines = counted.agg(pl.len().alias("persons"), *_split(), *in_group).fill_null(0)
    return lines.sort(hamlet_order(pl.col("hamlet").replace(NO_HAMLET, None)), nulls_last=True)


def _by_rule(findings: pl.LazyFrame) -> pl.LazyFrame:
    gravity = {severity.value: i for i, severity in enumerate(_SEVERITIES)}
    gravest = pl.col("severity").replace_strict(gravity, return_dtype=pl.Int8).min()
    by_person = findings.group_by(*PLACE, "rule").agg(pl.len().alias("findings"))
    persons = by_person.group_by("rule").agg(pl.len().alias("persons"), pl.col("findings").sum())
    first = pl.col("group", "message", "field").min_by("_number")
    spoken = findings.with_row_index("_number").group_by("rule").agg(gravest.alias("gravest"), first)
    example = masked(discreet_message(pl.col("message"), pl.col("field"))).alias("example")
    counted = persons.join(spoken, on="rule").with_columns(example)
    return counted.sort("gravest", "persons", "rule", descending=[False, True, False])


def _suggested(findings: pl.LazyFrame) -> pl.LazyFrame:
    return problems(findings).filter(pl.col("suggestion").is_not_null()).group_by("certainty").agg(pl.len())


def _all_groups(found: pl.DataFrame) -> dict[Group, Persons]:
    counted = {row["group"]: Persons(row["errors"], row["warnings"]) for row in found.iter_rows(named=True)}
    return {group: counted.get(group.value, Persons()) for group in Group}


def _hamlet(row: Mapping[str, int | str]) -> HamletFigures:
    count = {key: int(value) for key, value in row.items() if key != "hamlet"}
    groups = {group: count[group.value] for group in Group}
    return HamletFigures(str(row["hamlet"]), count["persons"], Persons(count["errors"], count["warnings"]), groups)


def _shortened(lines: tuple[HamletFigures, ...]) -> tuple[HamletFigures, ...]:
    """The lines with most to do in their order, the others as one line at the end."""
    if len(lines) <= MOST_HAMLETS:
        return lines
    by_need = sorted(range(len(lines)), key=lambda i: (-lines[i].concerned.concerned, -lines[i].persons, i))
    kept, rest = sorted(by_need[: MOST_HAMLETS - 1]), by_need[MOST_HAMLETS - 1 :]
    return (*(lines[i] for i in kept), _together([lines[i] for i in rest]))


def _together(lines: list[HamletFigures]) -> HamletFigures:
    concerned = Persons(sum(line.concerned.errors for line in lines), sum(line.concerned.warnings for line in lines))
    groups = {group: sum(line.groups[group] for line in lines) for group in Group}
    return HamletFigures(None, sum(line.persons for line in lines), concerned, groups)


def _rule(row: Mapping[str, Any], rule: Rule | None) -> RuleFigures:
    return RuleFigures(
        code=row["rule"],
        label=rule.label if rule else row["rule"],
        next_step=rule.next_step if rule else "",
        severity=_SEVERITIES[row["gravest"]],
        group=Group(row["group"]) if row["group"] else None,
        persons=row["persons"],
        findings=row["findings"],
        example=row["example"],
    )
