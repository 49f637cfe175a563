"""`sosach civil accept`: takes the values of the births book over."""

from __future__ import annotations

import argparse

from sosach.cli import console, home
from sosach.registers.catalogue import registers


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "accept",
        help="lấy giá trị của sổ khai sinh",
        description="Ghi giá trị của sổ khai sinh vào hồ sơ, căn cứ là quyển và số đăng ký.",
        epilog="Ví dụ:\n  sosach civil accept TE000012\n  sosach civil accept TE000012 --field mother_name",
    )
    parser.add_argument("record_code", metavar="MÃ_HỒ_SƠ", help="mã hồ sơ của trẻ")
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="TRƯỜNG",
        help="chỉ mục này, dùng được nhiều lần; mặc định: mọi mục khác nhau",
    )
    parser.add_argument("--reason", default="", metavar="LÝ_DO", help="lý do, nếu cần ghi thêm")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Takes them over."""
    home.opened(chosen)
    from sosach.store.desk.settle_difference import take_over_entry

    done = take_over_entry(
        chosen.record_code, chosen.field, chosen.reason, actor=home.actor(chosen), on=home.on(chosen)
    )
    if chosen.json:
        told = {"operation": done.operation, "fields": list(done.fields), "held": list(done.held)}
        console.say_json({**told, "evidence": done.evidence, "settled": done.findings.closed})
        return 0
    labels = [registers()["children"].by_name[field].label for field in done.fields]
    console.say(f"Đã ghi quyết định số {done.operation} theo {done.evidence}: {', '.join(labels) or 'không mục nào'}.")
    if done.held:
        held = [registers()["children"].by_name[field].label for field in done.held]
        console.say(f"Giữ nguyên vì nguồn đứng trước sổ khai sinh: {', '.join(held)}.")
    return 0
