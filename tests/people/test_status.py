"""Whether somebody still belongs to the register, by its own column and by remarks."""

import polars as pl
import pytest

from sosach.people import status
from sosach.text import cells


def told(cell: str) -> tuple[object, ...]:
    return status.read(pl.Series([cell])).row(0)


def told_by(remark: str | None) -> object:
    return pl.select(status.told_by(pl.lit(remark, dtype=pl.String))).item()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Đang quản lý", "managed"),
        ("ĐANG QUẢN LÝ", "managed"),
        ("dang quan ly", "managed"),
        ("Thường trú", "managed"),
        ("Mới chuyển đến", "managed"),
        ("Từ xã Bình chuyển đến", "managed"),
        ("Chuyển khỏi địa bàn", "moved"),
        ("Chuyển đi", "moved"),
        ("Đã chuyển", "moved"),
        ("Đã chuyển khẩu", "moved"),
        ("Chuyển đến xã khác", "moved"),
        ("chuyen di", "moved"),
        ("Đã xóa đăng ký thường trú", "moved"),
        ("Đã chết", "deceased"),
        ("Đã mất", "deceased"),
        ("Mất", "deceased"),
        ("Chết", "deceased"),
        ("Tử vong", "deceased"),
        ("Mất ngày 12/3/2026", "deceased"),
        ("da chet", "deceased"),
        ("Đủ 16 tuổi", "aged_out"),
        ("Trên 16 tuổi", "aged_out"),
        ("Hết tuổi trẻ em", "aged_out"),
        ("Đi làm ăn xa", "other"),
        ("Tạm vắng", "other"),
        ("Mất tích", "other"),
        ("Khác", "other"),
    ],
)
def test_statuses_in_their_many_words(cell: str, value: str):
    assert told(cell) == (value, "good")


@pytest.mark.parametrize(
    "cell", ["x", "không", "-", "bố đã mất", "Chuyển trường", "Chưa chuyển đi", "1", cells.ERROR + "#N/A"]
)
def test_other_words_are_not_understood(cell: str):
    assert told(cell) == (None, "unreadable")


@pytest.mark.parametrize(
    "remark",
    [
        "Đã chết",
        "chết",
        "Đã mất",
        "mất ngày 3/2/2026",
        "Mất 12/3/2026",
        "Cháu đã mất ngày 1/5/2026",
        "Trẻ mất do đuối nước",
        "Đã chết (chưa khai tử)",
        "Đã khai tử",
        "Từ trần năm 2026",
        "qua đời vì bệnh",
        "cụ đã mất tháng 3",
        "da mat",
        "Bố mẹ ly hôn, cháu đã mất",
        "ĐÃ MẤT",
    ],
)
def test_remarks_tell_of_a_death(remark: str):
    assert told_by(remark) == "deceased"


@pytest.mark.parametrize(
    "remark",
    [
        "Chuyển đi",
        "đã chuyển khẩu",
        "Cắt khẩu",
        "chuyển đi Bình Dương theo mẹ",
        "theo mẹ chuyển đi Bình Dương",
        "Gia đình chuyển đi nơi khác",
        "Hộ khẩu đã chuyển đến TP Hồ Chí Minh",
        "Chuyển hộ khẩu về quê ngoại",
        "da chuyen di",
        "Không còn ở địa phương",
        "Đã chuyển vào Nam sinh sống",
        "Mẹ bỏ đi, cháu chuyển đi ở với bà",
        "định cư nước ngoài",
    ],
)
def test_remarks_tell_of_a_move(remark: str):
    assert told_by(remark) == "moved"


@pytest.mark.parametrize(
    "remark",
    [
        "Bố đã mất",
        "Mẹ mất năm 2015",
        "mồ côi bố, mẹ chuyển đi nơi khác",
        "Bố mẹ đều đã chết",
        "mất cả bố mẹ",
        "Vợ chết, ở một mình",
        "Ở với bà nội, bố mất",
        "Người chăm sóc đã chết",
        "bo mat, me chuyen di",
        "bo da mat",
        "Con bà Hoa đã mất",
    ],
)
def test_what_is_said_of_others_is_not_said_of_the_person(remark: str):
    assert told_by(remark) is None


@pytest.mark.parametrize(
    "remark",
    [
        "Mới chuyển đến",
        "Vừa chuyển về",
        "Từ Bắc Giang chuyển về",
        "chuyển đến từ xã bên",
        "Chuyển đến ngày 1/2/2026",
        "đi làm ăn xa cùng bố mẹ",
        "Chuyển về xã Cao Đức ở",
    ],
)
def test_who_came_or_works_far_away_has_not_moved_away(remark: str):
    assert told_by(remark) is None


@pytest.mark.parametrize(
    "remark",
    [
        "Mất thẻ BHYT",
        "mất giấy khai sinh",
        "mất tích",
        "mất khả năng lao động",
        "đã mất liên lạc",
        "mat the",
        "Chuyển trường sang xã bên",
        "chuyển lớp",
        "đã chuyển sang hưởng trợ cấp người cao tuổi",
        "chuyển mức hưởng",
    ],
)
def test_other_things_are_lost_and_moved(remark: str):
    assert told_by(remark) is None


@pytest.mark.parametrize(
    "remark", ["chưa chuyển khẩu", "sắp chuyển đi", "xin chuyển khẩu", "không chuyển đi", "chưa chết"]
)
def test_what_has_not_happened_is_not_told(remark: str):
    assert told_by(remark) is None


@pytest.mark.parametrize("remark", [None, "", "Đã rà soát", "Đủ 16 tuổi", "Con nuôi", "hộ nghèo"])
def test_other_remarks_tell_nothing(remark: str | None):
    assert told_by(remark) is None


@pytest.mark.parametrize("value", status.VALUES)
def test_values_of_a_record_read_again_are_the_same(value: str):
    assert status.read(pl.Series([value])).row(0) == (value, "good")
