"""`sosach upload receive` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.upload.services.ticking import FIGURES
from tests.store.upload import exports

ON = ["--on", "2026-06-25", "--by", "Bùi Thị Mai"]


@pytest.fixture
def listed(campaign, tmp_path):
    exports.prepared(exports.register(tmp_path), tmp_path / "o.xlsx")
    return tmp_path / "o-list.xlsx"


def test_figures_add_up_to_the_lines(listed, capsys):
    exports.tick(listed, {2: "x"})
    assert run(["upload", "receive", str(listed), *ON, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert sum(told[name] for name in FIGURES if name != "unknown_rows") == told["lines"] == 2
    assert told["typed"] == 1


def test_words_and_the_second_time(listed, capsys):
    exports.tick(listed, {2: "x"})
    assert run(["upload", "receive", str(listed), *ON]) == DONE
    assert "1 dòng đã nhập" in capsys.readouterr().out
    assert run(["upload", "receive", str(listed), *ON]) == DONE
    assert "không có gì thay đổi" in capsys.readouterr().err


def test_a_register_is_no_typing_list(listed, tmp_path, capsys):
    assert run(["upload", "receive", str(tmp_path / "a.xlsx"), *ON]) == CANNOT
    assert "Việc cần làm" in capsys.readouterr().err


def test_a_file_that_is_not_there(campaign, tmp_path, capsys):
    assert run(["upload", "receive", str(tmp_path / "x.xlsx"), *ON]) == CANNOT
    assert "x.xlsx" in capsys.readouterr().err
