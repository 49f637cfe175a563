"""`sosach campaign remind`: a text for every organisation that is late or will be tomorrow; nobody is named in it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.cli import console, home

if TYPE_CHECKING:
    from collections.abc import Mapping

_DESCRIPTION = """\
Soạn sẵn lời nhắc cho từng tổ chức có việc quá hạn, đến hạn hôm nay hoặc ngày mai: chỉ có số lượng và ngày, không có tên
người nào, nên gửi qua tin nhắn hay đọc trong cuộc họp đều được."""

_EPILOG = """\
Ví dụ:
  sosach campaign remind
  sosach campaign remind --out nhac-viec
  sosach campaign remind --json"""


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser("remind", help="lời nhắc cho tổ chức chậm", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="ghi mỗi lời nhắc thành một tệp .txt")
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Writes the texts."""
    home.opened(chosen)
    from sosach.campaign.reminder import reminders
    from sosach.store.accounts.selectors import plan
    from sosach.store.desk.late import late

    on = home.on(chosen)
    texts = reminders(plan(), late(on), on)
    if chosen.out is not None:
        _write(chosen.out, texts)
    if chosen.json:
        console.say_json({"on": on.isoformat(), "reminders": texts})
    elif texts:
        console.say(f"\n\n{'-' * 40}\n\n".join(texts.values()))
    else:
        console.say("Không tổ chức nào có việc quá hạn hoặc đến hạn ngày mai.")
    if chosen.out is not None and not chosen.json:
        console.say(f"\nĐã ghi {len(texts)} lời nhắc vào {chosen.out}")
    return 0


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    from sosach.outputs.whole_files import whole_files

    with whole_files(folder) as files:
        for organisation, text in texts.items():
            files.fresh(folder / f"{organisation}.txt").write_text(f"{text}\n", encoding="utf-8")
