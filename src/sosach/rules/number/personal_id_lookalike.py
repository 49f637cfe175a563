"""A letter stands where a digit was meant: O for 0, l for 1.

Never read silently: the letter may as well be a slip for another digit, so the reading is offered, not claimed.
"""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.rules.numbers import NUMBER, fault, words
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Chữ lẫn trong số",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "lookalike"),
    variants=(
        Variant(
            message="Ô ghi “{value}” có chữ “{letters}” viết giống chữ số; đọc thành chữ số thì được {suggestion}.",
            suggestion=pl.col("personal_id__digits"),
            certainty=Certainty.LIKELY,
        ),
    ),
    next_step="Đối chiếu giấy tờ rồi chọn.",
    words=words(),
    reason=(
        "Chữ O, l, I, S, B, Z hay bị gõ thay cho chữ số 0, 1, 5, 8, 2; cách đọc chỉ là đề xuất vì chữ đó cũng có thể "
        "là lỗi gõ của một chữ số khác."
    ),
)
