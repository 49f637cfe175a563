"""One stage beside its limit, and how memory and time grow.

    python bench/stages.py --cmd "sosach" [--rows 100000] [--repeat 5] [--sizes 1000000,10000000] [--work DIR]

Reading: a workbook of N x 25 cells opened in its child process, its headings found, every cell typed by the readers of the
fields, beside calamine's bare read of the same file, round by round, as whole processes. Growing: `grow.py` at two sizes,
its table of peak memory and its exponent. Exit code 1 when a run fails or `grow.py` says so.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import measure
import run

ON = date(2026, 6, 18)


def read_and_typed(path: Path) -> int:
    """Opens and types a workbook in this process and its child; returns the number of persons."""
    from sosach.cleaning.frame import Cleaning, typed
    from sosach.engines.local import BATCH
    from sosach.intake.opening import start
    from sosach.intake.options import ReadingOptions
    from sosach.intake.read import read

    wanted = ReadingOptions(register="children")
    opened = read(path, wanted, start(path, wanted))
    how = Cleaning(register=opened.register, on=ON)
    return sum(typed(raw, how).height for raw in opened.batches(BATCH))


def reading(work: Path, rows: int, repeat: int) -> list[str]:
    """Measures both and prints a table; what failed comes back."""
    path = work / f"x{rows}.xlsx"
    if not path.exists():
        subprocess.run(run.helper("gen_xlsx.py", rows, path), check=True, stdout=subprocess.DEVNULL)
    commands = {
        "read and typed": run.helper("stages.py", "--one", path),
        "calamine alone": run.helper("limits.py", "--one", "calamine_raw", "--xlsx", path),
    }
    costs: dict[str, list[measure.Cost]] = {name: [] for name in commands}
    for _ in range(repeat):
        for name, command in commands.items():
            costs[name].append(measure.run(command))
    print(f"{'stage':16} {'rows':>9} {'wall s':>8} {'cpu s':>7} {'MiB':>6} {'x calamine':>10}")
    for name, runs in costs.items():
        pairs = zip(runs, costs["calamine alone"], strict=True)
        ratio = statistics.median(ours.wall / bare.wall for ours, bare in pairs)
        wall, cpu = (statistics.median(getattr(cost, what) for cost in runs) for what in ("wall", "cpu"))
        print(f"{name:16} {rows:9} {wall:8.2f} {cpu:7.2f} {max(cost.mib for cost in runs):6} {ratio:10.2f}")
    return [f"{name}: {cost.err.strip()[-300:]}" for name, runs in costs.items() for cost in runs if cost.rc]


def main() -> int:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cmd")
    ap.add_argument("--rows", type=int, default=100_000)
    ap.add_argument("--repeat", type=int, default=5)
    ap.add_argument("--sizes", default="1000000,10000000")
    ap.add_argument("--work", type=Path)
    ap.add_argument("--one", type=Path, help="read and type this workbook here, and nothing else")
    a = ap.parse_args()
    if a.one:
        print(read_and_typed(a.one))
        return 0
    if not a.cmd:
        ap.error("--cmd is needed")
    with tempfile.TemporaryDirectory() as tmp:
        work = a.work or Path(tmp)
        work.mkdir(parents=True, exist_ok=True)
        failed = reading(work, a.rows, a.repeat)
        print(flush=True)
        growing = subprocess.run(run.helper("grow.py", "--cmd", a.cmd, "--sizes", a.sizes, "--work", work), check=False)
    for failure in failed:
        print(f"FAIL {failure}")
    return 1 if failed or growing.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
