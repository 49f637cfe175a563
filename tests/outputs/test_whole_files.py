"""Several files that appear together or not at all."""

import errno
import os
from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.outputs.whole_files import second_name, whole_files

NAMES = ("a.txt", "b.txt", "c.txt")


def write_all(folder: Path, text: str, *, stop: bool = False) -> None:
    with whole_files(folder) as files:
        for name in NAMES:
            files.fresh(folder / name).write_text(text, encoding="utf-8")
        if stop:
            raise ZeroDivisionError


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_files_appear_together_and_nothing_else_stays(tmp_path: Path) -> None:
    write_all(tmp_path / "new", "1")
    assert contents(tmp_path / "new") == dict.fromkeys(NAMES, "1")


def test_a_file_that_was_asked_for_and_not_written_is_left_out(tmp_path: Path) -> None:
    with whole_files(tmp_path) as files:
        files.fresh(tmp_path / "a.txt")
        files.fresh(tmp_path / "b.txt").write_text("1", encoding="utf-8")
    assert contents(tmp_path) == {"b.txt": "1"}


def test_a_failure_while_writing_leaves_what_was_there(tmp_path: Path) -> None:
    write_all(tmp_path, "old")
    with pytest.raises(ZeroDivisionError):
        write_all(tmp_path, "new", stop=True)
    assert contents(tmp_path) == dict.fromkeys(NAMES, "old")


class Stopping:
    """Stops the n-th step that touches the disk."""

    def __init__(self, at: int) -> None:
        self.at, self.steps = at, 0

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for owner, name in ((os, "fsync"), (Path, "mkdir"), (Path, "replace")):
            monkeypatch.setattr(owner, name, self._stopping(getattr(owner, name)))

    def _stopping(self, real):
        def step(*args, **kwargs):
            self.steps += 1
            if self.steps == self.at:
                raise OSError(errno.ENOSPC, "full")
            return real(*args, **kwargs)

        return step


def stopped_at(folder: Path, step: int) -> tuple[str, int]:
    """The refusal when the writing was stopped at this step, and how many steps there were."""
    stopping = Stopping(step)
    with pytest.MonkeyPatch.context() as patch:
        stopping.watch(patch)
        try:
            write_all(folder, "new")
        except Refused as refusal:
            return refusal.notice.code, stopping.steps
    return "", stopping.steps


@pytest.mark.parametrize("before", ["old", None])
def test_stopped_at_any_step_nothing_is_half_done(tmp_path: Path, before: str | None) -> None:
    step, stopped = 0, "disk_full"
    while stopped == "disk_full":
        step += 1
        folder = tmp_path / str(step)
        folder.mkdir()
        if before:
            write_all(folder, before)
        stopped, _ = stopped_at(folder, step)
        if stopped:
            expected = dict.fromkeys(NAMES, before) if before else {}
            new_after_the_last_rename = dict.fromkeys(NAMES, "new")
            assert contents(folder) in (expected, new_after_the_last_rename), step
    assert stopped == ""
    assert step > 10


def test_a_file_open_in_another_program_is_told_before_any_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, "old")
    real = Path.open

    def held(self: Path, mode: str = "r", *args: object, **kwargs: object):
        if self.name == "b.txt" and mode == "r+b":
            raise PermissionError(errno.EACCES, "held")
        return real(self, mode, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(Refused) as refusal:
        write_all(tmp_path, "new")
    monkeypatch.undo()
    assert refusal.value.notice.code == "output_open"
    assert contents(tmp_path) == dict.fromkeys(NAMES, "old")


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(Refused):
        write_all(tmp_path, "new")
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


def test_a_second_name_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", encoding="utf-8")
    second_name(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a").samefile(tmp_path / "b")


def test_a_disk_without_second_names_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("not on this disk")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    (tmp_path / "a").write_text("1", encoding="utf-8")
    second_name(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text(encoding="utf-8") == "1"
    assert not (tmp_path / "a").samefile(tmp_path / "b")


def test_what_can_be_made_again_does_not_wait_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[int] = []
    monkeypatch.setattr("sosach.outputs.whole_files.os.fsync", waited.append)
    for to_disk, times in ((False, 0), (True, 2)):  # the file, and the names in the folder
        with whole_files(tmp_path, to_disk=to_disk) as files:
            files.fresh(tmp_path / "a").write_text("1", encoding="utf-8")
        assert len(waited) == times
