"""`sosach upload list`: what was prepared, and how far it has come."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from sosach.cli import console, home
from sosach.registers.catalogue import registers


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "list",
        help="các lần cập nhật, đã nhận đến đâu",
        description="Các lần cập nhật đã lập, số mục phần mềm đã nhận, chưa nhận, bị sửa, và số mục sẵn sàng đưa lên.",
        epilog="Ví dụ:\n  sosach upload list\n  sosach upload list --json",
    )
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tells the uploads."""
    home.opened(chosen)
    told = _registers(chosen)
    if chosen.json:
        console.say_json({"registers": told})
    else:
        console.say("\n".join(_lines(told)) or "Chưa lập lần cập nhật nào.")
    return 0


def _registers(chosen: argparse.Namespace) -> dict[str, Any]:
    from sosach.store.upload import ready, selectors

    on = home.on(chosen)
    found: dict[str, Any] = {}
    for register in registers():
        now = ready.figures(register)
        uploads = [
            {
                "upload": upload.code,
                "operation": upload.operation,
                "prepared_on": upload.prepared_on.isoformat(),
                "cells": upload.cells,
                "lines": upload.lines,
            }
            for upload in selectors.uploads(register)
        ]
        if uploads or now.facts:
            counted = asdict(selectors.figures(register, on))
            found[register] = {"ready": asdict(now), **counted, "uploads": uploads}
    return found


def _lines(told: dict[str, Any]) -> list[str]:
    lines = []
    for register, figures in told.items():
        now = figures["ready"]
        lines.append(
            f"Sổ {registers()[register].label}: sẵn sàng đưa lên {now['facts']} mục của {now['persons']} người; "
            f"còn lỗi {now['held']} mục, chờ quyết định {now['waiting']} mục."
        )
        lines.append(
            f"  Đã lập {figures['facts']} mục: phần mềm đã nhận {figures['accepted']}, chưa nhận {figures['missing']}, "
            f"bị sửa {figures['different']}, chưa đối chiếu {figures['open']} (đã nhập tay {figures['typed']})."
        )
        for upload in figures["uploads"]:
            day = "/".join(reversed(upload["prepared_on"].split("-")))
            head = f"  {upload['upload']} (việc số {upload['operation']}, {day})"
            lines.append(f"{head}: {upload['cells']} ô, {upload['lines']} dòng nhập tay.")
    return lines
