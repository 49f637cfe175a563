"""Parts that every section of the page is made of: tables, bars beside their figures, the word for a severity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sosach.findings.finding import SEVERITY_LABELS, Severity
from sosach.outputs.report.markup import Content, Html, join, tag
from sosach.outputs.shown import whole

_ICONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a table's column."""

    title: str
    number: bool = False  # right-aligned
    row_head: bool = False  # the cells name their row
    kind: str = ""  # a class of the style sheet


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; its title stands in the list of contents too."""

    anchor: str
    title: str
    html: Html


def section(anchor: str, title: str, *content: Content, meta: str | None = None) -> Section:
    """A part of the page under its heading."""
    heading = tag("h2", title, id=f"{anchor}-h")
    head = tag("div", heading, tag("span", meta, class_="meta") if meta else None, class_="section-head")
    return Section(anchor, title, tag("section", head, *content, id=anchor, aria_labelledby=f"{anchor}-h"))


def paragraph(*content: Content, class_: str | None = None) -> Html:
    """A paragraph."""
    return tag("p", *content, class_=class_)


def under(head: Content, columns: Sequence[Column], rows: Iterable[Html]) -> Html:
    """Rows that belong together under a head of their own."""
    cell = tag("th", head, scope="rowgroup", colspan=len(columns), role="rowheader")
    return tag("tbody", tag("tr", cell, role="row", class_="group"), *rows, role="rowgroup")


def table(
    columns: Sequence[Column], rows: Iterable[Html], *, foot: Html | None = None, caption: str, cards: bool = False
) -> Html:
    """A ledger; on a phone it scrolls sideways by itself or, with `cards`, each row becomes a block.

    Roles are written out since a browser forgets them when a row is laid out as a block. `rows` may be rows or what
    `under` makes of them.
    """
    head = tag("tr", *(_heading(column) for column in columns), role="row")
    body = list(rows)
    grouped = bool(body) and body[0].startswith("<tbody")
    ledger = tag(
        "table",
        tag("caption", caption, class_="visually-hidden"),
        tag("thead", head, role="rowgroup"),
        *(body if grouped else (tag("tbody", *body, role="rowgroup"),)),
        tag("tfoot", foot, role="rowgroup") if foot else None,
        class_="ledger cards" if cards else "ledger",
        role="table",
    )
    return ledger if cards else tag("div", ledger, class_="scroll", tabindex="0", role="region", aria_label=caption)


def row(columns: Sequence[Column], cells: Sequence[Content]) -> Html:
    """A row of a ledger, one cell per column."""
    return tag("tr", *(_cell(c, cell) for c, cell in zip(columns, cells, strict=True)), role="row")


def bar(parts: Sequence[tuple[str, int]], total: int, kind: str = "bar") -> Html:
    """A bar of parts, each (class, count), on the length of `total`; the figures stand beside it."""
    drawn, start = [tag("rect", class_="fill-base", width=total, height=6)], 0
    for class_, count in parts:
        if count:
            drawn.append(tag("rect", class_=class_, x=start, width=count, height=6))
            start += count
    return tag(
        "svg", *drawn, class_=kind, viewBox=f"0 0 {max(total, 1)} 6", preserveAspectRatio="none", aria_hidden="true"
    )


def key(*entries: tuple[str, str]) -> Html:
    """What the parts of a bar mean: (class, word)."""
    swatch = (
        tag(
            "span",
            tag(
                "svg",
                tag("rect", class_=c, width=18, height=10),
                class_="swatch",
                viewBox="0 0 18 10",
                aria_hidden="true",
            ),
            word,
        )
        for c, word in entries
    )
    return tag("p", *swatch, class_="chart-key")


def contents(sections: Iterable[Section]) -> Html:
    """Links to the sections."""
    return tag("nav", listed(tag("a", s.title, href=f"#{s.anchor}") for s in sections), aria_label="Các phần")


def severity_word(severity: Severity) -> Html:
    """A severity as sign, word and colour."""
    icon = tag("svg", tag("use", href=f"#i-{_ICONS[severity]}"), class_="icon", aria_hidden="true")
    return tag("span", icon, SEVERITY_LABELS[severity], class_=f"status status--{_ICONS[severity]}")


def count(number: int) -> Html | str:
    """A count in a table; none is written in grey so that the others are seen."""
    return whole(number) if number else tag("span", "0", class_="soft")


def isolated(text: str) -> Html:
    """Text of the file inside a sentence: its writing direction ends with it."""
    return tag("bdi", text)


def foldable(summary: str, *content: Content, open_: bool = False) -> Html:
    """Detail that is out of the way until somebody wants it."""
    return tag("details", tag("summary", summary), *content, open=open_)


def listed(items: Iterable[Content], *, ordered: bool = False, class_: str | None = None) -> Html:
    """A list."""
    return tag("ol" if ordered else "ul", *(tag("li", item) for item in items), class_=class_)


def lines(*content: Content) -> Html:
    """Pieces, each on its own line."""
    return join(*(tag("div", piece) for piece in content if piece is not None))


def _heading(column: Column) -> Html:
    return tag("th", column.title, scope="col", role="columnheader", class_=_classes(column))


def _cell(column: Column, content: Content) -> Html:
    if column.row_head:
        return tag("th", content, scope="row", role="rowheader", class_=_classes(column))
    label = column.title if column.title else None
    return tag("td", content, role="cell", class_=_classes(column), data_label=label)


def _classes(column: Column) -> str | None:
    return " ".join(filter(None, ("num" if column.number else "", column.kind))) or None
