from sosach.outputs.figures import figures
from sosach.outputs.report.problems import by_rule
from tests.outputs.small_register import checked, finding


def test_problems_stand_under_their_group_with_example_and_step() -> None:
    html = by_rule(figures(checked())).html
    assert (
        html.index("Số định danh sai, cần xác minh")
        < html.index("Mất số 0 đầu")
        < html.index("Thiếu hoặc sai thông tin cơ bản")
    )
    assert "Câu về sex_missing." in html
    assert html.count("Việc cần làm: ") == 5


def test_what_was_cleaned_is_folded_away() -> None:
    html = by_rule(figures(checked())).html
    assert "<summary>Đã làm sạch khi đọc 1 ô, không cần làm gì thêm</summary>" in html


def test_a_clean_file_says_so() -> None:
    html = by_rule(figures(checked(findings=()))).html
    assert "Chưa thấy vấn đề nào." in html
    assert "<table" not in html
    assert "<details" not in html


def test_a_rule_that_nobody_knows_is_its_code() -> None:
    assert "of_another_program" in by_rule(figures(checked(findings=[finding(5, "of_another_program")]))).html
