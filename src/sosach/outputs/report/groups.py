"""Persons by group of the plan and by hamlet."""

from sosach.findings.finding import GROUP_LABELS, Group
from sosach.outputs.figures import Figures, HamletFigures, Persons
from sosach.outputs.labels import GROUPS_NOTE, SHORT_GROUP_LABELS, hamlet_name, knows_hamlets, shown_groups
from sosach.outputs.report.markup import Content, tag
from sosach.outputs.report.parts import Column, Section, bar, count, key, paragraph, row, section, table
from sosach.outputs.shown import percent, whole

_GROUP_COLUMNS = (
    Column("Nhóm", row_head=True),
    Column("Số người", number=True),
    Column("Có lỗi", number=True),
    Column("Chỉ cần xác minh", number=True),
    Column("", kind="bar-cell"),
    Column("Trên tổng số", number=True),
)


def by_group(figures: Figures) -> Section:
    """Persons in each group of the plan."""
    longest = max((p.concerned for p in figures.groups.values()), default=0)
    rows = [
        row(_GROUP_COLUMNS, _group_cells(group, persons, figures.persons, longest))
        for group, persons in figures.groups.items()
    ]
    total = figures.concerned
    foot = row(
        _GROUP_COLUMNS,
        (
            "Người có vấn đề",
            whole(total.concerned),
            whole(total.errors),
            whole(total.warnings),
            "",
            percent(total.concerned, figures.persons),
        ),
    )
    return section(
        "theo-nhom",
        "Theo nhóm của kế hoạch",
        table(_GROUP_COLUMNS, rows, foot=foot, caption="Số người theo nhóm của kế hoạch"),
        key(("fill-error", "Có lỗi"), ("fill-warning", "Chỉ cần xác minh")),
        paragraph(GROUPS_NOTE, class_="meta"),
        meta=f"trên {whole(figures.persons)} người",
    )


def by_hamlet(figures: Figures) -> Section | None:
    """Persons of each hamlet by group; nothing where no hamlet is known."""
    if not knows_hamlets(figures):
        return None
    groups = shown_groups(figures)
    columns = (
        Column("Thôn", row_head=True),
        Column("Số người", number=True),
        Column("Có vấn đề", number=True),
        Column("", kind="bar-cell"),
        *(Column(SHORT_GROUP_LABELS[group], number=True) for group in groups),
    )
    longest = max((line.concerned.concerned for line in figures.hamlets), default=0)
    rows = [row(columns, _hamlet_cells(line, groups, longest)) for line in figures.hamlets]
    sums: list[Content] = [count(figures.groups[group].concerned) for group in groups]
    foot = row(columns, ("Cả tệp", whole(figures.persons), whole(figures.concerned.concerned), "", *sums))
    return section(
        "theo-thon",
        "Theo thôn",
        table(columns, rows, foot=foot, caption="Số người có vấn đề theo thôn và nhóm"),
        meta="số người có vấn đề ở mỗi nhóm",
    )


def _group_cells(group: Group, persons: Persons, total: int, longest: int) -> tuple[Content, ...]:
    if group is Group.NOT_IN_REGISTER and not persons.concerned:
        return (GROUP_LABELS[group], *(tag("span", "–", class_="soft"),) * 3, "", "–")
    drawn = bar((("fill-error", persons.errors), ("fill-warning", persons.warnings)), longest)
    figures = (count(persons.concerned), count(persons.errors), count(persons.warnings))
    return (GROUP_LABELS[group], *figures, drawn if longest else "", percent(persons.concerned, total))


def _hamlet_cells(line: HamletFigures, groups: tuple[Group, ...], longest: int) -> tuple[Content, ...]:
    drawn = bar((("fill-error", line.concerned.errors), ("fill-warning", line.concerned.warnings)), longest)
    in_groups = (count(line.groups[group]) for group in groups)
    return (
        hamlet_name(line),
        whole(line.persons),
        count(line.concerned.concerned),
        drawn if longest else "",
        *in_groups,
    )
