"""The words and letters that stand around, between or instead of the digits of a personal number.

Collected from commune lists (labels, remarks, signs of absence). Some patterns expect small letters
without Vietnamese marks, the others small letters with them: `bố` is a father, `bổ` begins a remark.
"""

import polars as pl

from sosach.text.folding import without_marks

_SIGNS = r"[\s:.,;()\[\]\-–—/'’\"“”°]"

# What the number is called: số, mã, CCCD, CMND, CMT, ĐDCN, định danh, căn cước công dân, thẻ, GTTT, gắn chip, ID.
_NAMES = (
    r"(?:so|ma|cccd|cmnd|cmtnd|cmt|mddcn|ddcn|msdd|mdd|dd|cn|dinh|danh|ca|nhan|can|cuoc|cong|dan|the|gttt|cc|gan|chip|id|no|"
    r"ms|moi)"
)
_LABEL_ALONE = rf"^(?:{_NAMES}{_SIGNS}+)*(?:{_NAMES})?$"
_LABEL_IN_FRONT = rf"^(?:{_NAMES}{_SIGNS}+)+"
_NAMES_GLUED = r"^(?:so|ma|cccd|cmnd|cmtnd|cmt|ddcn)$"

# Said instead of a number; digits may follow (“chưa có, sinh 2025”).
_ABSENT = r"^[^\p{L}\d]*(?:chua|khong|k|ko|kg|hong|dang|cho|doi|mat|that lac|bo sung|xin|lam)(?:[^\p{L}]|$)"

# One digit repeated, counting up or down: typed to get past a compulsory field.
PLACEHOLDER_DIGITS = (
    r"^0?(?:" + "|".join(f"{digit}+" for digit in range(10)) + r")$"
    r"|^0?12(?:3(?:4(?:5(?:67?8?)?)?)?)?$"
    r"|^(?:123456789|012345678|987654321|098765432|123123123|123456123456)[0-9]*$"
)

_MASKED = r"[*•●▪■□#×✱]|[xX_?]{2,}|[0-9][xX][0-9]|…|\.{3,}|[\-–—]{3,}"
_MASK_SIGNS = r"[0-9xX*•●▪■□#×✱_?…]"

# Letters drawn like digits, of the Latin, Greek and Cyrillic alphabets (UTS #39), and the stroke typed for a one.
LOOK_ALIKES = {
    **dict.fromkeys("OoΟοОо", "0"),
    **dict.fromkeys("IilıΙІіӀ|", "1"),
    **dict.fromkeys("ZzΖ", "2"),
    **dict.fromkeys("SsЅѕ", "5"),
    **dict.fromkeys("BΒВ", "8"),
}
_LOOK_ALIKE = "[" + "".join(LOOK_ALIKES).replace("|", r"\|") + "]"
_READABLE = rf"^(?:[0-9]|{_LOOK_ALIKE}){{12}}$"
_AT_LEAST_DIGITS = 4  # with fewer it is a word, not a number

_OF = r"(?:^|(?:của|số|cua|so) |\()"
_END = r"(?:$|[^\p{L}])"
_MOTHER = rf"(?:^|[^\p{{L}}])(?:mẹ|má){_END}|{_OF}me{_END}"
_FATHER = rf"(?:^|[^\p{{L}}])(?:bố|cha){_END}|{_OF}(?:ba|bo|tía)(?:$|\))"
_GUARDIAN = r"giám hộ|giam ho"
_CARER = r"chăm sóc|cham soc|nuôi dưỡng|nuoi duong"
_KIN = "ông|bà|bác|chú|cô|dì|cậu|mợ|thím|dượng|anh|chị|vợ|chồng|chủ hộ"
_OTHER_KIN = rf"{_OF}((?:{_KIN})(?: (?:nội|ngoại|trai|gái|ruột|dâu|rể))?){_END}"

# The remark says that the number is not this person's or not right.
_DENIED = (
    r"(?:^|[^\p{L}])(?:sai|nhầm|nham|hủy|huỷ|huy|cũ|người khác|nguoi khac|không phải|không đúng|khong phai|khong dung)"
)


def is_label(rest: pl.Expr) -> pl.Expr:
    """Whether what stands around the digits only says what kind of number it is."""
    plain = without_marks(rest).str.to_lowercase().str.replace_all(rf"^{_SIGNS}+|{_SIGNS}+$", "")
    return plain.str.contains(_LABEL_ALONE) | plain.str.contains(_NAMES_GLUED)


def without_label(text: pl.Expr) -> pl.Expr:
    """The text without marks and without the label in front of it."""
    return without_marks(text).str.replace(f"(?i){_LABEL_IN_FRONT}", "")


def says_absent(text: pl.Expr) -> pl.Expr:
    """Whether the cell says that there is no number yet."""
    return without_marks(text).str.to_lowercase().str.contains(_ABSENT)


def is_masked(text: pl.Expr) -> pl.Expr:
    """Whether some digits were hidden behind signs."""
    around = (
        without_marks(text)
        .str.to_lowercase()
        .str.replace_all(_MASK_SIGNS, "")
        .str.replace_all(rf"^{_SIGNS}+|{_SIGNS}+$", "")
    )
    return text.str.contains(_MASKED) & around.str.contains(_LABEL_ALONE)


def is_lookalike(compact: pl.Expr) -> pl.Expr:
    """Whether it would be twelve digits if its letters were read as digits."""
    return compact.str.contains(_READABLE) & (compact.str.count_matches("[0-9]") >= _AT_LEAST_DIGITS)


def as_digits(compact: pl.Expr) -> pl.Expr:
    """Letters that look like digits read as digits."""
    return compact.str.replace_many(LOOK_ALIKES)


def look_alikes(compact: pl.Expr) -> pl.Expr:
    """The letters that look like digits, each once, in their order."""
    return compact.str.extract_all(_LOOK_ALIKE).list.unique(maintain_order=True).list.join(", ")


def owner(rest: pl.Expr) -> pl.Expr:
    """Whose number a remark says it is: `mother`, `father`, `guardian`, `carer`, or the word for other kin."""
    small = rest.str.to_lowercase()
    return (
        pl.when(small.str.contains(_MOTHER))
        .then(pl.lit("mother"))
        .when(small.str.contains(_FATHER))
        .then(pl.lit("father"))
        .when(small.str.contains(_GUARDIAN))
        .then(pl.lit("guardian"))
        .when(small.str.contains(_CARER))
        .then(pl.lit("carer"))
        .otherwise(small.str.extract(_OTHER_KIN, 1))
    )


def is_denied(rest: pl.Expr) -> pl.Expr:
    """Whether a remark says that the number is wrong or somebody else's."""
    return rest.str.to_lowercase().str.contains(_DENIED)


def tidy_note(rest: pl.Expr) -> pl.Expr:
    """A remark as it may be quoted: single spaces, without the signs around it unless it is nothing but signs."""
    spaced = rest.str.replace_all(r"\s+", " ").str.strip_chars(" ")
    inner = spaced.str.strip_chars(" :;,.-–—/").str.replace(r"^[(\[]([^()\[\]]*)[)\]]$", "${1}")
    return pl.when(inner == "").then(spaced).otherwise(inner)
