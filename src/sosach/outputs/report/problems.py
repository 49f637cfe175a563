"""Persons by kind of problem, with an example of the sentence and the next step; and what was only cleaned."""

from collections.abc import Iterator

from sosach.findings.finding import GROUP_LABELS
from sosach.outputs.figures import Figures, RuleFigures
from sosach.outputs.report.markup import Content, Html, join, tag
from sosach.outputs.report.parts import (
    Column,
    Section,
    foldable,
    lines,
    paragraph,
    row,
    section,
    severity_word,
    table,
    under,
)
from sosach.outputs.shown import whole

_COLUMNS = (
    Column("Vấn đề", row_head=True, kind="lead-cell"),
    Column("Mức", kind="nowrap"),
    Column("Số người", number=True),
    Column("Ví dụ và việc cần làm"),
)

_CLEANED_COLUMNS = (
    Column("Đã làm sạch", row_head=True, kind="lead-cell"),
    Column("Số người", number=True),
    Column("Số ô", number=True),
    Column("Ví dụ"),
)


def by_rule(figures: Figures) -> Section:
    """What is wrong: under each group of the plan its rules, errors first, most persons first."""
    found = table(_COLUMNS, _under_groups(figures), caption="Số người theo vấn đề", cards=True)
    nothing = paragraph("Chưa thấy vấn đề nào.")
    return section("theo-van-de", "Theo vấn đề", found if figures.rules else nothing, _cleaned(figures.cleaned))


def _under_groups(figures: Figures) -> Iterator[Html]:
    for group, persons in figures.groups.items():
        rules = [rule for rule in figures.rules if rule.group is group]
        if rules:
            head = join(GROUP_LABELS[group], tag("span", f" · {whole(persons.concerned)} người", class_="soft"))
            yield under(head, _COLUMNS, (row(_COLUMNS, _cells(rule)) for rule in rules))


def _cells(rule: RuleFigures) -> tuple[Content, ...]:
    what = lines(
        tag("span", rule.example, class_="example"),
        tag("span", "Việc cần làm: ", rule.next_step, class_="next") if rule.next_step else None,
    )
    return (rule.label, severity_word(rule.severity), whole(rule.persons), what)


def _cleaned(rules: tuple[RuleFigures, ...]) -> Html | None:
    if not rules:
        return None
    cells = sum(rule.findings for rule in rules)
    rows = [
        row(_CLEANED_COLUMNS, (r.label, whole(r.persons), whole(r.findings), tag("span", r.example, class_="example")))
        for r in rules
    ]
    return foldable(
        f"Đã làm sạch khi đọc {whole(cells)} ô, không cần làm gì thêm",
        table(_CLEANED_COLUMNS, rows, caption="Những gì đã làm sạch khi đọc", cards=True),
    )
