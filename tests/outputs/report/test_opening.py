from sosach.outputs.figures import figures
from sosach.outputs.report.opening import next_steps, opening
from tests.outputs.small_register import checked, finding


def test_the_result_stands_at_the_top_with_file_and_day() -> None:
    html = opening(checked(), figures(checked()))
    assert html.index("<h1>Kết quả kiểm tra sổ trẻ em</h1>") < html.index("Đã đọc 4 người")
    assert "tre-em.xlsx" in html
    assert "18/06/2026" in html


def test_the_bar_adds_up_to_the_persons() -> None:
    html = opening(checked(), figures(checked()))
    assert all(words in html for words in ("Có lỗi: 2", "Chỉ cần xác minh: 1", "Chưa thấy vấn đề: 1"))


def test_steps_speak_of_what_was_found_and_of_nothing_else() -> None:
    html = next_steps(checked(), figures(checked())).html
    assert "review.xlsx" in html
    assert "1 đề xuất chắc chắn" in html
    assert "1 người có số sai hoặc cần xác minh" in html
    assert "chưa có số định danh" not in html
    assert "2 dòng không phải người và 1 cột chưa rõ" in html


def test_basic_information_comes_before_the_police() -> None:
    both = [finding(5, "sex_missing"), finding(6, "personal_id_missing", group="no_id")]
    html = next_steps(checked(findings=both), figures(checked(findings=both))).html
    assert html.index("thông tin cơ bản") < html.index("chuyển Công an")


def test_a_file_without_problems_is_not_called_right() -> None:
    html = next_steps(checked(findings=()), figures(checked(findings=()))).html
    assert "vẫn có thể là số của người khác" in html
    assert "review.xlsx" not in html


def test_an_empty_file_has_no_bar() -> None:
    nobody = checked((), ())
    assert "<svg" not in opening(nobody, figures(nobody))
