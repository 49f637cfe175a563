"""`sosach civil list` as it is called."""

import json

from sosach.cli.main import DONE, run
from tests.store.civil.books import birth, compared
from tests.store.people import child, children, taken_in


def test_what_is_to_be_decided(campaign, tmp_path, capsys):
    late = child(5, birth_date="01/03/2026", personal_id="")
    taken_in(tmp_path / "a.xlsx", [child(1, sex="", mother_birth_year="1991"), *children(3)[1:], late])
    compared(tmp_path / "ks.xlsx", [birth(1), birth(2), birth(3), birth(40)])
    assert run(["civil", "list"]) == DONE
    told = capsys.readouterr().out
    assert "TE000001, Giới tính: sổ ghi trống, sổ khai sinh ghi “nữ”; theo sổ khai sinh." in told
    assert "sổ ghi “1991”, sổ khai sinh ghi “1990”" in told
    assert "Chưa có trong sổ:" in told
    assert "Quá 60 ngày chưa thấy đăng ký khai sinh: TE000005, sinh 01/03/2026" in told
    assert run(["civil", "list", "--json"]) == DONE
    figures = json.loads(capsys.readouterr().out)
    assert figures["differences"] == len(figures["details"]["differences"]) == 2
    assert figures["compared_on"] == "2026-06-18"
    assert figures["details"]["overdue"] == ["TE000005"]


def test_nothing_to_decide(campaign, capsys):
    assert run(["civil", "list"]) == DONE
    assert "Không còn gì" in capsys.readouterr().out
