"""The list for the police: what other programs rely on."""

from sosach.forms.police import POLICE_LIST, RESULT_WORDS, Result


def test_headings_are_those_that_were_promised() -> None:
    assert [column.heading for column in POLICE_LIST.columns] == [
        "Mã dòng", "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số định danh hiện có", "Họ tên cha",
        "Họ tên mẹ", "Thôn", "Nội dung cần xác minh", "Kết quả", "Số định danh đúng", "Họ tên đúng", "Ngày sinh đúng",
        "Giới tính đúng", "Ghi chú của Công an",
    ]  # fmt: skip


def test_results_are_the_seven_of_the_drop_down() -> None:
    assert list(RESULT_WORDS) == list(Result)
    assert POLICE_LIST.by_key["result"].choices == (
        "Khớp", "Cấp/bổ sung số", "Sửa thông tin", "Không tìm thấy", "Chưa đăng ký khai sinh", "Trùng", "Khác",
    )  # fmt: skip


def test_nothing_sensitive_goes_to_the_police() -> None:
    keys = {column.key for column in POLICE_LIST.columns}
    assert not keys & {"category", "poverty", "disability_type", "phone", "special_circumstance", "at_risk", "address"}
