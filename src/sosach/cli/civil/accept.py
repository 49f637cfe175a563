"""`sosach civil accept`: takes the values of the births book over."""

from __future__ import annotations

import argparse

from sosach.cli import console, home
from sosach.findings.notices import refused
from sosach.registers.catalogue import registers


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "accept",
        help="lấy giá trị của sổ khai sinh",
        description="Ghi giá trị của sổ khai sinh vào hồ sơ, căn cứ là quyển và số đăng ký.",
        epilog="Ví dụ:\n  sosach civil accept TE000012\n  sosach civil accept TE000012 --field mother_name\n"
        "  sosach civil accept --empty",
    )
    parser.add_argument("record_code", nargs="?", metavar="MÃ_HỒ_SƠ", help="mã hồ sơ của trẻ")
    parser.add_argument(
        "--empty",
        action="store_true",
        help="của mọi trẻ: điền những mục hồ sơ để trống mà sổ khai sinh có",
    )
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
    if bool(chosen.record_code) == chosen.empty:
        raise refused("civil_accept_what")
    home.opened(chosen)
    return _of_all(chosen) if chosen.empty else _of_one(chosen)


def _of_all(chosen: argparse.Namespace) -> int:
    from sosach.store.desk.settle_difference import fill_from_book

    done = fill_from_book(chosen.reason, actor=home.actor(chosen), on=home.on(chosen))
    if chosen.json:
        told = {"operations": list(done.operations), "values": done.values, "children": done.children}
        console.say_json({**told, "left_out": done.left_out, "settled": done.settled})
        return 0
    numbers = ", ".join(map(str, done.operations))
    head = f"Đã ghi quyết định số {numbers}: điền" if done.operations else "Không có gì để ghi: điền"
    console.say(f"{head} {done.values} mục trống của {done.children} trẻ theo sổ khai sinh.")
    if done.left_out:
        console.say(
            f"{done.left_out} số định danh chưa điền: của người khác, hoặc trái giới tính, năm sinh. Xem từng trẻ."
        )
    return 0


def _of_one(chosen: argparse.Namespace) -> int:
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
