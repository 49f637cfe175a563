"""`sosach visits receive` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.desk.receive_visits import EFFECTS, FIGURES, MET
from tests.store.visits import lists

ON = ["--on", "2026-06-22", "--by", "Bùi Thị Mai"]
BABY = {"Họ và tên trẻ": "Nguyễn Thị Mới", "Ngày sinh": "02/05/2026", "Giới tính": "Nữ", "Họ tên mẹ": "Trần Thị Sen"}


@pytest.fixture
def came(campaign, tmp_path):
    lists.register(tmp_path, {"sex": ""}, {"father_name": "", "mother_name": ""}, {"personal_id": ""})
    lists.sent(tmp_path)
    return lists.filled(lists.workbook(tmp_path), {1: "Nữ", 3: "Chưa"}, [BABY])


def test_figures_add_up(came, capsys):
    assert run(["visits", "receive", str(came), *ON, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert set(FIGURES) <= set(told)
    assert told["answered"] + told["unanswered"] + told["altered_rows"] == 4
    assert sum(told[name] for name in EFFECTS) == told["answered"] == 2
    assert sum(told[name] for name in MET) == told["met"] == 1
    for name in (*EFFECTS, *MET, "unanswered"):
        assert len(told["details"][name]) == told[name], name


def test_words_and_the_second_time(came, capsys):
    assert run(["visits", "receive", str(came), *ON]) == DONE
    assert "thêm vào sổ 1" in capsys.readouterr().out
    assert run(["visits", "receive", str(came), *ON]) == DONE
    told = capsys.readouterr()
    assert "không có gì thay đổi" in told.err
    assert "lặp lại: 2" in told.out


def test_a_register_is_no_list(came, tmp_path, capsys):
    assert run(["visits", "receive", str(tmp_path / "a.xlsx"), *ON]) == CANNOT
    assert "Việc cần làm" in capsys.readouterr().err


def test_a_photograph_is_told(came, tmp_path, capsys):
    (tmp_path / "phieu.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"0" * 100)
    assert run(["visits", "receive", str(tmp_path / "phieu.jpg"), *ON]) == CANNOT
    assert ".jpg" in capsys.readouterr().err
