"""`sosach upload` and its tasks."""

import pytest

from sosach.cli.main import run
from sosach.cli.upload.upload import TASKS


def test_help_lists_every_task(capsys):
    with pytest.raises(SystemExit):
        run(["upload", "--help"])
    told = capsys.readouterr().out
    for task in ("prepare", "receive", "confirm", "list"):
        assert task in told


@pytest.mark.parametrize("task", ["prepare", "receive", "confirm", "list"])
def test_every_task_has_an_example(task, capsys):
    assert len(TASKS) == 4
    with pytest.raises(SystemExit):
        run(["upload", task, "--help"])
    assert "Ví dụ" in capsys.readouterr().out
