"""`sosach report province`: the communes' figures of a week put together; needs no home."""

from __future__ import annotations

import argparse
from pathlib import Path

from sosach.cli import console
from sosach.cli.parser import day

_DESCRIPTION = """\
Tổng hợp số liệu tuần của các xã từ các tệp figures.json. Tệp đã bị sửa, khác tuần hoặc không thuộc danh sách đơn vị thì
không được dùng và được nêu tên. Danh sách đơn vị lấy ở --units, ở units.csv trong thư mục, hoặc danh mục xã của tỉnh.

Cách dùng: sosach report province --week NGÀY THƯ_MỤC --out TỆP"""


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "province",
        help="tổng hợp số liệu tuần của các xã",
        description=_DESCRIPTION,
        epilog="Ví dụ:\n  sosach report province --week 2026-06-19 cac-xa --out tong-hop.xlsx",
    )
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="nơi có các tệp figures.json của các xã")
    parser.add_argument("--week", type=day("--week"), required=True, metavar="NGÀY", help="một ngày của tuần báo cáo")
    parser.add_argument("--out", type=Path, required=True, metavar="TỆP", help="bảng tổng hợp .xlsx, .pdf hoặc .docx")
    parser.add_argument("--units", type=Path, metavar="TỆP", help="danh sách đơn vị: mã, tên (CSV)")
    parser.add_argument(
        "--register", choices=("children", "beneficiaries"), default="children", help="sổ; mặc định: children"
    )
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Puts them together."""
    from sosach.usecases.province import put_together

    done = put_together(chosen.folder, chosen.week, chosen.out, register=chosen.register, units=chosen.units)
    for one in done.refused:
        console.refuse(one)
    sheet = done.sheet
    if chosen.json:
        refused = [{"code": one.code, "message": one.message} for one in done.refused]
        counts = {"expected": sheet.expected, "in_time": sheet.in_time, "late": sheet.late}
        console.say_json({**counts, "missing": list(sheet.missing), "refused": refused, "file": str(chosen.out)})
        return 0
    console.say(sheet.opening)
    if sheet.missing:
        console.say(f"Chưa gửi: {'; '.join(sheet.missing)}.")
    console.say(f"Đã ghi {chosen.out}")
    return 0
