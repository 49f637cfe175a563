"""`sosach police receive` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.desk.receive_answer import FIGURES
from tests.store.police.lists import asked, filled, given, sent

ON = ["--on", "2026-06-24", "--by", "Bùi Thị Mai"]


@pytest.fixture
def came(campaign, tmp_path):
    asked(tmp_path, 1, 2, 3)
    sent(tmp_path)
    answers = {1: given(1), 2: {"result": "Không tìm thấy", "note": "chuyển đi"}}
    return filled(tmp_path / "dot.xlsx", tmp_path / "tra.xlsx", answers)


def test_figures_add_up_and_the_rows_behind_them_are_told(came, capsys):
    assert run(["police", "receive", str(came), *ON, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert list(told)[:9] == ["batch", *FIGURES]
    assert told["answered"] + told["unanswered"] + told["altered_rows"] == 3
    assert told["applied"] + told["conflicts"] + told["next_step"] + told["repeated"] == told["answered"] == 2
    for name in FIGURES:
        assert len(told["details"][name]) == told[name], name
    assert told["details"]["next_step"][0]["whom"] == "collaborator"


def test_words_for_people(came, capsys):
    assert run(["police", "receive", str(came), *ON]) == DONE
    told = capsys.readouterr().out
    assert "Đợt TE-01" in told
    assert "2 dòng có kết quả, 1 dòng chưa trả" in told
    assert "Đã áp dụng: 1; chờ quyết định: 0; chuyển bước tiếp: 1" in told


def test_F69_the_same_file_again_is_told(came, capsys):
    run(["police", "receive", str(came), *ON])
    capsys.readouterr()
    assert run(["police", "receive", str(came), *ON, "--json"]) == DONE
    out = capsys.readouterr()
    told = json.loads(out.out)
    assert list(told)[:9] == ["batch", *FIGURES]
    assert (told["repeated"], told["applied"], told["operation"]) == (2, 0, None)
    assert all(len(told["details"][name]) == told[name] for name in FIGURES)
    assert "đã được nhận ngày 24/06/2026" in out.err


@pytest.mark.parametrize(("name", "words"), [("anh.jpg", "bản quét|ảnh chụp"), ("vb.docx", "văn bản")])
def test_F81_a_picture_or_a_letter_is_no_list(came, tmp_path, capsys, name, words):
    (tmp_path / name).write_bytes(b"\xff\xd8\xff\xe0 no workbook")
    assert run(["police", "receive", str(tmp_path / name), *ON]) == CANNOT
    assert any(word in capsys.readouterr().err for word in words.split("|"))


def test_F76_only_the_batch_that_is_waited_for(came, capsys):
    assert run(["police", "receive", str(came), "--batch", "TE-02", *ON]) == CANNOT
    assert "TE-01" in capsys.readouterr().err


def test_a_file_that_is_not_there(campaign, tmp_path, capsys):
    assert run(["police", "receive", str(tmp_path / "x.xlsx"), *ON]) == CANNOT
    assert "x.xlsx" in capsys.readouterr().err
