from sosach.outputs.review import todo as room
from sosach.outputs.review.todo import todo
from sosach.outputs.shown import WITHHELD
from tests.outputs.small_register import checked, finding, record


def test_a_line_per_error_and_warning_and_none_for_what_was_cleaned() -> None:
    lines = todo(checked())
    assert lines["rule"].to_list() == [
        "personal_id_lost_zero",
        "sex_missing",
        "birth_date_no_day",
        "hamlet_missing",
        "row_same_person",
    ]


def test_hamlets_households_and_given_names_in_vietnamese_order() -> None:
    people = [
        record(5, full_name="Trần Văn Yên", hamlet="Thôn Yên", household_code="H1"),
        record(6, full_name="Trần Văn Đức", hamlet="Thôn Đông", household_code="H2"),
        record(7, full_name="Trần Văn Ánh", hamlet="Thôn Đông", household_code="H2"),
        record(8, full_name="Trần Văn Ba", hamlet="Thôn Đông", household_code="H1"),
        record(9, full_name="Trần Văn Ân", hamlet="Thôn Ánh", household_code="H9"),
        record(10, full_name="Trần Văn Cả"),
    ]
    lines = todo(checked(people, [finding(row, "sex_missing") for row in range(5, 11)]))
    assert lines["row"].to_list() == [9, 8, 7, 6, 5, 10]


def test_errors_of_a_person_come_before_the_warnings() -> None:
    lines = todo(checked(findings=[finding(5, "a", "warning"), finding(5, "b", "error")]))
    assert lines["severity"].to_list() == ["error", "warning"]


def test_the_band_changes_with_the_household() -> None:
    people = [
        record(row, hamlet="A", household_code=home)
        for row, home in ((5, "H1"), (6, "H1"), (7, "H2"), (8, None), (9, None))
    ]
    lines = todo(checked(people, [finding(row, "sex_missing") for row in range(5, 10)]))
    bands = lines.sort("row")["band"].to_list()
    assert bands[0] == bands[1] != bands[2]
    assert bands[3] != bands[4]


def test_the_same_household_code_in_two_hamlets_is_two_households() -> None:
    people = [record(5, hamlet="A", household_code="H1"), record(6, hamlet="B", household_code="H1")]
    lines = todo(checked(people, [finding(5, "a"), finding(6, "a")]))
    assert lines["band"].n_unique() == 2


def test_values_and_suggestions_are_printed_for_people_with_full_numbers() -> None:
    lines = todo(checked())
    assert lines["value"][0] == "3217600002"
    assert lines["suggestion"][0] == "003217600002"
    assert lines["certainty_word"][0] == "chắc chắn"
    assert lines["suggestion"][2] == "06/05/2018"
    assert lines["severity_word"].to_list()[:3] == ["Lỗi", "Lỗi", "Cần xác minh"]
    assert lines["birth_date_shown"].to_list()[:2] == ["02/01/2017", "2018"]


def test_nothing_sensitive_is_repeated() -> None:
    secret = finding(
        5, "x", field="special_circumstance", value="l", suggestion="l.1", message="Hoàn cảnh ghi “l”, cần xem lại."
    )
    (line,) = todo(checked(findings=[secret])).to_dicts()
    assert line["value"] == line["suggestion"] == WITHHELD
    assert line["message"] == f"Hoàn cảnh ghi {WITHHELD}, cần xem lại."


def test_a_list_longer_than_a_sheet_is_cut(monkeypatch) -> None:
    monkeypatch.setattr(room, "MOST_LINES", 2)
    assert todo(checked()).height == 2


def test_nothing_found_is_an_empty_list() -> None:
    assert todo(checked(findings=())).height == 0


def test_a_hamlet_is_filtered_by_one_name() -> None:
    people = [record(5 + i, hamlet=text) for i, text in enumerate(("Thôn Yên", "Thôn Yên", "thôn yên"))]
    lines = todo(checked(people, [finding(row, "a") for row in (5, 6, 7)]))
    assert lines["hamlet"].unique().to_list() == ["Thôn Yên"]
