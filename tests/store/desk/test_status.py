import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.store.desk.status import in_words, status_of
from tests.store.people import ON, child, children, taken_in


def test_persons_are_counted_by_group_and_once_per_group(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex="", ethnicity=""), child(2, personal_id=""), child(3)])
    told = status_of(ON)["registers"]["children"]
    assert told["groups"] == {"no_id": {"open": 1, "settled": 0}, "basic_info": {"open": 1, "settled": 0}}
    assert told["findings"] == {"open": 3}
    assert (told["persons"], told["records"], told["waiting"]) == (3, 3, 0)


def test_words_for_people_add_up(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    assert "0 tuần trước + 3 mới - 0 gộp - 0 đã mất - 0 chuyển đi - 0 đủ 16 tuổi = 3" in in_words(status_of(ON))


def test_queries_do_not_grow_with_persons(campaign, tmp_path):
    counts = []
    for number, size in enumerate((3, 60)):
        taken_in(tmp_path / f"{number}.xlsx", children(size))
        with CaptureQueriesContext(connection) as asked:
            status_of(ON)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_without_a_campaign_there_is_no_status(home):
    with pytest.raises(Refused, match="chưa bắt đầu"):
        status_of(ON)
