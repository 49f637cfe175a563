import io
import os
import sys
from datetime import UTC, date, datetime

from sosach.cli import console
from sosach.findings.notices import notice


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Gone(io.StringIO):
    """A pipe whose reader has left."""

    def __init__(self, handle: int) -> None:
        super().__init__()
        self._handle = handle

    def write(self, text: str) -> int:
        raise BrokenPipeError

    def fileno(self) -> int:
        return self._handle


class _LateEvening(datetime):
    """A clock that stands a minute before midnight in London."""

    @classmethod
    def now(cls, tz=None):
        return datetime(2026, 6, 17, 23, 59, tzinfo=UTC).astimezone(tz)


def test_today_is_the_day_in_vietnam_wherever_the_computer_stands(monkeypatch):
    monkeypatch.setattr(console, "datetime", _LateEvening)
    assert console.today() == date(2026, 6, 18)


def test_progress_is_silent_where_nobody_looks(capsys):
    progress = console.Progress()
    progress.step("Đang đọc…")
    progress.done()
    assert capsys.readouterr().err == ""


def test_progress_on_a_terminal_is_one_line_that_vanishes(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = console.Progress()
    progress.step("Đang đọc…")
    progress.step("Đã kiểm tra 600 người…")
    progress.done()
    assert terminal.getvalue() == "\r\033[KĐang đọc…\r\033[KĐã kiểm tra 600 người…\r\033[K"


def test_an_old_console_gets_question_marks_and_no_crash(monkeypatch):
    old = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", write_through=True)
    monkeypatch.setattr(old, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdout", old)
    console.prepare()
    console.say("Đã đọc sổ")
    assert old.buffer.getvalue().split() == [b"?\xe3", b"??c", b"s?"]


def test_results_that_go_into_a_file_are_utf8(monkeypatch):
    file = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", write_through=True)
    monkeypatch.setattr(sys, "stdout", file)
    console.prepare()
    console.say_json({"tên": "Hòa Mẫu"})
    assert file.buffer.getvalue().decode().split("\n")[0] == '{"tên": "Hòa Mẫu"}'


def test_a_reader_that_leaves_does_not_stop_the_work(monkeypatch):
    reading, writing = os.pipe()
    monkeypatch.setattr(sys, "stdout", _Gone(writing))
    console.say("dòng thứ nhất")
    os.write(writing, b"nothing of this reaches anybody")
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == b""


def test_refusals_and_remarks_say_what_to_do(capsys):
    console.refuse(notice("file_empty", file="a.xlsx"))
    console.remark(notice("file_macro", file="a.xlsm"))
    assert capsys.readouterr().err == (
        "sosach: Tệp “a.xlsx” rỗng, có 0 byte.\n"
        "Việc cần làm: Kết xuất lại từ phần mềm.\n"
        "Lưu ý: Tệp “a.xlsm” có macro; chỉ đọc dữ liệu, không chạy và không giữ macro. Không cần làm gì.\n"
    )
