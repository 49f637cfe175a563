"""Starts a child that reads a stranger's file, hears its answers, and ends it when it asks too much.

The child may die at any moment: readers of workbooks can be made to abort in a way that no `except` catches.
Whatever happens to it, the parent comes to one of four ends: answered, stopped, too slow, too large.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sosach.intake.options import Limits
from sosach.intake.protocol import BrokenTalkError, Header, receive, send
from sosach.intake.watchdog import WATCHED, memory_of

# -P keeps the folder of the workbook off the module path: a file json.py lying there must not be imported.
READER = (sys.executable, "-P", "-m", "sosach.intake.worker")
UNLOCKER = (sys.executable, "-P", "-m", "sosach.intake.password")

_POLL = 0.05  # seconds between two looks at the child


class End(Enum):
    """How a child ended."""

    ANSWERED = "answered"
    STOPPED = "stopped"  # died, or spoke nonsense
    SLOW = "slow"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that a child said."""

    end: End
    messages: tuple[tuple[Header, bytes], ...]


class Child:
    """A running child; a context manager that leaves no process behind."""

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        self._limits = limits
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True
        )
        self._started = time.monotonic()
        self._messages: list[tuple[Header, bytes]] = []
        self._end = End.STOPPED
        self._talk: threading.Thread | None = None
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._watched, daemon=True)
        self._watch.start()

    def ask(self, header: dict[str, Any], payload: bytes) -> None:
        """Sends the only request, and listens from now on."""
        full = {**header, "memory": self._limits.memory_bytes, "seconds": self._limits.seconds}
        self._talk = threading.Thread(target=self._conversation, args=(full, payload), daemon=True)
        self._talk.start()

    def answer(self) -> Answer:
        """Waits until the child has said everything, has died, or has used up its limits."""
        if self._talk is not None:
            self._talk.join()
        self.close()
        return Answer(self._end, tuple(self._messages))

    def close(self) -> None:
        """Ends the child if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._over.set()
        self._watch.join()
        if self._talk is not None:
            self._talk.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _shut(stream)

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _conversation(self, header: Header, payload: bytes) -> None:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return
        try:
            send(stdin, header, payload)
            while True:
                message = receive(stdout)
                self._messages.append(message)
                if message[0].keys() & {"end", "failed", "found"}:
                    self._end = End.ANSWERED
                    return
        except (BrokenTalkError, OSError, ValueError):
            return  # `_end` says what happened

    def _watched(self) -> None:
        while not self._over.wait(_POLL):
            if time.monotonic() - self._started > self._limits.seconds:
                self._stop(End.SLOW)
            elif WATCHED and self._memory() > self._limits.memory_bytes:
                self._stop(End.LARGE)

    def _stop(self, end: End) -> None:
        if self._process.poll() is None:
            self._end = end
            self._process.kill()

    def _memory(self) -> int:
        return memory_of(int(getattr(self._process, "_handle", 0)))


def _shut(stream: Any) -> None:
    try:
        stream.close()
    except OSError:
        return  # what was not yet sent to a dead child
