"""`sosach undo`: takes back an operation."""

from __future__ import annotations

import argparse

from sosach.cli import console, home

_DESCRIPTION = """\
Hoàn tác một việc đã ghi: lần nhập, quyết định, kết quả trả về. Việc cũ vẫn nằm trong nhật ký; nếu có việc khác dựa trên
nó thì chương trình nói rõ là việc nào.

Cách dùng: sosach undo SỐ [TÙY CHỌN]"""

_KINDS = {
    "import": "lần nhập",
    "row_answer": "câu trả lời",
    "decision": "quyết định",
    "merge": "việc gộp hồ sơ",
    "set_aside": "việc để lại",
    "police_send": "đợt chuyển Công an",
    "police_answer": "lần nhận kết quả",
    "police_settled": "quyết định về kết quả Công an",
    "civil_taken": "quyết định theo sổ khai sinh",
    "civil_correction": "việc cải chính hộ tịch",
    "civil_ruling": "câu trả lời về cặp",
    "visits_send": "phiếu rà soát gửi thôn",
    "visits_answer": "lần nhận phiếu rà soát",
    "met_answer": "câu trả lời về trẻ gặp thêm",
    "upload": "lần cập nhật phần mềm",
    "upload_typed": "lần nhận danh sách nhập tay",
    "upload_confirm": "lần đối chiếu với phần mềm",
}


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "undo",
        help="hoàn tác một việc đã ghi",
        description=_DESCRIPTION,
        epilog='Ví dụ:\n  sosach undo 12\n  sosach undo 12 --reason "Nhập nhầm tệp"',
    )
    parser.add_argument("operation", type=int, metavar="SỐ", help="số của việc, in ra khi ghi")
    parser.add_argument("--reason", default="", metavar="LÝ_DO", help="lý do")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Undoes it."""
    home.opened(chosen)
    from sosach.store.desk.undo import undo

    done = undo(chosen.operation, chosen.reason, actor=home.actor(chosen), on=home.on(chosen))
    if chosen.json:
        console.say_json({"operation": done.operation, "undone": chosen.operation, "kind": done.kind})
    else:
        console.say(f"Đã hoàn tác {_KINDS.get(done.kind, 'việc')} số {chosen.operation} (việc số {done.operation}).")
    return 0
