"""Both registers in one paper."""

from sosach.papers.together import exported, issued, lists, together
from tests.papers import both

BOTH = together(both.situation(), ["children", "beneficiaries"])
CHILDREN = together(both.situation(), ["children"])


def test_one_register_alone_is_not_split_into_parts():
    assert "(" not in lists(CHILDREN)
    assert lists(BOTH).startswith("Đã chuyển Công an xã 04 danh sách (02 danh sách trẻ em, 02 danh sách đối tượng")
    assert CHILDREN.each("cumulative.sent_entries", lambda _: "lượt") == ""


def test_seven_organisations_have_tasks_by_the_plan():
    assert "07 cơ quan, tổ chức và 10 thôn" in issued(BOTH)


def test_the_first_export_is_told_in_the_first_report_alone():
    assert "danh sách trẻ em ngày 04/6/2026 (1.986 trẻ)" in exported(BOTH)
    assert exported(together(both.situation(figures=both.figures(first=False)), ["children"])) == ""


def test_sums_of_both_are_numbers_with_names():
    assert BOTH.together("cumulative.sent_entries") == "153"
    assert BOTH.printed["all.cumulative.sent_entries"] == "153"
