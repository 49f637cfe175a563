"""Something beside the name stands in its cell: a name used at home, a remark, the name of the mother."""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.people.name_words import second_name
from sosach.rules.rule import Variant, rule
from sosach.text import rare

_RAW = pl.col("full_name__raw")
_SECOND = rare.each(pl.when(_RAW.str.contains("\n", literal=True)).then(_RAW), second_name)
_NAME_ALONE = pl.col("full_name__suggestion")

RULE = rule(
    __name__,
    label="Tên kèm ghi chú",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="full_name",
    broken=(pl.col("full_name__state") == "note") | _SECOND.is_not_null(),
    variants=(
        Variant(
            when=_SECOND.is_not_null(),
            message="Ô họ tên có hai họ tên trên hai dòng: “{value}”; mỗi người cần một dòng riêng trong sổ.",
        ),
        Variant(
            when=_NAME_ALONE.is_not_null(),
            message=(
                "Họ tên ghi “{value}”; phần “{note}” có vẻ là ghi chú hoặc tên gọi ở nhà, chưa chắc thuộc họ tên; bỏ "
                "phần này thì còn {suggestion}."
            ),
            suggestion=_NAME_ALONE,
            certainty=Certainty.LIKELY,
        ),
        Variant(
            message="Họ tên ghi “{value}”, có vẻ kèm ghi chú hoặc tên gọi ở nhà, chưa chắc cả ô là họ tên.",
        ),
    ),
    next_step="Giữ họ tên khai sinh, chuyển ghi chú.",
    words={"note": pl.col("full_name__note")},
    reason=(
        "Họ tên gồm họ, chữ đệm (nếu có) và tên như trong giấy khai sinh (Luật Hộ tịch 60/2014/QH13, Điều 14); ghi "
        "chú nằm chung ô làm việc đối chiếu không tìm thấy người."
    ),
)
