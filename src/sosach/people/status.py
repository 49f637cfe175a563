"""Whether a person still belongs to the register: managed, moved away, dead, sixteen; and what remarks tell of it.

Remarks speak of others as often as of the person: “bố đã mất”, “mồ côi mẹ”, “mất thẻ”, “chuyển trường”. Working far
away is no move (the household stays registered), and who has just moved here has not moved away. What is said of
relatives, denied, or still to come is left out before the rest is read.
"""

import polars as pl

from sosach.people.answers import NOT_ASCII, Meanings, bare, coded, meant
from sosach.text import cells, rare

STATES = pl.Enum(["good", "unreadable"])

VALUES = ("managed", "moved", "deceased", "aged_out", "other")

_DEATH = r"(?:chết|mất|tử vong|qua đời|từ trần|khai tử)"
_MOVE = r"(?:chuyển|cắt khẩu|cắt hộ khẩu)"

# The person is called cháu, trẻ, bé, em or cụ; these are others.
_OTHERS = (
    r"(?:bố|cha|ba|tía|mẹ|má|ông|bà|vợ|chồng|con|anh|chị|cô|dì|chú|bác|cậu|mợ|thím|người thân|chủ hộ|(?:người )?giám hộ"
    r"|(?:người )?(?:chăm sóc|nuôi dưỡng))"
)
_LEFT_OUT = (
    rf"(?:theo|cùng) (?:{_OTHERS}(?: {_OTHERS})?(?: (?:nội|ngoại|đẻ|ruột))?|gia đình)\b",
    r"mất (?:tích|giấy|thẻ|sổ|cccd|cmnd|bản|gks|khai|hồ sơ|số|hộ khẩu|liên lạc|việc|sức|khả năng|trí|ngủ|quyền)",
    r"mất nhận thức",
    r"chuyển (?:trường|lớp|cấp|tuyến|viện|khoa|loại|đổi|nhượng|mức|hưởng|chế độ|hồ sơ)",
    r"chuyển sang (?:loại|hưởng|mức|nhóm|trường|lớp|chế độ)",
    rf"(?:chưa|không|ko|sắp|chuẩn bị|dự kiến|xin|sẽ|nếu|khi) (?:\S+ )?(?:{_DEATH}|{_MOVE}|đủ|hết tuổi)",
    rf"\b{_OTHERS}\b(?: [^\s,;.]+){{0,4}}? (?:{_DEATH}|{_MOVE})",
    rf"(?:{_DEATH}) (?:cả )?{_OTHERS}\b",
    r"(?:mới|vừa) chuyển (?:đến|về|tới|vào|sang|lại)",
    r"\btừ .* chuyển (?:đến|về|tới|vào|sang)",
    r"chuyển (?:đến|về|tới|vào)(?: (?:đây|từ|ngày|năm|tháng|địa phương|thôn|ở|sinh sống)\b| \d|$)",
)
_DECEASED = (
    r"\b(?:chết|tử vong|qua đời|từ trần|khai tử|chứng tử|báo tử)\b|\bđã mất\b|^mất$"
    r"|\bmất (?:ngày|năm|tháng|hôm|do|vì|tại|lúc|từ|hồi|rồi|\d)"
)
_FAR = r"(?:nơi khác|xã khác|phường|tỉnh|huyện|quận|thành phố|tp|nước ngoài)"
_MOVED = (
    r"\bchuyển (?:đi|khỏi|ra khỏi|nơi|hộ khẩu|khẩu|hk|địa bàn|chỗ ở|tỉnh|xã|huyện|vùng|công tác)\b|^(?:đã )?chuyển$"
    rf"|\bchuyển (?:hẳn )?(?:đến|về) {_FAR}\b|\bchuyển (?:hẳn )?(?:sang|vào|lên|xuống|ra) (?:xã|{_FAR})\b"
    r"|\bđã chuyển (?:đến|sang|vào|ra|lên) \S|\bcắt (?:hộ )?khẩu|xoá (?:đăng ký )?thường trú"
    r"|\brời (?:khỏi )?địa (?:phương|bàn)|không còn (?:ở|cư trú|sinh sống|tại|trên) "
    r"|\bđịnh cư (?:ở |tại )?nước ngoài"
)
_TOLD: Meanings = (("deceased", _DECEASED), ("moved", _MOVED))

_AGED_OUT = r"(?:đủ|trên|quá|đã|hết|>=?|≥) ?(?:tuổi )?16\b|\b16 tuổi|(?:hết|quá|đủ) tuổi|trưởng thành"
_MANAGED = (
    r"\b(?:quản lý|ql)\b|đang (?:ở|sống|sinh sống|cư trú|hưởng|học|theo dõi)|còn sống|hiện (?:ở|sống)"
    r"|thường trú|tạm trú|có mặt|bình thường|hoạt động|chuyển (?:đến|về|tới)|nhập (?:hộ )?khẩu"
)
_OTHER = r"tạm vắng|vắng|làm ăn xa|đi làm|đi học|đi tù|mất tích|trại|khác|tạm (?:dừng|ngừng|ngưng)|nước ngoài"


# Without one of these a remark tells of no death and no move; most remarks are spared the rest.
_TELLING = (
    r"(?i)ch[eế]t|m[aấ]t|t[uừử]|qua đ[oờ]i|qua doi|chuy[eể]n|kh[aẩ]u|tr[uú]|đ[iị]a|dia"
    r"|đ[iị]nh c[uư]|dinh cu|kh[oô]ng c[oò]n"
)


def read(column: pl.Series) -> pl.DataFrame:
    """The status of every cell.

    Args:
        column: marked strings without null.

    Returns:
        `value`: `managed`, `moved`, `deceased`, `aged_out`, `other` or null; `state`: good or unreadable.
    """
    frame = column.alias("cell").to_frame().with_columns(cells.words(pl.col("cell")).alias("text"))
    frame = frame.with_columns(_of_the_person(pl.col("text")).alias("own"))
    ended = meant(pl.col("own"), (*_TOLD, ("aged_out", _AGED_OUT)))
    lasting = meant(pl.col("text"), (("other", _OTHER), ("managed", _MANAGED)))
    value = pl.coalesce(coded(pl.col("text"), VALUES), ended, lasting)
    state = pl.when(pl.col("value").is_null()).then(pl.lit("unreadable")).otherwise(pl.lit("good"))
    return frame.select(value.alias("value")).with_columns(state.cast(STATES).alias("state"))


def told_by(remark: pl.Expr) -> pl.Expr:
    """`deceased` or `moved` where a remark says so of the person; null where it says nothing of the kind."""
    return rare.expression_where(remark, _TELLING, lambda text: meant(_of_the_person(text), _TOLD))


def _of_the_person(remark: pl.Expr) -> pl.Expr:
    """What is left of a remark without the phrases that speak of others, deny, or look ahead."""
    marked = unmarked = remark.str.to_lowercase()
    for phrase in _LEFT_OUT:
        marked = marked.str.replace_all(phrase, " ")
        unmarked = unmarked.str.replace_all(bare(phrase), " ")
    text = pl.when(remark.str.contains(NOT_ASCII)).then(marked).otherwise(unmarked)
    return text.str.replace_all(r"\s+", " ").str.strip_chars(" ,;.")
