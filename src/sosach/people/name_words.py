"""Words in the column of names that are no name: signs of absence, what newborns are called, remarks beside a name.

Newborns were recorded as “Trai” or “Gái” until the birth certificate, by the old instructions for registers of
population; lists of hamlets have “Bé gái con bà Hoa”, “Con chị Lan”, “Chưa đặt tên”. People really are called Gái, Bé,
Cu, Con or Út, as a given name behind a family name, and Bế, Cù, Khổng and Ông are family names: a word counts only
where a family name would stand.

Patterns expect small letters, composed and single-spaced, with brackets as spaces.
"""

import re
import unicodedata

import polars as pl

from sosach.refdata.names import family_names

KIN = r"(?:ông|bà|anh|chị|cô|chú|bác|dì|cậu|mợ|thím|dượng|mẹ|má|bố|ba|cha)"
_CHILD = r"(?:con|cháu bé|cháu|bé|trẻ|em bé|em|cu|hĩm|bé con)"
_SEX = r"(?:trai|gái|nam|nữ)"
_ORDER = r"(?:(?:thứ |số )?(?:\d{1,2}|nhất|hai|ba|tư|út|đầu|cả)|[ab])"
_BORN = r"(?:mới sinh|mới đẻ|sơ sinh|chưa sinh)"
_NICKNAME = r"(?:tí|tý|tèo|bi|bo|bin|ben|ken|tin|tôm|tũn|tun|tít|sóc|nhím|gấu|beo|bờm|cún|cò|na|mít|bống|bông|thóc)"
_FAMILY = "(?:" + "|".join(family.name.lower() for family in family_names()) + ")"
_PARENT = rf"(?:của |nhà )?(?:{KIN}|vợ chồng|gia đình|nhà|sản phụ|sp)"

_ABSENT = (
    r"(?:không|chưa)(?: .*)?|(?:ko|kg|k|hông|chưa)(?: (?:có|rõ|biết|đặt|khai|ks|tên).*)?|vô danh|khuyết danh"
    r"|(?:đang|chờ|đợi|sẽ) (?:cập nhật|bổ sung|đặt tên|làm|khai|xác|cấp).*|(?:cập nhật|bổ sung) sau|(?:để |bỏ )?trống"
    r"|null|none|nan|n/a|x+|test|abc|asdf"
)
_LIFE = (
    r"(?:đã |bị )?(?:mất|chết|qua đời|mất tích|bỏ đi|bỏ nhà|ly hôn|li hôn|ly thân|đi tù)(?: .*)?"
    r"|mồ côi.*|(?:mẹ )?đơn thân|(?:bố mẹ|cha mẹ) .*"
)
_NEWBORN = (
    rf"trai|gái|{_CHILD}|{_BORN}(?: .*)?"
    rf"|{_CHILD} {_BORN}.*|{_CHILD}(?: {_SEX})?(?: {_BORN})?(?: {_ORDER})?|(?:cu|bé) {_NICKNAME}"
    rf"|(?:{_CHILD}(?: {_SEX})?|{_SEX}) (?:con |cháu )?{_PARENT}(?: .*)?"
    rf"|{_SEX} (?:con|cháu) .*|con của .*|c\.?b[. ] ?.+"
    rf"|con {_FAMILY}(?: \S+){{2,}}|(?:{_CHILD} )?(?:bị )?bỏ rơi.*"
)
_KIN_ALONE = rf"{KIN}(?: (?:nội|ngoại|ruột|nuôi|đẻ|dâu|rể|bà|cháu|mẹ))?|chủ hộ|người nuôi dưỡng"
# Whatever stands before it: who has no name yet has none.
_NAMELESS = r"(?:.* )?(?:chưa|không) (?:được )?(?:đặt|có) tên(?: .*)?"
_PLACEHOLDER = rf"^(?:{_ABSENT}|{_LIFE}|{_NEWBORN}|{_KIN_ALONE}|{_NAMELESS})$"

