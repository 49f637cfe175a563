"""The columns of pairs.xlsx and links.xlsx in which people say who is who, and by which they are read back.

The code of a row names the two persons by keys that hold in the next export too, so rows may be sorted, deleted or
copied into another workbook.
"""

from sosach.forms.form import Form, FormColumn, Part

ONE_PERSON, TWO_PERSONS, UNKNOWN = "Một người", "Hai người", "Chưa rõ"
CHOICES = (ONE_PERSON, TWO_PERSONS, UNKNOWN)

FORM = Form(
    name="pair_decisions",
    sheet="Cần xem",
    columns=(
        FormColumn(
            key="ruling", heading="Kết luận", part=Part.ANSWER, width=11, choices=CHOICES, needed=True,
            also=("Quyết định", "Kết quả"),
            advice="Một người: hai dòng là cùng một người. Hai người: không phải. Chưa rõ: cần hỏi thêm.",
        ),
        FormColumn(key="note", heading="Ghi chú của người xem", part=Part.ANSWER, width=13),
        FormColumn(
            key="code", heading="Mã cặp (không sửa)", part=Part.CODE, width=9, needed=True, also=("Mã cặp",)
        ),
    ),
)  # fmt: skip

BETWEEN = "|"  # the two persons of a code


def code_of(one: str, other: str) -> str:
    """The code of a pair, from the keys of its persons."""
    return f"{one}{BETWEEN}{other}"


def persons_of(code: str) -> tuple[str, str] | None:
    """The keys in a code; None where it is no code."""
    one, between, other = code.strip().partition(BETWEEN)
    return (one, other) if between and one and other else None
