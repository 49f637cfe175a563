"""`pairs.xlsx`: who stands in a list twice, for people to look at and decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from sosach.findings.notices import Notice
from sosach.linkage.decided import Decision
from sosach.outputs.labels import register_name
from sosach.outputs.linking import decided_sheet, opening_sheet
from sosach.outputs.linking.decided_sheet import decided_columns
from sosach.outputs.linking.list_sheet import ListSheet, most_rows, write_list
from sosach.outputs.linking.opening_sheet import Opening, Told, write_opening
from sosach.outputs.linking.pair_sheet import Deciding, in_order, pair_columns
from sosach.outputs.linking.people import Side
from sosach.outputs.review.looks import Looks
from sosach.outputs.shown import whole
from sosach.outputs.workbook_file import add_sheet, close_workbook, open_workbook

# Sheets by verdict, and what each asks for.
SHEETS: Mapping[str, tuple[str, str]] = {
    "same": ("Trùng", "Một người ghi hai lần: giữ dòng đủ thông tin hơn, bổ sung từ dòng kia rồi xóa dòng thừa."),
    "review": ("Cần xem", "Giống nhau nhiều điểm nhưng chưa chắc: xem giấy tờ, hỏi thôn, rồi ghi kết luận."),
    "twins": ("Sinh đôi", "Cùng cha mẹ, sinh cùng lúc, khác tên: hai trẻ khác nhau, không cần làm gì."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """What a search for duplicates found."""

    file: str
    on: date
    one: Side
    other: Side  # the same list, under the name of the second column
    pairs: pl.DataFrame  # `left`, `right` (positions), levels, `probability`, `verdict`
    decisions: Sequence[Decision]  # in force
    places: Sequence[tuple[int, int] | None]  # of the decisions: the pair each is about, None: it fits none any more
    notices: Sequence[Notice]

    def of(self, verdict: str) -> pl.DataFrame:
        """The pairs of a verdict."""
        return self.pairs.filter(pl.col("verdict") == verdict)

    @property
    def most_rows(self) -> int:
        """How many rows a sheet shows at most."""
        return most_rows(self.one.persons.facts.height)


def write_pairs(path: Path, found: Pairs) -> None:
    """Writes the workbook.

    Raises:
        OSError: the file cannot be written.
    """
    title = f"Tìm người trùng trong {register_name(found.one.persons.register)}"
    workbook = open_workbook(path, title, found.on)
    looks = Looks(workbook)
    opening = add_sheet(workbook, opening_sheet.NAME, title, found.file, found.on)
    for told in _sheets(found):
        write_list(add_sheet(workbook, told.name, title, found.file, found.on), told, looks)
    write_opening(opening, _opening(title, found), looks)
    close_workbook(workbook)


def _sheets(found: Pairs) -> list[ListSheet]:
    decided = Deciding({pair: d for pair, d in zip(found.places, found.decisions, strict=True) if pair is not None})
    sheets = []
    for verdict, (name, _) in SHEETS.items():
        pairs = in_order(found.of(verdict), found.one).head(found.most_rows)
        columns = pair_columns(pairs, found.one, found.other, decided)
        sheets.append(ListSheet(name=name, columns=columns, rows=pairs.height, frozen=3))
    if found.decisions:
        columns = decided_columns(found.decisions, [pair is not None for pair in found.places])
        sheets.append(ListSheet(name=decided_sheet.NAME, columns=columns, rows=len(found.decisions), frozen=1))
    return sheets


def _opening(title: str, found: Pairs) -> Opening:
    table = [Told(name, found.of(verdict).height, to_do) for verdict, (name, to_do) in SHEETS.items()]
    if found.decisions:
        table.append(Told(decided_sheet.NAME, len(found.decisions), "Xem lại; có thể đổi kết luận ngay tại đây."))
    same, review, twins = (whole(found.of(verdict).height) for verdict in SHEETS)
    lead = (
        f"Đã so {whole(found.one.persons.facts.height)} người trong “{found.file}”: {same} cặp là một người ghi hai "
        f"lần, {review} cặp cần xem, {twins} cặp sinh đôi.",
        "Mỗi dòng là một cặp: dòng A và dòng B đứng cạnh nhau theo từng thông tin; ô khác nhau có màu và khung đứt.",
    )
    more = [
        f"Trang tính “{t.sheet}” chỉ in {whole(found.most_rows)} cặp đầu; đủ các cặp ở pairs.parquet."
        for t in table
        if t.count > found.most_rows
    ]
    return Opening(title=title, lead=(*lead, *more), table=table, notices=found.notices)
