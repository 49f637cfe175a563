"""Folders of communes' figures."""

import json
import os
from pathlib import Path
from typing import Any

from sosach.papers.frozen import closed, in_bytes, leaving
from tests.papers import model

FRIDAY_AT_NINE = 1781834400  # 19 June 2026, 09:00 in Vietnam


def sent(folder: Path, number: int, at: int = FRIDAY_AT_NINE, **changes: Any) -> Path:
    """What the commune of a number has sent."""
    told = json.loads(json.dumps(leaving(model.figures()))) | changes
    told["unit"] = {"code": f"{99000 + number}", "name": f"xã Số {number} Mẫu", "province": "tỉnh Bắc Ninh"}
    folder.mkdir(exist_ok=True)
    path = folder / f"{99000 + number}.json"
    path.write_bytes(in_bytes(closed({name: value for name, value in told.items() if name != "sha256"})))
    os.utime(path, (at, at))
    return path


def units(folder: Path, count: int) -> Path:
    """The list of units that are to report."""
    path = folder / "units.csv"
    path.write_text("\n".join(f"{99000 + n},xã Số {n} Mẫu" for n in range(1, count + 1)), encoding="utf-8")
    return path
