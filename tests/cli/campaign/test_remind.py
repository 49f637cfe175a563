"""`sosach campaign remind` as it is called."""

import json

from sosach.cli.main import DONE, run
from tests.store.people import child, taken_in
from tests.store.police.lists import asked, sent


def test_each_late_organisation_has_a_text_without_names(campaign, tmp_path, capsys):
    asked(tmp_path, 1, 2)
    sent(tmp_path)
    assert run(["campaign", "remind", "--on", "2026-06-26"]) == DONE
    told = capsys.readouterr().out
    assert "Kính gửi: Công an xã" in told
    assert "2 trên 2 trường hợp chưa trả, quá hạn 02 ngày" in told
    assert child(1)["full_name"] not in told
    assert "TE000001" not in told


def test_texts_as_files_and_for_programs(campaign, tmp_path, capsys):
    asked(tmp_path, 1)
    sent(tmp_path)
    assert run(["campaign", "remind", "--on", "2026-06-26", "--out", str(tmp_path / "nhac"), "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)["reminders"]
    assert set(told) == {"commune", "commune_police"}
    files = {file.stem: file.read_text(encoding="utf-8").strip() for file in (tmp_path / "nhac").glob("*.txt")}
    assert files == told


def test_where_nobody_is_late_nothing_is_sent(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", [child(1)])
    assert run(["campaign", "remind", "--on", "2026-06-26"]) == DONE
    assert "Không tổ chức nào" in capsys.readouterr().out
