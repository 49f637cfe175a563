"""`sosach police send` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.police.models import Batch
from tests.store.people import child, children, taken_in

ON = ["--on", "2026-06-18", "--by", "Bùi Thị Mai"]


@pytest.fixture
def register(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id=""), child(2, personal_id="", sex="?"), child(3)])


def test_figures(register, tmp_path, capsys):
    out = tmp_path / "dot.xlsx"
    assert run(["police", "send", "children", *ON, "--out", str(out), "--minutes", str(tmp_path), "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["batch"], told["rows"], told["due"]) == ("TE-01", 1, "2026-06-24")
    assert told["kept_back"] == {"sex": 1}
    assert told["chain_head"] == json.loads((tmp_path / "minutes.json").read_text())["chain_head"]
    assert out.exists()


def test_words_say_who_stays_and_why(register, tmp_path, capsys):
    assert run(["police", "send", "children", *ON, "--out", str(tmp_path / "dot.xlsx")]) == DONE
    told = capsys.readouterr().out
    assert "Đợt TE-01" in told
    assert "hạn trả 24/06/2026" in told
    assert "1 trẻ: giới tính còn lỗi" in told


def test_another_day_is_done_with_a_notice(register, tmp_path, capsys):
    assert run(["police", "send", "children", "--on", "2026-06-19", "--out", str(tmp_path / "dot.xlsx")]) == DONE
    assert "không phải thứ Năm" in capsys.readouterr().err
    assert Batch.objects.count() == 1


def test_nobody_qualifies(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", children(3))
    assert run(["police", "send", "children", *ON, "--out", str(tmp_path / "dot.xlsx")]) == DONE
    assert "chưa có ai đủ điều kiện" in capsys.readouterr().err
    assert not (tmp_path / "dot.xlsx").exists()


def test_a_password_comes_from_a_file(register, tmp_path, capsys):
    (tmp_path / "mk.txt").write_text("Hòa Mẫu 2026\n", encoding="utf-8")
    given = ["--password-file", str(tmp_path / "mk.txt")]
    assert run(["police", "send", "children", *ON, "--out", str(tmp_path / "dot.xlsx"), *given]) == DONE
    assert not (tmp_path / "dot.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("out", ["dot.xls", "dot", "dot.csv"])
def test_the_file_is_an_xlsx(register, tmp_path, capsys, out):
    assert run(["police", "send", "children", *ON, "--out", str(tmp_path / out)]) == CANNOT
    assert ".xlsx" in capsys.readouterr().err
    assert Batch.objects.count() == 0


def test_a_folder_that_cannot_be_written_leaves_no_batch(register, tmp_path, capsys):
    (tmp_path / "nơi").write_text("một tệp")
    assert run(["police", "send", "children", *ON, "--out", str(tmp_path / "nơi" / "dot.xlsx")]) == CANNOT
    assert Batch.objects.count() == 0
