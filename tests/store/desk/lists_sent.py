"""A register with a list at the police and lists in the hamlets."""

from pathlib import Path

from sosach.cli.main import run
from tests.store.reports.weeks import register


def sent(folder: Path) -> None:
    """A list to the police and lists to all hamlets."""
    register(folder / "a.xlsx")
    assert run(["police", "send", "children", "--on", "2026-06-11", "--out", str(folder / "dot.xlsx")]) == 0
    assert run(["visits", "send", "--all", "--on", "2026-06-11", "--out", str(folder / "lists")]) == 0
