"""Limits that a process lays on itself."""

import subprocess
import sys

import pytest

CODE = "from sosach.intake.confinement import confine; confine({memory}, {seconds}); {then}"


def run(then: str, memory: int = 1 << 30, seconds: float = 60) -> int:
    """The exit code of a confined process that does this."""
    code = CODE.format(memory=memory, seconds=seconds, then=then)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode


def test_honest_work_is_done() -> None:
    assert run("bytearray(1 << 20)") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of one's own; the parent watches")
def test_memory_without_end_is_refused() -> None:
    assert run("bytearray(1 << 32)") != 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of one's own; the parent watches")
def test_work_without_end_is_ended() -> None:
    assert run("[None for _ in iter(int, 1)]", seconds=0) < 0
