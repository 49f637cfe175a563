"""`sosach campaign original`: which files the home keeps, and one of them as it came, opened with the recovery key."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from sosach.cli import console, home

_DESCRIPTION = """\
Tệp gốc mà chiến dịch giữ: tệp đã nhập, danh sách đã chuyển, tệp nhận về, tệp cho phần mềm. Không có tên thì liệt kê;
có tên (hoặc đầu mã SHA-256) và khóa khôi phục thì lấy đúng tệp đó ra, từng byte như lúc nhận."""

_EPILOG = """\
Ví dụ:
  sosach campaign original
  sosach campaign original tre-em.xlsx --key-file E:/khoa.txt --out tep-goc"""


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser("original", help="tệp gốc chiến dịch giữ", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("name", nargs="?", metavar="TÊN_TỆP", help="tên tệp, hoặc ít nhất 6 chữ đầu của mã SHA-256")
    parser.add_argument("--key-file", type=Path, metavar="KHÓA", help="tệp khóa khôi phục")
    parser.add_argument("--out", type=Path, default=Path(), metavar="THƯ_MỤC", help="nơi ghi; mặc định: thư mục này")
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Lists the files, or opens one."""
    from sosach.findings.notices import refused

    if chosen.name and chosen.key_file is None:
        raise refused("option_missing", value="--key-file", command="sosach campaign original")
    home.opened(chosen)
    from sosach.store.desk.originals_kept import open_original, originals_kept

    if chosen.name:
        place = open_original(chosen.name, chosen.key_file, chosen.out)
        if chosen.json:
            console.say_json({"file": str(place)})
        else:
            console.say(f"Đã lấy ra, mã kiểm tra khớp: {place}")
        return 0
    kept = originals_kept()
    if chosen.json:
        console.say_json({"originals": [asdict(one) for one in kept]})
        return 0
    for one in kept:
        console.say(f"việc số {one.operation}: {one.name} ({one.sha256[:16]})")
    if not kept:
        console.say("Chưa có tệp gốc nào.")
    return 0
