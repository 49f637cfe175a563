"""The frozen figures on disk."""

import json
from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.outputs.minutes_file import write_minutes


def test_the_figures_are_read_as_they_were_frozen(tmp_path: Path) -> None:
    figures = {"batch": "TE-02", "unit": {"name": "xã Hòa Mẫu"}, "persons": 87}
    path = write_minutes(tmp_path / "bb", figures)
    assert path.name == "minutes.json"
    assert json.loads(path.read_text(encoding="utf-8")) == figures
    assert "Hòa Mẫu" in path.read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bb").write_text("x", encoding="utf-8")
    with pytest.raises(Refused):
        write_minutes(tmp_path / "bb", {})
