"""`sosach visits send` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.visits.models import Visit
from tests.store.people import child, taken_in
from tests.store.visits import lists

ON = ["--on", "2026-06-16", "--by", "Bùi Thị Mai"]


@pytest.fixture
def register(campaign, tmp_path):
    lists.register(tmp_path, {"sex": ""}, {"personal_id": ""})


def test_figures_and_files(register, tmp_path, capsys):
    out = tmp_path / "phieu"
    assert run(["visits", "send", "--hamlet", "go me", "--out", str(out), *ON, "--json"]) == DONE
    (told,) = json.loads(capsys.readouterr().out)["visits"]
    assert (told["visit"], told["hamlet"], told["persons"], told["questions"]) == ("RS-0001", "Thôn Gò Me", 2, 3)
    assert told["due"] == "2026-06-18"
    assert {path.name for path in out.iterdir()} == {"RS-0001-thon-go-me.xlsx", "RS-0001-thon-go-me.html"}


def test_all_hamlets_each_with_its_list(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", [child(n, sex="") for n in range(1, 7)])
    assert run(["visits", "send", "--all", "--out", str(tmp_path / "phieu"), *ON]) == DONE
    told = capsys.readouterr()
    assert "Thôn Gò Me: 4 hộ" in told.out
    assert "Thôn Bãi Dâu: 2 hộ" in told.out
    assert "Không có ai cần hỏi ở" in told.err
    assert Visit.objects.count() == 2


def test_a_hamlet_that_is_none_is_told_with_those_there_are(register, tmp_path, capsys):
    assert run(["visits", "send", "--hamlet", "Xóm Lạ", "--out", str(tmp_path / "phieu"), *ON]) == CANNOT
    assert "Thôn Gò Me" in capsys.readouterr().err
    assert not (tmp_path / "phieu").exists()


def test_persons_without_a_hamlet_are_told(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", [child(1, hamlet="", sex=""), child(2, hamlet="Thôn Gò Me", sex="")])
    assert run(["visits", "send", "--all", "--out", str(tmp_path / "phieu"), *ON]) == DONE
    assert "1 người cần hỏi chưa rõ thôn" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_leaves_no_list(register, tmp_path, capsys):
    (tmp_path / "phieu").write_text("một tệp")
    assert run(["visits", "send", "--all", "--out", str(tmp_path / "phieu"), *ON]) == CANNOT
    assert Visit.objects.count() == 0


def test_whom_is_asked_for(register, tmp_path, capsys):
    assert run(["visits", "send", "--out", str(tmp_path / "phieu")]) == CANNOT
