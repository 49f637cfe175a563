from sosach.outputs.report.cases import WORST, cases, worst_cases
from sosach.outputs.shown import DOTS
from tests.outputs.small_register import checked, finding, record


def test_persons_with_several_problems_come_with_all_of_them_the_gravest_first() -> None:
    seven, eight = worst_cases(checked())
    assert (seven.name, seven.row, seven.messages) == (
        "Trần Thị Yến",
        7,
        ("Câu về sex_missing.", "Câu về birth_date_no_day."),
    )
    assert (eight.name, len(eight.messages)) == ("Lê An", 2)


def test_errors_weigh_more_than_any_number_of_warnings() -> None:
    found = [finding(5, f"w{i}", "warning") for i in range(5)] + [finding(8, "e", "error"), finding(8, "w", "warning")]
    assert [case.row for case in worst_cases(checked(findings=found))] == [8, 5]


def test_what_was_cleaned_is_no_problem() -> None:
    found = [finding(5, "a", "error"), finding(5, "b", "info"), finding(5, "c", "info")]
    assert worst_cases(checked(findings=found)) == ()


def test_numbers_are_masked() -> None:
    found = [finding(5, "a", message="Số 003316600001 sai."), finding(5, "b")]
    (case,) = worst_cases(checked(findings=found))
    assert case.messages[0] == f"Số 003{DOTS}01 sai."


def test_the_list_stays_short() -> None:
    people = [record(row, full_name="An") for row in range(5, 100)]
    found = [finding(row, code) for row in range(5, 100) for code in ("a", "b")]
    assert [case.row for case in worst_cases(checked(people, found))] == list(range(5, 5 + WORST))


def test_the_sheet_is_named_only_when_there_are_several() -> None:
    worst = worst_cases(checked())
    several, one = cases(worst, one_sheet=False), cases(worst, one_sheet=True)
    assert several is not None
    assert one is not None
    assert "Danh sách" in several.html
    assert "Danh sách" not in one.html


def test_a_person_without_a_name_can_be_found_by_the_row() -> None:
    section = cases(worst_cases(checked([record(5)], [finding(5, "a"), finding(5, "b")])), one_sheet=True)
    assert section is not None
    assert "(chưa có họ tên)" in section.html
    assert "dòng 5" in section.html


def test_no_section_when_nobody_has_two() -> None:
    assert cases(worst_cases(checked(findings=[finding(5, "a")])), one_sheet=True) is None
