"""`sosach decide`: one official's decision about one field of one person."""

from __future__ import annotations

import argparse

from sosach.campaign.precedence import Source
from sosach.cli import console, home
from sosach.registers.catalogue import registers

_DESCRIPTION = """\
Ghi quyết định về một mục của một hồ sơ, kèm căn cứ và lý do. Giá trị bằng giá trị đang có là xác nhận; giá trị rỗng là
xóa trống mục đó.

Cách dùng: sosach decide SỔ MÃ_HỒ_SƠ TRƯỜNG GIÁ_TRỊ --source CĂN_CỨ --reason LÝ_DO [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach decide children TE27000013 birth_date 04/06/2015 --source "Giấy khai sinh số 12/2015" --reason "Gõ nhầm tháng"
  sosach decide children TE27000013 sex Nữ --source "Trích lục khai sinh" --reason "Khớp với bản chính" """


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "decide", help="ghi quyết định về một mục của một hồ sơ", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("register", choices=tuple(registers()), metavar="SỔ", help=", ".join(registers()))
    parser.add_argument("record_code", metavar="MÃ_HỒ_SƠ", help="mã hồ sơ")
    parser.add_argument("field", metavar="TRƯỜNG", help="tên trường, thí dụ birth_date")
    parser.add_argument("value", metavar="GIÁ_TRỊ", help="giá trị đúng")
    parser.add_argument("--source", required=True, metavar="CĂN_CỨ", help="giấy tờ làm căn cứ")
    parser.add_argument("--reason", required=True, metavar="LÝ_DO", help="lý do")
    parser.add_argument(
        "--from",
        dest="source_kind",
        choices=tuple(Source),
        metavar="NGUỒN",
        help=f"giấy tờ thuộc nguồn nào trong: {', '.join(Source)}; mặc định: quyết định của công chức",
    )
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Records the decision."""
    home.opened(chosen)
    from sosach.store.desk.decide import Decision, decide
    from sosach.store.registers.sources import DECISION

    decision = Decision(
        register=chosen.register,
        record_code=chosen.record_code,
        field=chosen.field,
        value=chosen.value,
        evidence=chosen.source,
        reason=chosen.reason,
        source=chosen.source_kind or DECISION,
    )
    done = decide(decision, actor=home.actor(chosen), on=home.on(chosen))
    closed = done.findings.closed + done.confirmed
    if chosen.json:
        told = {"operation": done.operation, "old": done.old, "new": done.new, "settled": closed}
        console.say_json({**told, "instead_of": done.instead_of, "held": done.held})
    elif done.held:
        console.say(
            f"Việc số {done.operation}: giữ nguyên giá trị theo {done.instead_of} vì nguồn đó đứng trước; "
            "điều vừa ghi nằm trong nhật ký. Muốn thay thì quyết định không kèm --from."
        )
    else:
        instead = f" Thay cho giá trị theo {done.instead_of}." if done.instead_of else ""
        console.say(f"Đã ghi quyết định số {done.operation}; {closed} vấn đề được giải quyết.{instead}")
    return 0
