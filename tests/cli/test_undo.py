"""`sosach undo` as it is called."""

import json

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.registers.models import Person
from tests.store.people import children, taken_in


def test_an_import_is_undone(campaign, tmp_path, capsys):
    number = taken_in(tmp_path / "a.xlsx", children(3)).taken.operation
    assert run(["undo", str(number), "--reason", "Nhầm tệp", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["undone"], told["kind"]) == (number, "import")
    assert Person.objects.filter(left="").count() == 0


def test_words_for_people(campaign, tmp_path, capsys):
    number = taken_in(tmp_path / "a.xlsx", children(3)).taken.operation
    assert run(["undo", str(number)]) == DONE
    assert f"Đã hoàn tác lần nhập số {number}" in capsys.readouterr().out


def test_what_is_no_operation_is_refused(campaign, capsys):
    assert run(["undo", "99"]) == CANNOT
    assert "Không có việc nào" in capsys.readouterr().err
