"""Children that answer, die, hang; none is left behind."""

import os
import sys
import time

import pytest

from sosach.intake.child import Child, End
from sosach.intake.options import Limits

ECHO = """
import sys
from sosach.intake.protocol import receive, send
header, data = receive(sys.stdin.buffer)
send(sys.stdout.buffer, {"heard": header["word"], "memory": header["memory"]}, data)
send(sys.stdout.buffer, {"end": True})
"""


def child(code: str, **limits: float) -> Child:
    """A child that runs this."""
    return Child((sys.executable, "-c", code), Limits(**limits))  # type: ignore[arg-type]


def test_a_child_answers() -> None:
    with child(ECHO) as one:
        one.ask({"word": "chào"}, b"x" * 300_000)
        answer = one.answer()
    assert answer.end is End.ANSWERED
    assert answer.messages[0][0]["heard"] == "chào"
    assert answer.messages[0][1] == b"x" * 300_000


@pytest.mark.parametrize("code", ["import os; os.abort()", "raise SystemExit", "print('x' * 99)"])
def test_a_child_that_dies_is_stopped(code: str) -> None:
    with child(code) as one:
        one.ask({}, b"x" * 300_000)
        assert one.answer().end is End.STOPPED


def test_a_child_that_hangs_is_killed_in_time() -> None:
    began = time.monotonic()
    with child("import time; time.sleep(600)", seconds=0.2) as one:
        one.ask({}, b"x" * 300_000)
        assert one.answer().end is End.SLOW
    assert time.monotonic() - began < 60


def test_no_child_outlives_its_context() -> None:
    with child("import time; time.sleep(600)") as one:
        number = one._process.pid
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_a_child_that_was_asked_nothing_has_no_answer() -> None:
    with child(ECHO) as one:
        assert one.answer().messages == ()
