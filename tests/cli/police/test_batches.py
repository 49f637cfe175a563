"""`sosach police list` as it is called."""

import json

from sosach.cli.main import DONE, run
from tests.store.police.lists import answered, asked, given, sent


def test_before_the_first_batch(campaign, capsys):
    assert run(["police", "list"]) == DONE
    assert "Chưa có đợt nào" in capsys.readouterr().out


def test_what_came_back_what_is_late_and_what_waits(campaign, tmp_path, capsys):
    asked(tmp_path, 1, 2, 3, 4)
    sent(tmp_path)
    moved = {"result": "Không tìm thấy", "note": "chuyển đi"}
    answered(tmp_path, {1: given(1), 2: {"result": "hỏi lại"}, 4: moved})
    assert run(["police", "list", "--on", "2026-06-25", "--json"]) == DONE
    (told,) = json.loads(capsys.readouterr().out)["batches"]
    assert (told["sent"], told["returned"], told["at_police"], told["overdue"]) == (4, 3, 1, 1)
    assert told["results"]["number_given"] == told["results"]["unread"] == 1
    assert [one["why"] for one in told["waiting"]] == ["no_result"]
    assert [(one["whom"], one["reason"]) for one in told["onward"]] == [("collaborator", "moved")]
    assert run(["police", "list", "--on", "2026-06-25"]) == DONE
    words = capsys.readouterr().out
    assert "ở Công an 1, quá hạn 1" in words
    assert "chưa nêu kết quả nào" in words
    assert "1 dòng: Hỏi gia đình, xem giấy khai sinh." in words
