"""`links.xlsx`: two lists laid side by side, for people to look at and decide."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from sosach.linkage.meeting import Meeting
from sosach.outputs.linking import decided_sheet, opening_sheet
from sosach.outputs.linking.alone_sheet import alone_sheet
from sosach.outputs.linking.commune_sheet import commune_sheet
from sosach.outputs.linking.decided_sheet import decided_columns
from sosach.outputs.linking.difference_sheet import difference_sheet
from sosach.outputs.linking.finding_sheet import finding_sheet
from sosach.outputs.linking.found import Alone, Links
from sosach.outputs.linking.list_sheet import ListSheet, write_list
from sosach.outputs.linking.new_rows_sheet import new_rows_sheet
from sosach.outputs.linking.opening_sheet import Opening, Told, write_opening
from sosach.outputs.linking.pair_sheet import agreeing_columns, in_order, pair_columns
from sosach.outputs.review.looks import Looks
from sosach.outputs.shown import whole
from sosach.outputs.workbook_file import add_sheet, close_workbook, open_workbook

_TITLES = {
    Meeting.CIVIL: "Đối chiếu với sổ khai sinh",
    Meeting.EXPORTS: "So hai bản kết xuất của một sổ",
    Meeting.REGISTERS: "Đối chiếu sổ trẻ em với sổ bảo trợ",
    Meeting.COMMUNES: "Đối chiếu sổ của hai xã",
}


@dataclass(frozen=True, slots=True)
class _Planned:
    """A sheet to be made: its name, how many lines there are, what they ask for, how it is made."""

    name: str
    count: int
    to_do: str
    make: Callable[[str], ListSheet]


def write_links(path: Path, found: Links) -> None:
    """Writes the workbook.

    Raises:
        OSError: the file cannot be written.
    """
    title = _TITLES[found.meeting]
    files = f"{found.left.file} – {found.right.file}"
    workbook = open_workbook(path, title, found.on)
    looks = Looks(workbook)
    opening = add_sheet(workbook, opening_sheet.NAME, title, files, found.on)
    planned = [*_PLANS[found.meeting](found), *_decided(found)]
    for sheet in planned:
        write_list(add_sheet(workbook, sheet.name, title, files, found.on), sheet.make(sheet.name), looks)
    write_opening(opening, _opening(title, found, planned), looks)
    close_workbook(workbook)


def _opening(title: str, found: Links, planned: list[_Planned]) -> Opening:
    left, right = found.left, found.right
    lead = [
        f"{left.name}: “{left.file}”, {whole(left.persons.facts.height)} người. "
        f"{right.name}: “{right.file}”, {whole(right.persons.facts.height)} người.",
        f"{whole(found.of('same').height)} người có ở cả hai, {whole(found.of('review').height)} cặp cần xem, "
        f"{whole(found.left_alone.positions.len())} người chỉ có ở bên thứ nhất, "
        f"{whole(found.right_alone.positions.len())} người chỉ có ở bên thứ hai.",
    ]
    cut = [sheet for sheet in planned if sheet.count > found.most_rows]
    lead += [f"Trang tính “{s.name}” chỉ in {whole(found.most_rows)} dòng đầu; đủ các dòng ở tệp Parquet." for s in cut]
    table = [Told(sheet.name, sheet.count, sheet.to_do) for sheet in planned]
    return Opening(title=title, lead=lead, table=table, notices=found.notices)


def _civil(found: Links) -> Iterator[_Planned]:
    book, register = ("left", "right") if found.left.persons.register.name == "births" else ("right", "left")
    births, kept = found.alone(book), found.alone(register)
    yield _differing(
        "Khớp, khác nhau", found, "Xem sổ gốc; giá trị theo căn cứ ưu tiên ở cột cuối, người có trách nhiệm chọn."
    )
    yield _review(found)
    new = births.of("new")
    yield _Planned(
        "Chưa có trong sổ", new.positions.len(), "Trẻ phát sinh mới: bổ sung vào phần mềm, đúng các cột của sổ.",
        lambda name: new_rows_sheet(name, new, found.side(book), found.side(register), found.most_rows),
    )  # fmt: skip
    yield _alone("Quá 60 ngày", kept.of("overdue"), found, register, "Hỏi gia đình, hướng dẫn đăng ký khai sinh.")
    yield _alone(
        "Chỉ có ở sổ", kept.without("overdue"), found, register, "Xem từng lý do; phần lớn khai sinh ở xã khác."
    )
    yield _alone("Chỉ có ở hộ tịch", births.without("new"), found, book, "Không bổ sung ngay: xem lý do từng dòng.")
    yield _agreeing("Giống nhau", found)


def _exports(found: Links) -> Iterator[_Planned]:
    yield _differing("Có thay đổi", found, "Xem ai đã sửa gì giữa hai lần kết xuất.")
    yield _review(found)
    yield _alone("Mới", found.right_alone, found, "right", "Người có ở bản mới, chưa có ở bản cũ.")
    yield _alone("Không còn", found.left_alone, found, "left", "Người có ở bản cũ, không còn ở bản mới: xem vì sao.")


def _registers(found: Links) -> Iterator[_Planned]:
    code = "cross_register"
    count = found.findings.filter(pl.col("rule") == code).height
    yield _Planned(
        "Hai sổ lệch nhau", count, "Đối chiếu quyết định hưởng và hồ sơ trẻ, sửa sổ ghi chưa đúng.",
        lambda name: finding_sheet(name, code, found),
    )  # fmt: skip
    yield _differing("Khác thông tin", found, "Một người, hai sổ ghi khác nhau: xem giấy tờ rồi sửa sổ ghi sai.")
    yield _review(found)
    yield _agreeing("Giống nhau", found)


def _communes(found: Links) -> Iterator[_Planned]:
    to_do = "Chuyển đi thì xã cũ ghi chuyển đi; còn lại hai xã thống nhất nơi quản lý."
    yield _Planned("Có ở cả hai xã", found.of("same").height, to_do, lambda name: commune_sheet(name, found))
    yield _review(found)


_PLANS: dict[Meeting, Callable[[Links], Iterator[_Planned]]] = {
    Meeting.CIVIL: _civil,
    Meeting.EXPORTS: _exports,
    Meeting.REGISTERS: _registers,
    Meeting.COMMUNES: _communes,
}


def _differing(name: str, found: Links, to_do: str) -> _Planned:
    count = found.differences.filter(pl.col("verdict") == "same").height
    return _Planned(name, count, to_do, lambda title: difference_sheet(title, found))


def _review(found: Links) -> _Planned:
    pairs = found.of("review")
    to_do = "Có thể là một người nhưng chưa chắc: xem giấy tờ, hỏi thôn, rồi ghi kết luận."
    return _Planned("Cần xem", pairs.height, to_do, lambda name: _pairs(name, pairs, found))


def _agreeing(name: str, found: Links) -> _Planned:
    told = found.differences.select("left").unique()
    pairs = found.of("same").join(told, on="left", how="anti", maintain_order="left")
    to_do = "Khớp, không có gì khác. Nếu thấy ghép nhầm, chọn “Hai người”."
    return _Planned(name, pairs.height, to_do, lambda title: _agreed(title, pairs, found))


def _pairs(name: str, pairs: pl.DataFrame, found: Links) -> ListSheet:
    ordered = in_order(pairs, found.left).head(found.most_rows)
    columns = pair_columns(ordered, found.left, found.right, found.decided)
    return ListSheet(name=name, columns=columns, rows=ordered.height, frozen=3)


def _agreed(name: str, pairs: pl.DataFrame, found: Links) -> ListSheet:
    ordered = in_order(pairs, found.left).head(found.most_rows)
    columns = agreeing_columns(ordered, found.left, found.right, found.decided)
    return ListSheet(name=name, columns=columns, rows=ordered.height, frozen=3)


def _alone(name: str, alone: Alone, found: Links, end: str, to_do: str) -> _Planned:
    explained = alone.why.null_count() < alone.why.len()
    return _Planned(
        name,
        alone.positions.len(),
        to_do,
        lambda title: alone_sheet(title, alone, found.side(end), most=found.most_rows, explained=explained),
    )


def _decided(found: Links) -> Iterator[_Planned]:
    if found.decisions:
        fits = [pair is not None for pair in found.places]
        columns = decided_columns(found.decisions, fits)
        yield _Planned(
            decided_sheet.NAME, len(fits), "Xem lại; có thể đổi kết luận ngay tại đây.",
            lambda name: ListSheet(name=name, columns=columns, rows=len(fits), frozen=1),
        )  # fmt: skip
