import errno
import json
from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.outputs.folder import file_hash, whole_folder


def _write(target: Path, **files: str) -> None:
    with whole_folder(target) as folder:
        for name, text in files.items():
            (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def _fail_halfway(target: Path, name: str) -> None:
    with whole_folder(target) as folder:
        (folder / name).write_text("half")
        raise RuntimeError


def _names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_folder_is_there_when_all_is_written(tmp_path: Path) -> None:
    _write(tmp_path / "ra" / "kq", summary_json="{}")
    assert _names(tmp_path / "ra" / "kq") == ["summary.json"]
    assert _names(tmp_path / "ra") == ["kq"]


def test_nothing_stays_behind_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        _fail_halfway(tmp_path / "kq", "records.parquet")
    assert _names(tmp_path) == []


def test_the_old_folder_stands_when_the_new_work_fails(tmp_path: Path) -> None:
    _write(tmp_path / "kq", summary_json="old")
    with pytest.raises(RuntimeError):
        _fail_halfway(tmp_path / "kq", "summary.json")
    assert (tmp_path / "kq" / "summary.json").read_text() == "old"
    assert _names(tmp_path) == ["kq"]


def test_files_of_others_are_kept(tmp_path: Path) -> None:
    (tmp_path / "kq" / "anh").mkdir(parents=True)
    (tmp_path / "kq" / "anh" / "a.txt").write_text("1")
    (tmp_path / "kq" / "ghi-chu.txt").write_text("nhớ gọi thôn")
    _write(tmp_path / "kq", summary_json="{}")
    assert _names(tmp_path / "kq") == ["anh", "ghi-chu.txt", "summary.json"]
    assert (tmp_path / "kq" / "anh" / "a.txt").read_text() == "1"


def test_a_review_workbook_that_somebody_filled_in_is_kept_under_another_name(tmp_path: Path) -> None:
    target = tmp_path / "kq"
    _write(target, review_xlsx="ours")
    written = {"outputs": {"review.xlsx": file_hash(target / "review.xlsx")}}
    (target / "summary.json").write_text(json.dumps(written))
    (target / "review.xlsx").write_text("ours and a morning's work")
    _write(target, review_xlsx="new", summary_json="{}")
    assert (target / "review.xlsx").read_text() == "new"
    assert (target / "review-cu-1.xlsx").read_text() == "ours and a morning's work"


def test_a_review_workbook_that_nobody_touched_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "kq"
    _write(target, review_xlsx="ours")
    (target / "summary.json").write_text(json.dumps({"outputs": {"review.xlsx": file_hash(target / "review.xlsx")}}))
    _write(target, review_xlsx="new", summary_json="{}")
    assert _names(target) == ["review.xlsx", "summary.json"]


def test_a_second_filled_workbook_does_not_replace_the_first(tmp_path: Path) -> None:
    target = tmp_path / "kq"
    for text in ("first", "second", "third"):
        _write(target, review_xlsx=text)
    assert _names(target) == ["review-cu-1.xlsx", "review-cu-2.xlsx", "review.xlsx"]
    assert {p.read_text() for p in target.iterdir()} == {"first", "second", "third"}


def test_a_broken_old_summary_is_no_reason_to_lose_anything(tmp_path: Path) -> None:
    target = tmp_path / "kq"
    _write(target, review_xlsx="ours", summary_json="{broken")
    _write(target, review_xlsx="new")
    assert (target / "review-cu-1.xlsx").read_text() == "ours"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kq").write_text("a file")
    with pytest.raises(Refused) as refusal:
        _write(tmp_path / "kq", summary_json="{}")
    assert refusal.value.notice.code == "output_no_folder"
    assert (tmp_path / "kq").read_text() == "a file"
    assert _names(tmp_path) == ["kq"]


def test_a_full_disk_is_told_with_what_is_left(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal, whole_folder(tmp_path / "kq"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert refusal.value.notice.code == "disk_full"
    assert "MB" in refusal.value.notice.message
    assert _names(tmp_path) == []


def test_folders_made_on_the_way_go_when_the_work_fails(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(RuntimeError):
        _fail_halfway(tmp_path / "a" / "b" / "c" / "kq", "summary.json")
    assert _names(tmp_path) == ["a"]
    assert _names(tmp_path / "a") == []


def test_a_folder_that_somebody_uses_stays_the_same_folder(tmp_path: Path) -> None:
    """The working folder of a terminal, or one that another program has open."""
    (tmp_path / "kq").mkdir()
    before = (tmp_path / "kq").stat().st_ino
    _write(tmp_path / "kq", summary_json="{}")
    assert (tmp_path / "kq").stat().st_ino == before


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "kq").symlink_to("real", target_is_directory=True)
    _write(tmp_path / "kq", summary_json="{}")
    assert (tmp_path / "kq").is_symlink()
    assert _names(tmp_path / "real") == ["summary.json"]


def test_large_files_of_others_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "kq").mkdir()
    (tmp_path / "kq" / "phim.mp4").write_text("...")
    before = (tmp_path / "kq" / "phim.mp4").stat()
    _write(tmp_path / "kq", summary_json="{}")
    after = (tmp_path / "kq" / "phim.mp4").stat()
    assert (after.st_ino, after.st_ctime_ns) == (before.st_ino, before.st_ctime_ns)


def test_the_summary_takes_its_place_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "kq", summary_json="{}", review_xlsx="1", report_html="1")
    placed: list[str] = []
    replace = Path.replace

    def watched(self: Path, target: Path) -> Path:
        if target.parent == tmp_path / "kq":
            placed.append(target.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    _write(tmp_path / "kq", summary_json="{}", review_xlsx="2", report_html="2")
    assert placed[-1] == "summary.json"
    assert len(placed) == 4  # with the workbook that was filled in


def test_a_name_as_long_as_can_be(tmp_path: Path) -> None:
    name = "ộ" * 85  # 255 bytes
    _write(tmp_path / name, summary_json="{}")
    assert _names(tmp_path) == [name]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        _write(tmp_path / ("ộ" * 86), summary_json="{}")
    assert refusal.value.notice.code == "output_long"
    assert _names(tmp_path) == []


def test_results_can_be_read_like_any_new_folder(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    _write(tmp_path / "kq", summary_json="{}")
    assert (tmp_path / "kq").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_filled_workbook_of_another_command_is_left_alone(tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    (target / "pairs.xlsx").write_bytes(b"filled in by people")
    with whole_folder(target) as folder:
        (folder / "review.xlsx").write_bytes(b"new")
    assert sorted(file.name for file in target.iterdir()) == ["pairs.xlsx", "review.xlsx"]


def test_workbook_of_links_untouched_since_it_was_written_is_replaced(tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    (target / "links.xlsx").write_bytes(b"old")
    summary = {"outputs": {"links.xlsx": file_hash(target / "links.xlsx")}}
    (target / "links.json").write_text(json.dumps(summary), encoding="utf-8")
    with whole_folder(target) as folder:
        (folder / "links.xlsx").write_bytes(b"new")
    assert (target / "links.xlsx").read_bytes() == b"new"
    assert not list(target.glob("links-cu-*"))
