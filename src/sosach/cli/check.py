"""`sosach check`: a register workbook in, a checked register out."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.cli import console, options
from sosach.cli.parser import day
from sosach.findings.notices import Refused, refused

if TYPE_CHECKING:
    from sosach.intake.options import ReadingOptions
    from sosach.rules.context import Commune
    from sosach.usecases.check import Outcome

_DESCRIPTION = """\
Đọc tệp kết xuất từ phần mềm, tìm người thiếu hoặc sai thông tin, nói rõ lý do, đề xuất cách sửa khi chứng minh được.
Tệp gốc không bị thay đổi.

Cách dùng: sosach check TỆP [TỆP...] [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach check tre-em.xlsx
  sosach check tre-em.xlsx --on 2026-06-18 --out ket-qua
  sosach check thon-1.xlsx thon-2.xlsx --register children
  sosach check la.xlsx --map full_name="Tên gọi" --map personal_id=@G
  sosach check tre-em.xlsx --plan plans/mau.toml --fail-on error

Kết quả (mặc định trong thư mục <tên tệp>-checked, bên cạnh tệp gốc):
  review.xlsx        bảng rà soát để mở bằng Excel
  report.html        bản kết quả kiểm tra, xem bằng trình duyệt
  records.parquet    hồ sơ đã làm sạch, cho chương trình khác
  findings.parquet   các vấn đề, cho chương trình khác
  summary.json       số liệu, dòng bỏ qua, cột đã ghép

Mã kết thúc: 0 xong; 1 xong nhưng --fail-on không đạt; 2 không dùng được đầu vào."""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "check", help="kiểm tra tệp kết xuất của một sổ", description=_DESCRIPTION, epilog=_EPILOG
    )
    options.declare(parser)
    parser.add_argument(
        "--on", type=day("--on"), metavar="NGÀY", help="ngày tính tuổi và hạn, dạng 2026-06-18; mặc định: hôm nay"
    )
    parser.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="nơi ghi kết quả; mặc định: <tên tệp>-checked")
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning"),
        help="kết thúc với mã 1 khi còn lỗi, hoặc còn lỗi hay điều cần xác minh",
    )
    parser.add_argument(
        "--review",
        choices=("full", "summary"),
        help="review.xlsx đầy đủ hay chỉ tổng hợp; mặc định: đầy đủ đến 100.000 người",
    )
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Checks each workbook; a workbook that cannot be used does not keep the others from being checked."""
    from sosach.cli import reading  # loaded when the command runs: help must be quick

    folders = _folders(chosen.workbooks, chosen.out)
    wanted = reading.options(chosen)
    on = chosen.on or console.today()
    choice = _Choice(on, chosen.review, reading.commune(chosen, on))
    outcomes: list[Outcome] = []
    for workbook, folder in zip(chosen.workbooks, folders, strict=True):
        try:
            outcome = _checked(workbook, wanted, choice, folder)
        except Refused as refusal:
            console.refuse(refusal.notice)
            continue
        outcomes.append(outcome)
        if not chosen.json:
            console.say(outcome.in_words())
    if chosen.json and outcomes:
        facts = [outcome.summary for outcome in outcomes]
        console.say_json({"workbooks": facts} if len(chosen.workbooks) > 1 else facts[0])
    if len(outcomes) < len(chosen.workbooks):
        return 2
    return int(not all(outcome.holds(chosen.fail_on) for outcome in outcomes))


@dataclass(frozen=True, slots=True)
class _Choice:
    """What holds for all workbooks of a call."""

    on: date
    review: str | None
    commune: Commune | None


def _checked(workbook: Path, wanted: ReadingOptions, choice: _Choice, folder: Path) -> Outcome:
    from sosach.cli import reading

    progress = console.Progress()
    progress.step(f"Đang đọc “{workbook.name}”…")
    try:
        with reading.begun(workbook, wanted) as opening:
            # Heavy: loaded only when the command runs, and while the child is already reading.
            from sosach.usecases.check import Options, check

            opened = reading.finish(workbook, wanted, opening)
        return check(opened, Options(choice.on, folder, choice.review, choice.commune), progress.step)
    finally:
        progress.done()


def _folders(workbooks: list[Path], out: Path | None) -> list[Path]:
    """Where each workbook's results go."""
    if out is not None and len(workbooks) == 1:
        return [out]
    folders = [(out or book.parent) / f"{book.stem}-checked" for book in workbooks]
    if len({f.resolve() for f in folders}) < len(folders):
        raise refused("output_twice", candidates=", ".join(sorted({f.name for f in folders})))
    return folders
