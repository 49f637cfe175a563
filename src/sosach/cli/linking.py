"""What `sosach duplicates` and `sosach link` have in common: options, and what is said in the end."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from sosach.cli import console
from sosach.findings.notices import Notice, refused


class Outcome(Protocol):
    """What a comparison came to."""

    @property
    def summary(self) -> Mapping[str, object]:
        """The figures."""

    @property
    def notices(self) -> Sequence[Notice]:
        """What the caller should know."""

    @property
    def details(self) -> Callable[[], Mapping[str, object]]:
        """Gives the rows behind the figures."""

    def in_words(self) -> str:
        """The outcome for the terminal."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Adds who compares, what was decided, and in which form the result is told."""
    parser.add_argument(
        "--engine",
        choices=("builtin", "splink"),
        default="builtin",
        help="bộ đối chiếu: builtin (có sẵn, mặc định) hoặc splink (cho dữ liệu rất lớn, cần cài thêm)",
    )
    parser.add_argument(
        "--decisions",
        type=Path,
        metavar="TỆP",
        help="bảng đã ghi kết luận, hoặc tệp quyết định của lần trước; được giữ cho các lần sau",
    )
    parser.add_argument(
        "--model",
        type=Path,
        metavar="TỆP",
        help="với --engine splink: dùng splink-model.json của lần trước thay cho học lại",
    )
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")


def model(chosen: argparse.Namespace) -> Path | None:
    """The model asked for.

    Raises:
        Refused: nobody who compares has use for one.
    """
    if chosen.model is not None and chosen.engine != "splink":
        raise refused("model_without_splink")
    path: Path | None = chosen.model
    return path


def report(outcome: Outcome, *, as_json: bool) -> None:
    """Says what came of it."""
    if as_json:
        console.say_json({**outcome.summary, "details": outcome.details()})
    else:
        console.say(outcome.in_words())
    for said in outcome.notices:
        console.remark(said)
