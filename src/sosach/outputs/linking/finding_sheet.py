"""What two registers contradict each other in, as a list of things to settle."""

from collections.abc import Sequence
from itertools import chain

import polars as pl

from sosach.linkage.link_findings import CODES
from sosach.outputs.linking.found import Links
from sosach.outputs.linking.list_sheet import Entry, ListColumn, ListSheet
from sosach.outputs.linking.people import Side


def finding_sheet(name: str, code: str, found: Links) -> ListSheet:
    """The findings of a code, those of the left list first.

    Args:
        name: of the sheet.
        code: of `linkage.link_findings.CODES`.
        found: the comparison.
    """
    lines = found.findings.filter(pl.col("rule") == code)
    parts = [
        (found.side(end), lines.filter(pl.col("side") == end).head(found.most_rows // 2)) for end in ("left", "right")
    ]
    placed = [(side, _positions(part, side)) for side, part in parts]

    def both(entries: Sequence[Sequence[Entry]]) -> list[Entry]:
        return list(chain.from_iterable(entries))

    count = sum(part.height for _, part in parts)
    columns = [
        ListColumn(title="STT", entries=list(range(1, count + 1)), width=5, looks=("centred",)),
        ListColumn(title="Thôn", entries=both([_hamlets(*at) for at in placed]), width=14),
        ListColumn(title="Họ và tên", entries=both([s.entries("full_name", p) for s, p in placed]), width=22),
        ListColumn(title="Ngày sinh", entries=both([s.entries("birth_date", p) for s, p in placed]), width=11),
        ListColumn(title="Trong sổ", entries=both([[s.name] * p.len() for s, p in placed]), width=12),
        ListColumn(title="Ở dòng", entries=both([s.places(p) for s, p in placed]), width=9),
        ListColumn(title="Dòng bên sổ kia", entries=both([_rows(part["other_row"]) for _, part in parts]), width=9),
        ListColumn(title="Giải thích", entries=both([part["message"].to_list() for _, part in parts]), width=60),
        ListColumn(title="Việc cần làm", entries=[CODES[code].next_step] * count, width=22),
        ListColumn(title="Ghi chú", width=18, fill_in=True),
    ]
    return ListSheet(name=name, columns=columns, rows=count, frozen=4)


def _positions(part: pl.DataFrame, side: Side) -> pl.Series:
    """Where the rows of findings stand in the list."""
    rows = side.persons.facts.select("sheet", "row").with_row_index("place")
    return part.select("sheet", "row").join(rows, on=["sheet", "row"], how="left", maintain_order="left")["place"]


def _hamlets(side: Side, positions: pl.Series) -> Sequence[Entry]:
    return side.persons.facts["hamlet"].gather(positions).to_list()


def _rows(rows: pl.Series) -> Sequence[Entry]:
    return rows.cast(pl.String).to_list()
