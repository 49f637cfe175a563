"""The list for the police: its columns, the seven results, and what an answer says.

Columns and results are those that the commune and its police agree on by the plan (II.1.b: hand-over every Thursday,
return on Wednesday); other programs rely on the headings.
"""

from dataclasses import dataclass
from enum import StrEnum

from sosach.forms.form import Form, FormColumn, Part
from sosach.forms.given import NOTHING, Given


class Result(StrEnum):
    """What the police found; the words are those of the drop-down."""

    MATCHES = "matches"
    NUMBER_GIVEN = "number_given"
    CORRECTED = "corrected"
    NOT_FOUND = "not_found"
    UNREGISTERED = "unregistered"
    DUPLICATE = "duplicate"
    OTHER = "other"


RESULT_WORDS = {
    Result.MATCHES: "Khớp",
    Result.NUMBER_GIVEN: "Cấp/bổ sung số",
    Result.CORRECTED: "Sửa thông tin",
    Result.NOT_FOUND: "Không tìm thấy",
    Result.UNREGISTERED: "Chưa đăng ký khai sinh",
    Result.DUPLICATE: "Trùng",
    Result.OTHER: "Khác",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceAnswer:
    """What the police wrote into one row."""

    result: Result | None  # None: nothing that names one of the seven
    result_shown: str = ""  # the words, wherever they stood
    inferred: bool = False  # no words at all: the result follows from what is filled in
    personal_id: Given = NOTHING
    full_name: Given = NOTHING
    birth_date: Given = NOTHING
    sex: Given = NOTHING
    note: str = ""


def _fact(key: str, heading: str, width: float, *also: str, needed: bool = False) -> FormColumn:
    return FormColumn(key=key, heading=heading, part=Part.FACT, width=width, also=also, needed=needed)


def _answer(key: str, heading: str, width: float, advice: str, *also: str, needed: bool = False) -> FormColumn:
    return FormColumn(
        key=key, heading=heading, part=Part.ANSWER, width=width, also=also, advice=advice, needed=needed,
        choices=_CHOICES.get(key, ()),
    )  # fmt: skip


_CHOICES = {"result": tuple(RESULT_WORDS.values()), "new_sex": ("Nam", "Nữ")}

POLICE_LIST = Form(
    name="police",
    sheet="Danh sách",
    columns=(
        FormColumn(
            key="code", heading="Mã dòng", part=Part.CODE, width=20, also=("Mã", "Mã số dòng", "Mã hàng"), needed=True
        ),
        FormColumn(key="number", heading="STT", part=Part.NUMBER, width=5, also=("TT", "Số TT", "Số thứ tự")),
        _fact("full_name", "Họ và tên", 18, "Họ tên", "Họ và tên trẻ", "Họ tên trẻ", needed=True),
        _fact("birth_date", "Ngày sinh", 10.5, "Ngày tháng năm sinh", "Năm sinh", "NTNS", needed=True),
        _fact("sex", "Giới tính", 6, "Giới", "Nam/Nữ"),
        _fact("ethnicity", "Dân tộc", 8),
        _fact("personal_id", "Số định danh hiện có", 13.5, "Số định danh", "Số ĐDCN hiện có", "Số CCCD hiện có"),
        _fact("father_name", "Họ tên cha", 16, "Họ và tên cha", "Cha", "Bố", "Họ tên bố"),
        _fact("mother_name", "Họ tên mẹ", 16, "Họ và tên mẹ", "Mẹ"),
        _fact("hamlet", "Thôn", 11, "Thôn/TDP", "Địa chỉ", "Thôn, tổ dân phố"),
        _fact("to_verify", "Nội dung cần xác minh", 20, "Nội dung xác minh", "Nội dung", "Cần xác minh"),
        _answer(
            "result", "Kết quả", 14, "Chọn một kết quả trong danh sách.",
            "Kết quả xác minh", "Kết quả đối chiếu", "KQ", "Kết quả của Công an", "Kết quả rà soát", "Kết quả trả lời",
            needed=True,
        ),
        _answer(
            "new_personal_id", "Số định danh đúng", 13.5, "Ghi đủ 12 chữ số, không ghi chữ.",
            "Số ĐDCN đúng", "Số đúng", "Số định danh mới", "Số ĐDCN cấp", "Số được cấp", "Số CCCD đúng",
        ),
        _answer("new_full_name", "Họ tên đúng", 16, "Chỉ ghi khi khác danh sách.", "Họ và tên đúng", "Tên đúng"),
        _answer(
            "new_birth_date", "Ngày sinh đúng", 10.5, "Chỉ ghi khi khác danh sách, dạng ngày/tháng/năm.",
            "Ngày tháng năm sinh đúng", "Năm sinh đúng",
        ),
        _answer("new_sex", "Giới tính đúng", 7, "Chỉ ghi khi khác danh sách.", "Giới đúng"),
        _answer(
            "note", "Ghi chú của Công an", 18, "Ghi lý do khi không tìm thấy, trùng hoặc khác.",
            "Ghi chú", "Ghi chú CA", "Ý kiến của Công an", "Công an ghi chú",
        ),
    ),
)  # fmt: skip
