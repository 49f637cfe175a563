import pytest

from sosach.cli.main import CANNOT, run


@pytest.mark.parametrize("task", ["send", "receive", "list", "decide"])
def test_every_task_has_its_help_with_an_example(capsys, task):
    with pytest.raises(SystemExit) as leaving:
        run(["police", task, "--help"])
    assert leaving.value.code == 0
    assert f"sosach police {task}" in capsys.readouterr().out


def test_without_a_task_nothing_is_done(capsys):
    assert run(["police"]) == CANNOT
