"""What the commands say on the terminal: results on standard output, messages and progress on standard error."""

import json
import os
import sys
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

from sosach.findings.notices import Notice

# Vietnam's time has no summer time: seven hours ahead of UTC all year.
_VIETNAM = timezone(timedelta(hours=7))


def today() -> date:
    """Today in Vietnam, whatever the computer's time zone; the only look at the clock, for commands without `--on`."""
    return datetime.now(_VIETNAM).date()


def prepare() -> None:
    """Vietnamese on every console: old Windows consoles get question marks for what they cannot show, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def say(text: str) -> None:
    """A line for the user; when nobody listens any more (`sosach ... | head`) the work goes on in silence."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def say_json(facts: Mapping[str, object]) -> None:
    """One JSON object."""
    say(json.dumps(facts, ensure_ascii=False))


def refuse(notice: Notice) -> None:
    """Why the command stops, and what to do."""
    print(f"sosach: {notice}", file=sys.stderr, flush=True)


def remark(notice: Notice) -> None:
    """Something the user should know; the command goes on."""
    print(f"Lưu ý: {notice.message} {notice.next_step}", file=sys.stderr, flush=True)


class Progress:
    """A line that tells how far the work is; silent when standard error is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def step(self, text: str) -> None:
        """Replaces the line."""
        if self._shown:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)

    def done(self) -> None:
        """Clears the line."""
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
