"""Writes `minutes.json`: the frozen figures of a hand-over, whole or not at all."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sosach.outputs.whole_files import whole_files

NAME = "minutes.json"


def write_minutes(folder: Path, figures: Mapping[str, Any]) -> Path:
    """Writes the figures into a folder, which is made where it does not exist.

    Raises:
        Refused: the folder cannot be written.
    """
    path = folder / NAME
    with whole_files(folder) as files:
        text = json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
        files.fresh(path).write_text(text, encoding="utf-8")
    return path
