"""`sosach visits` and its tasks."""

import pytest

from sosach.cli.main import run
from sosach.cli.visits.visits import TASKS


@pytest.mark.parametrize("task", ["send", "receive", "met", "list"])
def test_every_task_has_an_example(task, capsys):
    assert len(TASKS) == 4
    with pytest.raises(SystemExit):
        run(["visits", task, "--help"])
    assert "Ví dụ" in capsys.readouterr().out
