"""The tasks of `sosach campaign`."""

import argparse

import pytest

from sosach.cli.campaign.campaign import TASKS
from sosach.cli.main import CANNOT, command_line, run


def test_every_task_is_named_after_its_file():
    commands = next(a for a in command_line()._actions if isinstance(a, argparse._SubParsersAction))
    tasks = next(a for a in commands.choices["campaign"]._actions if isinstance(a, argparse._SubParsersAction))
    assert list(tasks.choices) == [task.__name__.rsplit(".", 1)[1] for task in TASKS]


@pytest.mark.parametrize("task", [task.__name__.rsplit(".", 1)[1] for task in TASKS])
def test_every_task_explains_itself_with_an_example(task, capsys):
    with pytest.raises(SystemExit):
        run(["campaign", task, "--help"])
    assert f"sosach campaign {task}" in capsys.readouterr().out


def test_task_is_asked_for(capsys):
    assert run(["campaign"]) == CANNOT
    assert "VIỆC" in capsys.readouterr().err
