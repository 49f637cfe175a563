"""`sosach visits met`: children met of whom it is not certain who they are, and the answer about one."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from sosach.cli import console, home

if TYPE_CHECKING:
    from sosach.store.visits.models import Met

_WHY = {
    "code_taken": "mã hồ sơ là của người khác tên, khác ngày sinh",
    "number_taken": "số định danh là của người khác tên, khác ngày sinh",
    "unsure": "giống một trẻ trong sổ nhưng chưa đủ chắc",
    "twice": "giống một trẻ khác ghi trên cùng phiếu",
    "birth_known": "dòng khai sinh của trẻ này đã khớp với một trẻ trong sổ",
    "nameless": "chưa có tên đọc được",
    "no_register": "sổ trẻ em chưa được nhập",
}

_DESCRIPTION = """\
Trẻ gặp thêm khi rà soát mà chưa chắc là ai: xem danh sách, hoặc trả lời về một trẻ.

Cách dùng: sosach visits met [SỐ same|new|none] [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach visits met
  sosach visits met 3 same                    đúng là trẻ được nêu
  sosach visits met 3 same --code TE27000013  là trẻ khác trong sổ
  sosach visits met 3 new                     là trẻ mới"""


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "met", help="trẻ gặp thêm còn chờ quyết định", description=_DESCRIPTION, epilog=_EPILOG
    )  # fmt: skip
    parser.add_argument("number", nargs="?", type=int, metavar="SỐ", help="số của trẻ trong danh sách chờ")
    parser.add_argument("answer", nargs="?", choices=("same", "new", "none"), help="trẻ đã có, trẻ mới, hay bỏ qua")
    parser.add_argument("--code", metavar="MÃ_HỒ_SƠ", help="mã hồ sơ của trẻ đó, nếu khác trẻ được nêu")
    parser.add_argument("--reason", default="", metavar="LÝ_DO", help="lý do")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Lists the children, or answers about one."""
    home.opened(chosen)
    return _list(chosen) if chosen.answer is None else _answer(chosen)


def _list(chosen: argparse.Namespace) -> int:
    from sosach.store.visits.selectors import waiting_met

    rows = [_told(child) for child in waiting_met()]
    if chosen.json:
        console.say_json({"waiting": rows})
        return 0
    for row in rows:
        may_be = f"; có thể là {row['candidate']}" if row["candidate"] else ""
        book = "; có trong sổ khai sinh" if row["in_births_book"] else ""
        console.say(
            f"{row['number']}. {row['full_name'] or '(không tên)'} ({row['hamlet']}, phiếu {row['visit']}, "
            f"dòng {row['row']}): {_WHY[row['why']]}{may_be}{book}"
        )
    if not rows:
        console.say("Không có trẻ nào đang chờ.")
    return 0


def _told(child: Met) -> dict[str, Any]:
    return {
        "number": child.id,
        "visit": child.received.visit.code,
        "hamlet": child.received.visit.hamlet,
        "sheet": child.sheet,
        "row": child.row,
        "full_name": json.loads(child.shown).get("full_name"),
        "why": child.why,
        "candidate": child.candidate and (child.candidate.record_code or child.candidate.full_name),
        "in_births_book": child.birth_id is not None,
    }


def _answer(chosen: argparse.Namespace) -> int:
    from sosach.store.desk.answer_met import answer_met
    from sosach.store.registers.services.waiting import Answer

    said = Answer(chosen.answer)
    done = answer_met(
        chosen.number, said, chosen.code, chosen.reason, actor=home.actor(chosen), on=home.on(chosen)
    )  # fmt: skip
    if chosen.json:
        console.say_json({"operation": done.operation})
    else:
        console.say(f"Đã ghi câu trả lời (việc số {done.operation}).")
    return 0
