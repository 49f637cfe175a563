"""`sosach report`."""

import argparse

from sosach.cli.report import report


def test_every_task_can_be_called():
    parser = argparse.ArgumentParser()
    report.declare(parser.add_subparsers())
    tasks = parser.parse_args(["report", "weekly", "--out", "x"])
    assert tasks.kind == "weekly"
    assert parser.parse_args(["report", "approve", "TE-2026-25"]).number == "TE-2026-25"
