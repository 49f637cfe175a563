"""`sosach civil correct`: the births book itself is wrong."""

from __future__ import annotations

import argparse

from sosach.cli import console, home


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "correct",
        help="sổ khai sinh ghi sai: chuyển cải chính hộ tịch",
        description="Ghi việc cải chính hộ tịch cho công chức tư pháp - hộ tịch; không sửa gì trong hồ sơ.",
        epilog='Ví dụ:\n  sosach civil correct TE000012 mother_name --reason "Giấy khai sinh bản gốc ghi khác"',
    )
    parser.add_argument("record_code", metavar="MÃ_HỒ_SƠ", help="mã hồ sơ của trẻ")
    parser.add_argument("field", metavar="TRƯỜNG", help="tên trường, thí dụ mother_name")
    parser.add_argument("--reason", required=True, metavar="LÝ_DO", help="vì sao sổ khai sinh sai")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Records the task."""
    home.opened(chosen)
    from sosach.store.desk.settle_difference import ask_for_correction

    number = ask_for_correction(
        chosen.record_code, chosen.field, chosen.reason, actor=home.actor(chosen), on=home.on(chosen)
    )
    if chosen.json:
        console.say_json({"operation": number})
    else:
        console.say(f"Đã ghi việc cải chính hộ tịch (việc số {number}); hồ sơ giữ nguyên, chờ tư pháp - hộ tịch.")
    return 0
