"""`sosach waiting`: rows of which it is not certain whose they are, and the answer to one."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from sosach.cli import console, home
from sosach.registers.catalogue import registers

if TYPE_CHECKING:
    from sosach.store.registers.models import WaitingRow

_WHY = {
    "code_taken": "mã hồ sơ là của người khác tên, khác ngày sinh",
    "number_taken": "số định danh là của người khác tên, khác ngày sinh",
    "unsure": "giống một người trong sổ nhưng chưa đủ chắc",
}

_DESCRIPTION = """\
Dòng chưa chắc là của ai trong tệp đã nhập: xem danh sách, hoặc trả lời một dòng.

Cách dùng: sosach waiting [SỐ same|new|none] [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach waiting --register children
  sosach waiting 3 same                    đúng là người được nêu
  sosach waiting 3 same --code TE27000013  là người khác trong sổ
  sosach waiting 3 new                     là người mới"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "waiting", help="dòng chưa chắc là của ai trong tệp đã nhập", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("row", nargs="?", type=int, metavar="SỐ", help="số của dòng chờ")
    parser.add_argument(
        "answer", nargs="?", choices=("same", "new", "none"), help="người đã có, người mới, hay bỏ qua dòng này"
    )
    parser.add_argument("--code", metavar="MÃ_HỒ_SƠ", help="mã hồ sơ của người đó, nếu khác người được nêu")
    parser.add_argument("--register", choices=tuple(registers()), help="chỉ xem một sổ")
    parser.add_argument("--reason", default="", metavar="LÝ_DO", help="lý do")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Lists the rows, or answers one."""
    home.opened(chosen)
    return _list(chosen) if chosen.answer is None else _answer(chosen)


def _list(chosen: argparse.Namespace) -> int:
    from sosach.store.registers.selectors import waiting_rows

    rows = [_told(row) for row in waiting_rows(chosen.register)]
    if chosen.json:
        console.say_json({"waiting": rows})
        return 0
    for row in rows:
        may_be = f"; có thể là {row['candidate']}" if row["candidate"] else ""
        where = f"{row['sheet']}, dòng {row['row']}" if row["sheet"] else f"dòng {row['row']}"
        console.say(f"{row['number']}. {row['full_name'] or '(không tên)'} ({where}): {_WHY[row['why']]}{may_be}")
    if not rows:
        console.say("Không có dòng nào đang chờ.")
    return 0


def _told(row: WaitingRow) -> dict[str, Any]:
    return {
        "number": row.id,
        "register": row.register,
        "import": row.operation,
        "sheet": row.sheet,
        "row": row.row,
        "full_name": json.loads(row.shown).get("full_name"),
        "why": row.why,
        "candidate": row.candidate and row.candidate.record_code,
    }


def _answer(chosen: argparse.Namespace) -> int:
    from sosach.store.desk.answer_row import answer_row
    from sosach.store.registers.services.waiting import Answer

    done = answer_row(
        chosen.row, Answer(chosen.answer), chosen.code, chosen.reason, actor=home.actor(chosen), on=home.on(chosen)
    )
    if chosen.json:
        console.say_json({"operation": done.operation})
    else:
        console.say(f"Đã ghi câu trả lời (việc số {done.operation}).")
    return 0
