"""`sosach backup` as it is called."""

import json

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.sealing import new_key
from tests.store.people import children, taken_in


def test_a_backup_is_written_and_told(campaign, tmp_path, capsys):
    taken_in(tmp_path / "tre-em.xlsx", children(3))
    assert run(["backup", str(tmp_path / "b.age"), "--by", "Bùi Thị Mai", "--on", "2026-06-18"]) == DONE
    told = capsys.readouterr()
    assert "Đã mở lại và so từng byte" in told.out
    assert "cùng ổ đĩa" in told.err


def test_its_figures_are_those_of_the_log(campaign, tmp_path, capsys):
    assert run(["backup", str(tmp_path / "b.age"), "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert run(["log", "verify", "--json"]) == DONE
    log = json.loads(capsys.readouterr().out)
    assert (told["events"], told["head"]) == (log["events"], log["head"])


def test_a_recipient_that_is_none_is_refused(campaign, tmp_path, capsys):
    assert run(["backup", str(tmp_path / "b.age"), "--recipient", "age1xyz"]) == CANNOT
    assert "age1xyz" in capsys.readouterr().err
    assert run(["backup", str(tmp_path / "b.age"), "--recipient", new_key().recipient]) == DONE


def test_F88_a_folder_that_cannot_be_written_is_told(campaign, tmp_path, capsys):
    (tmp_path / "file").write_bytes(b"")
    assert run(["backup", str(tmp_path / "file" / "b.age")]) == CANNOT
    assert capsys.readouterr().err
