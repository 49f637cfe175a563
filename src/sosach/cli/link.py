"""`sosach link`: who is who in two lists."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.cli import console, linking, options
from sosach.cli.parser import day
from sosach.findings.notices import Refused

if TYPE_CHECKING:
    from sosach.intake.opening import Opening
    from sosach.intake.options import ReadingOptions
    from sosach.intake.reading import Opened

_DESCRIPTION = """\
Đối chiếu hai danh sách: sổ với trích xuất khai sinh, bản kết xuất cũ với bản mới, sổ trẻ em với sổ bảo trợ, sổ của hai
xã. Mỗi người được ghép với nhiều nhất một người; mỗi cặp có lý do bằng lời. Tệp gốc không bị thay đổi.

Cách dùng: sosach link TỆP_THỨ_NHẤT TỆP_THỨ_HAI [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach link tre-em.xlsx khai-sinh.xlsx
  sosach link tre-em-thang-5.xlsx tre-em-thang-6.xlsx --on 2026-06-18
  sosach link tre-em.xlsx khai-sinh.xlsx --decisions tre-em-khai-sinh/links.xlsx
  sosach link tre-em.xlsx la.xlsx --right-register births --right-map birth_cert_no=@B

--register, --sheet, --map nói về tệp thứ nhất; --right-register, --right-sheet, --right-map nói về tệp thứ hai.
Tệp thứ hai không tự nhận ra được thì coi là cùng loại sổ với --register.

Kết quả (mặc định trong thư mục <tên tệp thứ nhất>-<tên tệp thứ hai>, bên cạnh tệp thứ nhất):
  links.xlsx             bảng đối chiếu, có cột để ghi kết luận
  links.parquet          các cặp là một người hoặc cần xem
  left_only.parquet      người chỉ có ở tệp thứ nhất
  right_only.parquet     người chỉ có ở tệp thứ hai (với khai sinh: trẻ chưa có trong sổ)
  differences.parquet    thông tin hai bên ghi khác nhau
  links-findings.parquet các vấn đề tìm thấy khi đối chiếu
  links-decisions.json   các quyết định đã ghi, được giữ cho lần sau
  links.json             số liệu

Mã kết thúc: 0 xong; 2 không dùng được đầu vào."""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "link", help="đối chiếu hai danh sách, ví dụ sổ trẻ em với khai sinh", description=_DESCRIPTION, epilog=_EPILOG
    )
    for place, title in (("left", "TỆP_THỨ_NHẤT"), ("right", "TỆP_THỨ_HAI")):
        parser.add_argument(place, type=Path, metavar=title, help=".xlsx .xlsm .xls .xlsb .ods .csv hoặc .parquet")
    options.declare_register(parser)
    options.declare_reading(parser)
    options.declare_right(parser)
    linking.declare(parser)
    parser.add_argument(
        "--on", type=day("--on"), metavar="NGÀY", help="ngày tính tuổi và hạn, dạng 2026-06-18; mặc định: hôm nay"
    )
    parser.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="nơi ghi kết quả")
    parser.set_defaults(run=run)


def _right(chosen: argparse.Namespace, wanted: ReadingOptions, opening: Opening | None) -> Opened:
    """The second list; one that nobody would recognise is of the register that the first was said to be."""
    from sosach.cli import reading

    try:
        return reading.finish(chosen.right, wanted, opening)
    except Refused as refusal:
        if wanted.register or not chosen.register or refusal.notice.code != "register_unknown":
            raise
    as_left = replace(wanted, register=chosen.register)
    with reading.begun(chosen.right, as_left) as again:
        return reading.finish(chosen.right, as_left, again)


def run(chosen: argparse.Namespace) -> int:
    """Compares the two lists."""
    from sosach.cli import reading  # loaded when the command runs: help must be quick

    on = chosen.on or console.today()
    wanted, wanted_right = reading.options(chosen), reading.options_right(chosen)
    with reading.begun(chosen.left, wanted) as opening, reading.begun(chosen.right, wanted_right) as opening_right:
        from sosach.engines.linker import Engine
        from sosach.usecases.link import Options, link

        progress = console.Progress()
        try:
            left = reading.finish(chosen.left, wanted, opening)
            right = _right(chosen, wanted_right, opening_right)
            asked = Options(
                on=on,
                out=chosen.out or chosen.left.with_name(f"{chosen.left.stem}-{chosen.right.stem}"),
                engine=Engine(chosen.engine),
                model=linking.model(chosen),
                decisions=chosen.decisions,
                password=wanted.password,
                commune=reading.commune(chosen, on),
                precedence=reading.precedence(chosen),
            )
            outcome = link(left, right, asked, progress.step)
        finally:
            progress.done()
    linking.report(outcome, as_json=chosen.json)
    return 0
