"""`sosach upload confirm` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DID_NOT_HOLD, DONE, run
from tests.store.upload import exports

ON = ["--on", "2026-06-25", "--by", "Bùi Thị Mai"]


@pytest.fixture
def base(campaign, tmp_path):
    path = exports.register(tmp_path)
    exports.prepared(path, tmp_path / "o.xlsx")
    return path


def test_everything_taken_over_is_zero(base, tmp_path, capsys):
    path = exports.later(tmp_path, {1: {"sex": "Nữ"}, 2: {"father_name": "NGUYỄN VĂN TÁM"}})
    assert run(["upload", "confirm", "children", str(path), *ON, "--json"]) == DONE
    told = capsys.readouterr()
    figures = json.loads(told.out)
    assert (figures["accepted"], figures["missing"], figures["different"]) == (2, 0, 0)
    assert len(figures["details"]["accepted"]) == 2
    assert "đã được nhập" in told.err


def test_what_was_not_taken_is_one(base, tmp_path, capsys):
    path = exports.later(tmp_path, {1: {"sex": "Nữ"}})
    assert run(["upload", "confirm", "children", str(path), *ON]) == DID_NOT_HOLD
    told = capsys.readouterr().out
    assert "chưa nhận 1 mục" in told
    assert "TE000002" in told
    assert run(["upload", "confirm", "children", str(path), *ON]) == DID_NOT_HOLD
    assert "không có gì thay đổi" in capsys.readouterr().err


def test_an_older_file_is_a_question(base, tmp_path, capsys):
    path = exports.later(tmp_path, {1: {"sex": "Nữ"}})
    arguments = ["upload", "confirm", "children", str(path), "--on", "2026-06-25", "--as-of", "2026-06-01"]
    assert run(arguments) == CANNOT
    assert "Việc cần làm" in capsys.readouterr().err
    assert run([*arguments, "--accept", "Tệp ghi sai ngày"]) == DID_NOT_HOLD


def test_the_export_itself_tells_nothing(base, capsys):
    assert run(["upload", "confirm", "children", str(base), *ON]) == CANNOT
    assert "Kết xuất lại" in capsys.readouterr().err
