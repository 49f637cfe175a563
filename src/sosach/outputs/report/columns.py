"""What the columns of the file look like."""

from collections.abc import Mapping, Sequence

from sosach.outputs.checked import Checked
from sosach.outputs.profile import ColumnProfile
from sosach.outputs.report.markup import Content, Html, join, tag
from sosach.outputs.report.parts import Column, Section, bar, count, isolated, key, paragraph, row, section, table
from sosach.outputs.shown import percent, whole

_COLUMNS = (
    Column("Cột", row_head=True),
    Column("Đã ghi", number=True),
    Column("Giá trị khác nhau", number=True),
    Column("", kind="bar-cell"),
    Column("Đã gọn", number=True),
    Column("Đã làm sạch", number=True),
    Column("Có vấn đề", number=True),
    Column("Giá trị lạ hay gặp", kind="wide-cell"),
)


def columns(checked: Checked, profiles: Sequence[ColumnProfile]) -> Section | None:
    """The profile of each column."""
    if not profiles:
        return None
    headings = _headings(checked)
    rows = [row(_COLUMNS, _cells(profile, headings.get(profile.field.name, ()))) for profile in profiles]
    return section(
        "cac-cot",
        "Các cột của tệp",
        table(_COLUMNS, rows, caption="Tình trạng từng cột"),
        key(
            ("fill-done", "Đã gọn"),
            ("fill-info", "Đã làm sạch khi đọc"),
            ("fill-error", "Có vấn đề"),
            ("fill-base", "Để trống được"),
        ),
        paragraph(_ESTIMATED, class_="meta") if profiles[0].estimated else None,
        meta=f"trên {whole(profiles[0].persons)} người",
    )


_ESTIMATED = "Số giá trị khác nhau có dấu ≈ là ước tính, lệch khoảng 1 %."


def _headings(checked: Checked) -> Mapping[str, tuple[str, ...]]:
    """The headings each field was read from, without repetition."""
    found: dict[str, dict[str, None]] = {}
    for column in checked.summary["source"]["columns"]:
        if column["field"]:
            found.setdefault(column["field"], {})[column["heading"]] = None
    return {field: tuple(headings) for field, headings in found.items()}


def _cells(profile: ColumnProfile, headings: tuple[str, ...]) -> tuple[Content, ...]:
    cleaned = profile.cleaned or 0
    parts = (("fill-done", profile.tidy), ("fill-info", cleaned), ("fill-error", profile.wrong + profile.missing))
    return (
        _name(profile, headings),
        percent(profile.filled, profile.persons),
        f"{'≈ ' if profile.estimated else ''}{whole(profile.distinct)}",
        bar(parts, profile.persons),
        count(profile.tidy),
        count(cleaned) if profile.cleaned is not None else "–",
        count(profile.wrong + profile.missing),
        join(*(_odd(o.text, o.persons) for o in profile.odd), between=" · "),
    )


def _name(profile: ColumnProfile, headings: tuple[str, ...]) -> Html:
    other = [h for h in headings if h != profile.field.label]
    return join(
        profile.field.label, tag("small", "cột “", isolated("”, “".join(other)), "”", class_="meta") if other else None
    )


def _odd(text: str, persons: int) -> Html:
    often = f" ({whole(persons)})" if persons > 1 else None
    return join(tag("span", "“", isolated(text), "”", class_="nowrap"), often)
