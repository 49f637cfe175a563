"""What tasks of `sosach papers` say."""

import argparse
import json
from pathlib import Path

from sosach.cli.papers import written


def test_files_are_told_one_by_one_or_as_json(capsys):
    assert written.say(argparse.Namespace(json=False), [Path("a.pdf")]) == 0
    assert capsys.readouterr().out == "Đã ghi a.pdf\n"
    written.say(argparse.Namespace(json=True), [Path("a.pdf")])
    assert json.loads(capsys.readouterr().out) == {"files": ["a.pdf"]}
