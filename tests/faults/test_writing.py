"""What happens when the results cannot be written: at the first, second, third write of each file, at any byte, for
want of rights, and when somebody stops the command. Nothing half-written stays, an old folder stays as it was.
"""

import ctypes
import errno
import os
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sosach.outputs.parquet_stream import ParquetStream
from tests.faults.command import FILES, ON, Said, done, said, sentences
from tests.intake import books

PERSONS = [(n, *person[1:]) for n, person in enumerate(books.PERSONS * 4, 1)]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return books.children(tmp_path / "a.xlsx", PERSONS)


def _names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def _nothing_came_of_it(book: Path, ended: Said) -> bool:
    return ended.code == 2 and ended.out == "" and _names(book.parent) == [book.name]


class _Countdown:
    """Lets a number of calls pass, then fails as a full disk does."""

    def __init__(self, passing: int) -> None:
        self.left = passing

    def __call__(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")


def _at_frames(patch: pytest.MonkeyPatch, name: str, fail: _Countdown) -> None:
    """Fails when a frame is handed to this Parquet file."""
    append = ParquetStream.append

    def failing(self: ParquetStream, frame: Any) -> None:
        if self._path.name == name:
            fail()
        append(self, frame)

    patch.setattr(ParquetStream, "append", failing)
    patch.setattr("sosach.engines.local.BATCH", 3)


def _at_parts(patch: pytest.MonkeyPatch, name: str, fail: _Countdown) -> None:
    """Fails when a part is put into the workbook."""

    def wrapped(method: Callable[..., Any]) -> Callable[..., Any]:
        def failing(self: zipfile.ZipFile, *arguments: Any, **more: Any) -> Any:
            if self.mode == "w":
                fail()
            return method(self, *arguments, **more)

        return failing

    for method in ("write", "writestr"):
        patch.setattr(zipfile.ZipFile, method, wrapped(getattr(zipfile.ZipFile, method)))


def _at_texts(patch: pytest.MonkeyPatch, name: str, fail: _Countdown) -> None:
    """Fails when a part of the text has been written."""
    write_text = Path.write_text

    def failing(self: Path, data: str, *arguments: Any, **more: Any) -> int:
        if self.name != name:
            return write_text(self, data, *arguments, **more)
        third = len(data) // 3
        for end in (0, third, 2 * third, len(data)):
            write_text(self, data[:end], *arguments, **more)
            fail()
        return len(data)

    patch.setattr(Path, "write_text", failing)


WRITERS = {
    "records.parquet": _at_frames,
    "findings.parquet": _at_frames,
    "review.xlsx": _at_parts,
    "report.html": _at_texts,
    "summary.json": _at_texts,
}


@pytest.mark.parametrize("passing", [0, 1, 2])
@pytest.mark.parametrize("name", WRITERS)
def test_a_disk_that_is_full_at_any_write_of_any_file(
    book: Path, monkeypatch: pytest.MonkeyPatch, name: str, passing: int
) -> None:
    fail = _Countdown(passing)
    with monkeypatch.context() as patch:
        WRITERS[name](patch, name, fail)
        ended = said("check", book, "--on", ON)
    assert fail.left < 0  # it did come to that write
    assert _nothing_came_of_it(book, ended)
    assert sentences(ended.err, str(book.parent), "MB; chưa ghi gì", "Dọn bớt chỗ")
    assert done(book).summary["persons"] == len(PERSONS)  # once there is room


@contextmanager
def _files_no_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_files_that_break_off_at_any_size(book: Path) -> None:
    """From nothing upwards, until every file has room."""
    sizes, ended = [0, 1, 500, 3_000, 7_000, 12_000, 20_000, 40_000, 1 << 20], None
    for size in sizes:
        with _files_no_larger_than(size):
            ended = said("check", book, "--on", ON)
        if ended.code == 0:
            break
        assert _nothing_came_of_it(book, ended)
        assert sentences(ended.err, "bị ngắt giữa chừng", "chưa ghi gì")
    assert ended is not None
    assert ended.code == 0
    assert set(_names(book.parent / "a-checked")) == FILES


def test_an_old_folder_stays_as_it_was(book: Path) -> None:
    before = {file.name: file.read_bytes() for file in done(book).folder.iterdir()}
    with _files_no_larger_than(3_000):
        ended = said("check", book, "--on", "2026-07-01")
    assert ended.code == 2
    assert {file.name: file.read_bytes() for file in (book.parent / "a-checked").iterdir()} == before


@contextmanager
def _as_anybody() -> Iterator[None]:
    """Root may write everywhere as long as it holds its capabilities: this thread lays them down (capset(2))."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # version 3, this thread
    before = (ctypes.c_uint32 * 6)()  # twice: effective, permitted, inheritable
    assert libc.capget(header, before) == 0
    none = (ctypes.c_uint32 * 6)(0, before[1], before[2], 0, before[4], before[5])
    assert libc.capset(header, none) == 0
    try:
        yield
    finally:
        assert libc.capset(header, before) == 0


def test_a_folder_that_may_not_be_written(book: Path) -> None:
    book.parent.chmod(0o555)
    try:
        with _as_anybody():
            ended = said("check", book, "--on", ON)
        assert _nothing_came_of_it(book, ended)
        assert sentences(ended.err, "không có quyền", "--out")
    finally:
        book.parent.chmod(0o755)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_folder_that_refuses(book: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refusing(*_: Any, **__: Any) -> str:
        raise OSError(number, "refused")

    monkeypatch.setattr("sosach.outputs.folder.tempfile.mkdtemp", refusing)
    ended = said("check", book, "--on", ON)
    assert _nothing_came_of_it(book, ended)
    assert sentences(ended.err, "không có quyền", "--out")


def test_a_file_that_is_open_in_another_program(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows does not let go of a workbook that Excel shows."""
    folder = done(book).folder
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    open_file = Path.open

    def held(self: Path, mode: str = "r", *arguments: Any, **more: Any) -> Any:
        if self == folder / "review.xlsx" and "+" in mode:
            raise PermissionError(errno.EACCES, "used by another process")
        return open_file(self, mode, *arguments, **more)

    monkeypatch.setattr(Path, "open", held)
    ended = said("check", book, "--on", "2026-07-01")
    assert ended.code == 2
    assert sentences(ended.err, "“review.xlsx” đang mở", "Đóng tệp rồi chạy lại")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_file_in_the_place_of_the_results(book: Path) -> None:
    (book.parent / "kq").write_text("x", encoding="utf-8")
    ended = said("check", book, "--on", ON, "--out", book.parent / "kq")
    assert ended.code == 2
    assert sentences(ended.err, "đã là một tệp", "--out")
    assert _names(book.parent) == ["a.xlsx", "kq"]


def test_a_place_on_a_path_that_is_a_file(book: Path) -> None:
    ended = said("check", book, "--on", ON, "--out", book / "kq")
    assert _nothing_came_of_it(book, ended)
    assert "đã là một tệp" in ended.err


_SLOW = """\
import sys, time
from sosach.usecases import check
write_review = check.write_review
def slow(*arguments):
    print("writing", flush=True)
    time.sleep(60)
    write_review(*arguments)
check.write_review = slow
from sosach.__main__ import main
sys.argv = ["sosach", *sys.argv[1:]]
sys.exit(main())
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["ctrl-c", "kill", "hang up"])
def test_a_command_that_somebody_stops(book: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-c", _SLOW, "check", str(book), "--on", ON]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "writing\n"
        assert len(_names(book.parent)) == 2  # the hidden folder is there
        running.send_signal(number)
        _, told = running.communicate(timeout=30)
    assert running.returncode == 2
    assert (
        told == "sosach: Đã dừng theo yêu cầu; kết quả đang làm dở không được ghi.\nViệc cần làm: Chạy lại khi cần.\n"
    )
    assert _names(book.parent) == ["a.xlsx"]


_READING = """\
import sys
from functools import partial
from sosach.cli import reading
from sosach.intake.opening import start
code = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(600)"
sleeper = (sys.executable, "-c", code, sys.argv[1])
reading.start = partial(start, reader=sleeper)
from sosach.__main__ import main
sys.argv = ["sosach", *sys.argv[2:]]
sys.exit(main())
"""


def test_a_reader_does_not_outlive_the_command_that_is_stopped(
    book: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    note = tmp_path_factory.mktemp("child") / "pid"
    command = [sys.executable, "-c", _READING, str(note), "check", str(book), "--on", ON]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as running:
        until = time.monotonic() + 30
        while not (note.exists() and note.read_text()) and time.monotonic() < until:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=30)
    assert running.returncode == 2
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_a_command_that_was_told_not_to_hang_up(book: Path) -> None:
    command = ["nohup", sys.executable, "-c", _SLOW.replace("60", "1"), "check", str(book), "--on", ON]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "writing\n"
        running.send_signal(signal.SIGHUP)
        running.communicate(timeout=30)
    assert running.returncode == 0
    assert set(_names(book.parent / "a-checked")) == FILES
