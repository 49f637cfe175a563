"""`sosach report province`."""

import json

from sosach.cli.main import run
from tests.usecases.provinces import sent, units


def test_the_sheet_is_written_and_who_is_missing_is_said(tmp_path, capsys):
    sent(tmp_path / "in", 1)
    units(tmp_path / "in", 2)
    out = tmp_path / "x.xlsx"
    command = ["report", "province", "--week", "2026-06-19", str(tmp_path / "in"), "--out", str(out)]
    assert run(command) == 0
    assert "Chưa gửi: xã Số 2 Mẫu." in capsys.readouterr().out
    assert out.exists()
    assert run([*command, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["expected"], told["in_time"], told["missing"]) == (2, 1, ["xã Số 2 Mẫu"])


def test_an_altered_file_is_told_on_standard_error(tmp_path, capsys):
    sent(tmp_path / "in", 1)
    (tmp_path / "in" / "b.json").write_text("{}")
    assert (
        run(["report", "province", "--week", "2026-06-18", str(tmp_path / "in"), "--out", str(tmp_path / "x.pdf")]) == 0
    )
    assert "“b.json” không còn như khi xã chốt số liệu" in capsys.readouterr().err
