"""Makes the made-up commune's workbooks, checks them and lays them side by side: `python tools/check_registers.py
[FOLDER]`; the first half of `make rules-report`.
"""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from sosach.usecases.made_up_files import write_made_up_files

SIZE, SEED, ON = 2_400, 2026, date(2026, 6, 18)
PLAN = Path(__file__).resolve().parent.parent / "plans" / "mau.toml"

SHOWN = 5  # rows of each list on the terminal


def main(folder: Path) -> int:
    """Writes, checks, compares, and says where the results are; returns the first exit code that is not 0."""
    files = [file.path for file in write_made_up_files(folder, SIZE, SEED, ON)]
    children, aid, births = (folder / name for name in ("tre-em.xlsx", "bao-tro.xlsx", "khai-sinh.xlsx"))
    calls: Sequence[Sequence[str | Path]] = (
        ("check", *files),
        ("duplicates", children),
        ("link", children, births),
        ("link", children, aid),
    )
    for call in calls:
        if failed := _sosach(*call):
            return failed
    _show(folder / "tre-em-duplicates", folder / "tre-em-khai-sinh")
    print("\nKết quả nằm trong các thư mục sau; mở report.html trước, rồi review.xlsx, links.xlsx, pairs.xlsx.")
    print("The results are in these folders; open report.html first, then review.xlsx, links.xlsx, pairs.xlsx.")
    for place in sorted(entry for entry in folder.iterdir() if entry.is_dir()):
        print(f"  {place}")
    return 0


def _sosach(*call: str | Path) -> int:
    arguments = [*map(str, call), "--plan", str(PLAN), "--on", ON.isoformat()]
    print(f"\nsosach {' '.join(arguments)}", flush=True)
    return subprocess.run([sys.executable, "-m", "sosach", *arguments], check=False).returncode


def _show(duplicates: Path, links: Path) -> None:
    """The first duplicates, differences and new children."""
    pairs = pl.read_parquet(duplicates / "pairs.parquet").filter(verdict="same")
    _list("Một người ghi hai lần", (f"dòng {r['row_a']} và {r['row_b']}: {r['reasons'][0]}" for r in pairs.to_dicts()))
    told = pl.read_parquet(links / "links-findings.parquet")
    differing = told.filter(rule="civil_difference")
    _list("Khác sổ khai sinh", (f"dòng {r['row']}: {r['message']}" for r in differing.to_dicts()))
    new = pl.read_parquet(links / "right_only.parquet").filter(why="new")
    _list(
        "Trẻ chưa có trong sổ",
        (
            f"{r['full_name']}, sinh {r['birth_date'] or 'chưa rõ ngày'}, khai sinh số {r['birth_cert_no']}"
            for r in new.to_dicts()
        ),
    )


def _list(title: str, lines: Iterable[str]) -> None:
    every = list(lines)
    print(f"\n{title}: {len(every)}")
    for line in every[:SHOWN]:
        print(f"  {line}")
    if len(every) > SHOWN:
        print("  …")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo-registers")))
