"""The child that reads: every cell becomes one string, and its kind is kept."""

import datetime as dt
import io

import pytest

from sosach.intake import worker
from sosach.intake.opening import MARKS
from sosach.intake.protocol import SEPARATOR, BrokenTalkError, Header, receive, send
from tests.intake import books


def answers(data: bytes, kind: str = "book", sheets: tuple[str, ...] = ()) -> list[tuple[Header, bytes]]:
    """Everything the worker says about these bytes."""
    source, sink = io.BytesIO(), io.BytesIO()
    request = {"kind": kind, "sheets": list(sheets), "marks": MARKS, "memory": 8 << 30, "seconds": 3600}
    send(source, request, data)
    source.seek(0)
    worker.main(source, sink)
    sink.seek(0)
    said = []
    while sink.tell() < len(sink.getvalue()):
        said.append(receive(sink))
    return said


@pytest.fixture(autouse=True)
def _free(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits are the child's; this process must keep its own."""
    monkeypatch.setattr(worker, "confine", lambda memory, seconds: None)


def columns(said: list[tuple[Header, bytes]]) -> list[list[str]]:
    """The columns of the first block."""
    header, payload = next(message for message in said if "rows" in message[0])
    found, start = [], 0
    for size in header["sizes"]:
        found.append(payload[start : start + size].decode().split(SEPARATOR))
        start += size
    return found


def saved(rows: list[list[object]]) -> bytes:
    """A workbook of these rows."""
    buffer = io.BytesIO()
    books.book_of(rows).save(buffer)
    return buffer.getvalue()


def test_kinds_are_kept() -> None:
    day = dt.datetime.combine(dt.date(2015, 8, 16), dt.time(13, 5))
    said = answers(saved([["x", 27215600001, 0.5, True, dt.date(2015, 8, 16), day, dt.time(5, 6), None]]))
    assert [column[0] for column in columns(said)] == [
        "x",
        "\ue00027215600001",
        "\ue0000.5",
        "\ue003TRUE",
        "\ue0022015-08-16",
        "\ue0022015-08-16",
        "05:06",
    ]


@pytest.mark.parametrize("number", [0, -3, 272156000012, 123456789012345, 0.1, 1e22, 1e-7])
def test_numbers_keep_their_exact_value(number: float) -> None:
    ((cell,),) = columns(answers(saved([[number]])))
    assert float(cell[1:]) == number


def test_texts_cannot_pass_for_marks_nor_break_columns() -> None:
    said = columns(answers("a,b\n\ue00012,x\x1fy\n".encode(), "csv"))
    assert said == [["a", "12"], ["b", "xy"]]


def test_columns_with_more_than_text_are_named() -> None:
    said = answers(saved([["a", "b"], ["x", 1]]))
    assert next(header["mixed"] for header, _ in said if "rows" in header) == [1]


def test_only_the_sheets_asked_for_are_opened() -> None:
    book = books.book_of([["a"]], name="Một")
    books.add_sheet(book, "Hai", [["b"]])
    buffer = io.BytesIO()
    book.save(buffer)
    said = answers(buffer.getvalue(), sheets=("Hai",))
    assert [header["sheet"] for header, _ in said if "sheet" in header] == [1]
    assert [known["name"] for known in said[0][0]["sheets"]] == ["Một", "Hai"]


def test_a_workbook_that_cannot_be_read_is_told() -> None:
    assert answers(b"PK\x05\x06" + bytes(18))[-1][0]["failed"] == "reader"


def test_the_parent_may_be_gone() -> None:
    with pytest.raises(BrokenTalkError):
        worker.main(io.BytesIO(b"\0\0"), io.BytesIO())