# The same without marks, where they leave no doubt: `be` may be Bế, `chua` a name of the Mông.
_BARE_PLACEHOLDER = (
    r"^(?:(?:khong|chua) (?:co|ro|biet|dat|khai|ks|xac|ten).*"
    r"|(?:be|chau|con|tre|em be)(?: (?:trai|gai)(?: .*)?| so sinh.*)|(?:trai|gai)(?: con .*)?"
    r"|con (?:ba|ong|chi|anh|co|me|bo) .+|(?:moi|so) sinh.*|da mat|khong)$"
)

# A cell with one of these words at its beginning, or inside, is read with care. Names do begin with some (Ông, Chu A).
_BEGINNING = (
    "không|chưa|khong|chua|ko|kg|k|hông|x+|nan|abc|asdf|vô|khuyết|đang|chờ|đợi|sẽ|cập|bổ|để|bỏ|trống|null|none|test"
    "|mất|đã|bị|chết|qua|ly|li|đi|mồ|đơn"
    "|con|cháu|chau|bé|be|trẻ|tre|em|cu|hĩm|trai|gái|gai|nam|nữ|sơ|so|mới|moi|cb|da"
    "|ông|bà|anh|chị|cô|chú|bác|dì|cậu|mợ|thím|dượng|mẹ|má|bố|ba|cha|cụ|chủ|người"
)
_INSIDE = (
    "con ông|con bà|con anh|con chị|con cô|con chú|con bác|con dì|con mẹ|con bố|con nuôi|con riêng|con đẻ"
    "|tức|gọi|tên|đã|bị|mất|chết|sinh|song|chưa|chuyển|cắt|mẹ|khuyết"
)


def _odd(beginning: str, inside: str) -> str:
    return rf"^(?:{beginning})(?:[^\p{{L}}]|$)| (?:{inside})(?:[^\p{{L}}]|$)"


ODD_SMALL = _odd(_BEGINNING, _INSIDE)  # over small letters
ODD_NAME_CASE = _odd(_BEGINNING.title(), _INSIDE.title())  # over names in name case

# Remarks written behind a name without any sign between. Capitals do not matter where the words leave no doubt.
_REMARKS = (
    rf"con {KIN} .+|con (?:nuôi|riêng|đẻ).*"
    r"|(?:tức|gọi là|hay gọi|tên gọi|tên khác|tên ở nhà|tên cũ|biệt danh) .+"
    r"|(?:đã|bị) (?:mất|chết|khai tử|chuyển).*|mất năm .*|mất ngày .*|chết năm .*|song sinh.*|sinh đôi.*|sinh ba"
    r"|chưa (?:ks|khai sinh|đặt tên|có).*|(?:chuyển|cắt) (?:đi|đến|khẩu).*|mẹ đơn thân|khuyết tật.*"
)
REMARK_BEHIND = rf"(?i)^(.+?) ((?:{_REMARKS}))$"
_COMMON = 20  # family names, borne by four people in five
_TITLES = r"(?:ông|bà|anh|chị|cô|chú|bác|em|cháu|bé|cụ|dì)"


def _title_in_front() -> str:
    """A form of address before a whole name of at least three words; Ông and Cô may be family names themselves."""
    families = "|".join(family.name for family in family_names()[:_COMMON])
    return rf"(?i)^({_TITLES}) ((?:{families})(?: \S+){{2,}})$"


TITLE_IN_FRONT = _title_in_front()


_WHOLE_NAME = re.compile(rf"(?i)\s*{_FAMILY}(?: [^\W\d_]+){{1,6}}\s*")


def second_name(cell: str) -> str | None:
    """The name on the second line of a cell with a whole name on each; one name broken over two lines has none."""
    lines = [" ".join(line.split()) for line in unicodedata.normalize("NFC", cell).splitlines() if line.strip()]
    if len(lines) < 2 or not all(map(_WHOLE_NAME.fullmatch, lines)):
        return None
    words = [line.lower().split() for line in lines]
    siblings = words[0][0] == words[1][0]
    return lines[1] if siblings or min(map(len, words)) > 2 else None  # “Nguyễn Văn / Mai Anh” may be one name


def is_placeholder(small: pl.Expr) -> pl.Expr:
    """Whether the cell holds no name but something in its place."""
    return small.str.contains(_PLACEHOLDER) | small.str.contains(_BARE_PLACEHOLDER)
