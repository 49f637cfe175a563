"""`sosach civil list` as it is called."""

import json

from sosach.cli.main import DONE, run
from tests.store.civil.books import birth, compared
from tests.store.people import child, children, taken_in


def test_what_is_to_be_decided(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", [child(1, sex="", mother_birth_year="1991"), *children(3)[1:]])
    compared(tmp_path / "ks.xlsx", [birth(1), birth(2), birth(3), birth(40)])
    assert run(["civil", "list"]) == DONE
    told = capsys.readouterr().out
    assert "TE000001, Giới tính: sổ ghi trống, sổ khai sinh ghi “nữ”; theo sổ khai sinh." in told
    assert "sổ ghi “1991”, sổ khai sinh ghi “1990”" in told
    assert "Chưa có trong sổ:" in told
    assert run(["civil", "list", "--json"]) == DONE
    figures = json.loads(capsys.readouterr().out)
    assert figures["differences"] == len(figures["details"]["differences"]) == 2
    assert figures["compared_on"] == "2026-06-18"


def test_nothing_to_decide(campaign, capsys):
    assert run(["civil", "list"]) == DONE
    assert "Không còn gì" in capsys.readouterr().out
