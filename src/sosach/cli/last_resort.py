"""What is said when something fails that nobody foresaw: the command, that nothing half-done stays, and a mark.

The mark names the fault (kind and place in the program) and nothing else: what an exception says may hold a person's
data. Developers see the whole traceback with Python's own switch: `python -X dev -m sosach ...`.
"""

import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Self

import sosach
from sosach.cli import console
from sosach.findings.notices import notice


class LastResort:
    """A context in which no traceback reaches a person; ends of the program that are meant go through."""

    def __init__(self, command: str) -> None:
        self._command = command

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if kind is None or issubclass(kind, SystemExit | GeneratorExit) or sys.flags.dev_mode:
            return False
        console.refuse(notice("unforeseen", command=self._command, mark=_mark(kind, trace)))
        return True


def _mark(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of the fault and the innermost place of ours: `KeyError check.py:88, 0.1.0`."""
    ours = Path(sosach.__file__).parent
    places = [frame for frame in traceback.extract_tb(trace) if Path(frame.filename).is_relative_to(ours)]
    place = f" {Path(places[-1].filename).name}:{places[-1].lineno}" if places else ""
    return f"{kind.__name__}{place}, {sosach.__version__}"
