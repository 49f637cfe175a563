"""Pictures of the guide and the table of tasks are kept from what browser tests left."""

from pathlib import Path

import pytest

from tools import keep_pictures


def test_named_pictures_and_figures_are_kept_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made, kept, table = tmp_path / "made", tmp_path / "hinh", tmp_path / "desk-tasks.md"
    made.mkdir()
    kept.mkdir()
    name = sorted(keep_pictures.named())[0]
    for one in (name, "khong-ai-nhac.webp"):
        (made / one).write_bytes(b"x")
    (made / "desk-tasks.csv").write_text('"Nhập, rồi ghi",9,10,2.5\n', encoding="utf-8")
    table.write_text("| Nhập, rồi ghi | 1 | 2 | 3.0 | từ đâu |\n", encoding="utf-8")
    monkeypatch.setattr(keep_pictures, "PICTURES", kept)
    monkeypatch.setattr(keep_pictures, "TASKS", table)
    keep_pictures.keep(made)
    assert [path.name for path in kept.iterdir()] == [name]
    assert table.read_text(encoding="utf-8") == "| Nhập, rồi ghi | 9 | 10 | 2.5 | từ đâu |\n"
