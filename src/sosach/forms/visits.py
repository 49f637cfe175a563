"""The household review of a hamlet without a telephone: questions to ask, and children met who are on no list.

Never on these lists: full numbers, category, poverty, disability, health, special circumstance, the marriage of
parents. Grown-up beneficiaries are “người lớn trong danh sách rà soát”, so that nobody learns who draws aid.
"""

from dataclasses import dataclass
from enum import StrEnum

from sosach.forms.form import Form, FormColumn, Part
from sosach.forms.given import NOTHING, Given


class Asks(StrEnum):
    """What kind of answer a question wants."""

    REGISTERED = "registered"  # Có, Chưa, Không rõ: the birth is registered
    HAS_CARD = "has_card"  # Có, Chưa, Đang làm
    LIVES_HERE = "lives_here"  # Có, Đã chuyển đi
    CONFIRM_NUMBER = "confirm_number"  # Đúng, or the right number
    NUMBER = "number"
    DATE = "date"
    SEX = "sex"
    NAME = "name"
    ETHNICITY = "ethnicity"
    TEXT = "text"


CHOICES = {
    Asks.REGISTERED: ("Có", "Chưa", "Không rõ"),
    Asks.HAS_CARD: ("Có", "Chưa", "Đang làm"),
    Asks.LIVES_HERE: ("Có", "Đã chuyển đi", "Không rõ"),
    Asks.CONFIRM_NUMBER: ("Đúng", "Sai"),
    Asks.SEX: ("Nam", "Nữ"),
}

SEEN_PAPERS = ("Giấy khai sinh", "Trích lục khai sinh", "Thẻ căn cước", "Sổ hộ tịch", "Gia đình nói", "Khác")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about one field of a person."""

    asks: Asks
    field: str
    text: str


class Choice(StrEnum):
    """A choice that was ticked."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    IN_PROGRESS = "in_progress"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChild:
    """A child met at a household who is on no list."""

    sheet: str
    row: int
    full_name: Given
    birth_date: Given = NOTHING
    sex: Given = NOTHING
    ethnicity: Given = NOTHING
    personal_id: Given = NOTHING
    father_name: Given = NOTHING
    mother_name: Given = NOTHING
    registered: Given = NOTHING  # value: a `Choice`
    household_head: Given = NOTHING
    address: str = ""
    note: str = ""


def _fact(key: str, heading: str, width: float, *also: str, needed: bool = False) -> FormColumn:
    return FormColumn(key=key, heading=heading, part=Part.FACT, width=width, also=also, needed=needed)


def _answer(key: str, heading: str, width: float, *also: str, needed: bool = False) -> FormColumn:
    return FormColumn(
        key=key, heading=heading, part=Part.ANSWER, width=width, also=also, needed=needed,
        choices=_DROP_DOWNS.get(key, ()), advice=_ADVICE.get(key, ""),
    )  # fmt: skip


_DROP_DOWNS = {"seen": SEEN_PAPERS, "sex": CHOICES[Asks.SEX], "registered": CHOICES[Asks.REGISTERED]}
_ADVICE = {
    "answer": "Ghi câu trả lời; số định danh ghi đủ 12 chữ số, ngày ghi ngày/tháng/năm.",
    "seen": "Giấy tờ đã xem khi hỏi.",
}

VISIT_LIST = Form(
    name="visits",
    sheet="Câu hỏi",
    columns=(
        FormColumn(key="code", heading="Mã dòng", part=Part.CODE, width=20, also=("Mã", "Mã số dòng"), needed=True),
        FormColumn(key="number", heading="STT", part=Part.NUMBER, width=5, also=("TT", "Số TT")),
        _fact("household", "Hộ", 10, "Mã hộ", "Số hộ"),
        _fact("household_head", "Chủ hộ", 20, "Họ tên chủ hộ"),
        _fact("person", "Người trong danh sách", 32, "Người", "Họ và tên", "Họ tên", needed=True),
        _fact("question", "Điều cần hỏi", 38, "Câu hỏi", "Nội dung", needed=True),
        _answer("answer", "Trả lời", 22, "Câu trả lời", "Kết quả", needed=True),
        _answer("seen", "Giấy tờ đã xem", 16, "Giấy tờ", "Căn cứ"),
        _answer("on", "Ngày hỏi", 11, "Ngày"),
        _answer("by", "Người hỏi", 16),
        _answer("note", "Ghi chú", 20),
    ),
)

FOUND_CHILDREN = Form(
    name="found",
    sheet="Trẻ chưa có trong danh sách",
    columns=(
        _answer("full_name", "Họ và tên trẻ", 24, "Họ và tên", "Họ tên", "Họ tên trẻ", needed=True),
        _answer("birth_date", "Ngày sinh", 11, "Ngày tháng năm sinh", "Năm sinh", needed=True),
        _answer("sex", "Giới tính", 8, "Nam/Nữ"),
        _answer("ethnicity", "Dân tộc", 10),
        _answer("personal_id", "Số định danh", 15, "Số định danh cá nhân", "Số ĐDCN"),
        _answer("father_name", "Họ tên cha", 20, "Cha", "Bố"),
        _answer("mother_name", "Họ tên mẹ", 20, "Mẹ"),
        _answer("registered", "Đã khai sinh", 12, "Đã khai sinh?", "Khai sinh"),
        _answer("household_head", "Chủ hộ", 20),
        _answer("address", "Địa chỉ", 22, "Thôn", "Nơi ở"),
        _answer("note", "Ghi chú", 20),
    ),
)
