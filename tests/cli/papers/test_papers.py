"""`sosach papers`."""

import argparse

from sosach.cli.papers import papers


def test_every_task_can_be_called():
    parser = argparse.ArgumentParser()
    papers.declare(parser.add_subparsers())
    assert parser.parse_args(["papers", "minutes", "TE-02", "--out", "x"]).batch == "TE-02"
    assert parser.parse_args(["papers", "sheets", "--hamlet", "A", "--hamlet", "B", "--out", "x"]).hamlet == ["A", "B"]
