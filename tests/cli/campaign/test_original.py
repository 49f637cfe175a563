"""`sosach campaign original` as it is called."""

import json

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.sealing import write_key
from tests.store.people import KEY, children, taken_in


def test_files_are_listed_and_one_is_opened(campaign, tmp_path, capsys):
    assert run(["campaign", "original"]) == DONE
    assert "Chưa có" in capsys.readouterr().out
    taken_in(tmp_path / "a.xlsx", children(3))
    write_key(KEY, tmp_path / "khoa.txt", "xã Hòa Mẫu")
    assert run(["campaign", "original", "--json"]) == DONE
    assert [one["name"] for one in json.loads(capsys.readouterr().out)["originals"]] == ["a.xlsx"]
    opening = ["campaign", "original", "a.xlsx", "--key-file", str(tmp_path / "khoa.txt")]
    assert run([*opening, "--out", str(tmp_path / "out")]) == DONE
    assert (tmp_path / "out" / "a.xlsx").read_bytes() == (tmp_path / "a.xlsx").read_bytes()


def test_without_the_key_nothing_is_opened(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", children(3))
    assert run(["campaign", "original", "a.xlsx"]) == CANNOT
    assert "--key-file" in capsys.readouterr().err
