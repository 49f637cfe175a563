"""`sosach log`: whether the log of all changes is as it was written."""

from __future__ import annotations

import argparse

from sosach.cli import console, home

_WHY = {
    "missing": "Thiếu sự kiện số {seq}: nhật ký đã bị xóa hoặc chèn.",
    "altered": "Sự kiện số {seq} không khớp: nhật ký đã bị sửa.",
    "cut": "Mã đã in trên giấy không có trong nhật ký: phần cuối đã bị cắt, hoặc nhật ký đã bị viết lại.",
}


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its task."""
    parser = commands.add_parser(
        "log",
        help="kiểm tra nhật ký thay đổi",
        description="Nhật ký ghi mọi thay đổi; mỗi sự kiện mang mã kiểm tra của sự kiện trước.",
        epilog="Ví dụ:\n  sosach log verify\n  sosach log verify --head 1a2b3c4d5e6f7a8b",
    )
    tasks = parser.add_subparsers(title="Việc", metavar="VIỆC", dest="task", required=True, prog=parser.prog)
    verify = tasks.add_parser(
        "verify",
        help="kiểm tra từ đầu đến cuối",
        description="Đi hết nhật ký và báo sự kiện đầu tiên không khớp.",
        epilog="Ví dụ:\n  sosach log verify",
    )
    home.declare(verify, writes=False)
    verify.add_argument("--head", metavar="MÃ", help="mã in trên biên bản hoặc báo cáo: phải còn trong nhật ký")
    verify.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    verify.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Walks the chain; 1 when it is broken."""
    home.opened(chosen)
    from sosach.store.log.selectors import first_fault, head

    fault = first_fault(chosen.head)
    seq, last = head()
    if chosen.json:
        console.say_json({"events": seq, "head": last, "fault": fault and {"seq": fault.seq, "why": fault.why}})
    elif fault:
        console.say(_WHY[fault.why].format(seq=fault.seq))
    else:
        console.say(f"Nhật ký nguyên vẹn: {seq} sự kiện, mã cuối {last[:16]}.")
    return int(fault is not None)
