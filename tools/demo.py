"""Makes the made-up commune's workbooks and checks them: `python tools/demo.py [FOLDER]` (`make demo`)."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from sosach.usecases.made_up_files import write_made_up_files

SIZE, SEED, ON = 2_400, 2026, date(2026, 6, 18)
PLAN = Path(__file__).resolve().parent.parent / "plans" / "mau.toml"


def main(folder: Path) -> int:
    """Writes, checks, and says where the results are; returns the exit code of the check."""
    files = write_made_up_files(folder, SIZE, SEED, ON)
    check = ["check", *(str(file.path) for file in files), "--plan", str(PLAN), "--on", ON.isoformat()]
    print(f"sosach {' '.join(check)}", flush=True)
    done = subprocess.run([sys.executable, "-m", "sosach", *check], check=False)
    if done.returncode == 0:
        print("\nKết quả nằm trong các thư mục sau; mở report.html trước, rồi review.xlsx.")
        print("The results are in these folders; open report.html first, then review.xlsx.")
        for file in files:
            print(f"  {file.path.with_name(file.path.stem + '-checked')}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo")))
