"""`sosach demo`: a made-up commune goes through the whole campaign, with the commands that a real one has."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from sosach.cli import console
from sosach.findings.notices import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sosach.cli.demo.steps import Script, Step

_DESCRIPTION = """\
Đưa một xã bịa đặt qua cả chiến dịch: nhập sổ, kiểm tra, đối chiếu hộ tịch, phiếu thôn, hai tuần chuyển và nhận Công an,
đưa kết quả lên phần mềm, xác nhận, báo cáo, sao lưu và khôi phục. Mỗi bước là một lệnh thật, in ra đúng như khi tự gõ.
Không có người thật nào trong đó.

Cách dùng: sosach demo [THƯ_MỤC] [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach demo
  sosach demo thu-nghiem --no-serve"""

_FOLDER = "so-sach-demo"
_SIZE = 800  # children

# What is to be looked at afterwards, by its place within the folder.
_PLACES = (
    ("tre-em-checked/review.xlsx", "bảng rà soát sổ trẻ em"),
    ("tre-em-duplicates/pairs.xlsx", "trẻ nghi ghi hai lần"),
    ("phieu-thon", "phiếu rà soát tại hộ, tệp Excel và trang in"),
    ("cong-an", "danh sách chuyển Công an, tệp trả về, số liệu biên bản"),
    ("cap-nhat", "tệp cho phần mềm, chứng minh (.proof.json), danh sách nhập tay"),
    ("bao-cao", "báo cáo tuần, tháng, tổng kết: Word, PDF, Excel; bản gửi đi ở gui-di"),
    ("giay-to", "biên bản, danh sách, phiếu, công văn, thông báo"),
    ("nhac-viec", "lời nhắc cho tổ chức chậm"),
    ("sao-luu/so-sach.age", "bản sao lưu đã khóa"),
    ("khoa-khoi-phuc.txt", "khóa khôi phục: ngoài đời phải cất đi"),
)


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "demo", help="một xã bịa đặt đi qua cả chiến dịch", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("folder", nargs="?", type=Path, metavar="THƯ_MỤC", help=f"nơi ghi mọi thứ; mặc định: {_FOLDER}")
    parser.add_argument(
        "--home", type=Path, metavar="THƯ_MỤC", help="nơi lưu chiến dịch; mặc định: so-sach trong thư mục trên"
    )
    parser.add_argument("--size", type=int, default=_SIZE, metavar="SỐ", help=f"số trẻ của xã; mặc định: {_SIZE}")
    parser.add_argument("--no-serve", action="store_true", help="không mở trang web khi xong")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Goes through the campaign, then serves its pages."""
    from sosach.cli.demo.births import ACTOR
    from sosach.cli.demo.steps import Script
    from sosach.web.pages.start.adapted_plan import sample_plan

    folder = (chosen.folder or _beside(chosen.home)).absolute()
    if folder.exists() and any(folder.iterdir()):
        raise refused("demo_not_empty", path=folder)
    folder.mkdir(parents=True, exist_ok=True)
    home = (chosen.home or folder / "so-sach").absolute()
    plan = folder / "ke-hoach.toml"
    plan.write_text(sample_plan(), encoding="utf-8")
    os.environ.pop("DATABASE_URL", None)  # a made-up commune has nothing to do in a server's database
    os.environ["SOSACH_USER"] = ACTOR.name  # and whoever tries it has nothing to do in its log
    started = monotonic()
    if not _walk(Script(folder, home, plan, chosen.size), home, chosen.call):
        return 2
    console.say(f"\nXong trong {monotonic() - started:.0f} giây. Mọi thứ nằm trong {folder}:")
    for place, what in _PLACES:
        console.say(f"  {place}: {what}")
    console.say(f"  {home}: chiến dịch")
    return _open(home, chosen)


def _open(home: Path, chosen: argparse.Namespace) -> int:
    """Serves the pages on the day on which the demo ends, or tells how: on any other day everything would be late."""
    from sosach.cli.demo.steps import END

    opening = ["serve", "--home", str(home), "--on", END.isoformat()]
    if not chosen.no_serve:
        return int(chosen.call(opening))
    told = " ".join(_shown(one) for one in opening)
    console.say(f"\nXem trong trình duyệt, vào ngày {END:%d/%m/%Y} của xã đó:\n  sosach {told}")
    return 0


def _beside(home: Path | None) -> Path:
    return Path(_FOLDER) if home is None else home.absolute().with_name(f"{home.absolute().name}-tep")


def _walk(script: Script, home: Path, command: Callable[[Sequence[str]], int]) -> bool:
    """Does every step; false when one did not end as it should."""
    for number, step in enumerate(script.steps(), 1):
        console.say(f"\n{'─' * 100}\nBước {number}, {step.day:%d/%m/%Y}: {step.title}")
        if step.act is not None:
            console.say(step.act())
            continue
        arguments = _line(step, home)
        console.say(f"$ sosach {' '.join(_shown(one) for one in arguments)}")
        if command(arguments) != step.ends:
            console.refuse(refused("demo_stopped", count=number).notice)
            return False
    return True


def _line(step: Step, home: Path) -> list[str]:
    """The whole command line of a step."""
    told = [*step.call]
    if step.call[0] not in _WITHOUT_HOME:
        told += ["--home", str(home)]
    return [*told, "--on", step.day.isoformat()]


_WITHOUT_HOME = ("check", "duplicates", "restore")


def _shown(argument: str) -> str:
    return f'"{argument}"' if " " in argument else argument
