from datetime import date

import pytest

from sosach.store.accounts.selectors import plan
from sosach.store.desk.status import status_of
from sosach.store.desk.status_words import in_words
from tests.store.people import ON, children, taken_in
from tests.store.police.lists import answered, asked, given, sent


def told(on):
    return in_words(status_of(on), plan())


def test_words_for_people_add_up(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    assert "0 tuần trước + 3 mới - 0 gộp - 0 đã mất - 0 chuyển đi - 0 đủ 16 tuổi = 3" in told(ON)


def test_before_the_first_file_there_is_little_to_tell(campaign):
    assert told(ON).splitlines()[2:] == ["Chưa nhập sổ nào.", "", "Chưa sao lưu lần nào: chạy sosach backup."]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 6, 17), "Hạn 18/6/2026 (còn 1 ngày)"),
        (date(2026, 6, 18), "Hạn 18/6/2026 (hôm nay)"),
        (date(2026, 6, 20), "Hạn 18/6/2026 (quá 2 ngày)"),
    ],
)
def test_the_deadline_is_counted_in_days(campaign, tmp_path, on, said):
    taken_in(tmp_path / "a.xlsx", children(3), date(2026, 6, 11))
    assert said in told(on)


def test_who_is_late_is_named_with_what_is_left(campaign, tmp_path):
    asked(tmp_path, 1, 2)
    sent(tmp_path)
    answered(tmp_path, {1: given(1)})
    said = told(date(2026, 6, 26))
    assert (
        "Công an xã: danh sách đợt TE-01 chưa trả đủ (sổ trẻ em), còn 1 trên 2 người, hạn 24/6/2026, quá 2 ngày" in said
    )
    assert "Công an: 1 đang chờ trả, 1 đã trả" in said
    assert "UBND xã: báo cáo tuần chưa lập, 3 kỳ, hạn 05/6/2026, quá 21 ngày" in said


def test_nobody_is_named(campaign, tmp_path):
    asked(tmp_path, 1, 2)
    assert "Nguyễn" not in told(date(2026, 6, 26))


@pytest.mark.parametrize(("mb", "shown"), [(100, True), (4096, False)])
def test_F87_a_disk_that_fills_up_is_told_before_it_is_full(campaign, mb, shown):
    said = in_words(status_of(ON) | {"disk_free_mb": mb}, plan())
    assert ("Ổ đĩa chỉ còn 100 MB" in said) is shown


def test_an_old_backup_is_told(campaign):
    figures = status_of(ON) | {"last_backup": {"on": "2026-06-01", "file": "x"}}
    assert "Sao lưu gần nhất: 01/6/2026, đã 17 ngày." in in_words(figures, plan())


def test_records_and_persons_are_told_apart_where_they_differ(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    figures = status_of(ON)
    assert "Sổ trẻ em: 3 người" in in_words(figures, plan())
    figures["registers"]["children"]["people"] = 2
    assert "Sổ trẻ em: 3 hồ sơ của 2 người" in in_words(figures, plan())
