"""The child's number is the one in the mother's column."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, fits
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Trùng số của mẹ",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=pl.col(NUMBER) == pl.col("mother_personal_id"),
    variants=(
        Variant(
            when=fits(),
            message=(
                "Số của trẻ giống hệt số ghi ở cột mẹ nhưng khớp năm sinh, giới tính của trẻ; mỗi số chỉ cấp cho một "
                "người nên có thể cột mẹ ghi nhầm."
            ),
        ),
        Variant(message="Số của trẻ giống hệt số ghi ở cột mẹ, trong khi mỗi số chỉ cấp cho một người."),
    ),
    next_step="Lấy số trên giấy khai sinh.",
    registers=frozenset({"children"}),
    optional=("birth_date", "sex"),
    reason=(
        "Luật Căn cước 26/2023/QH15, Điều 12: số định danh không lặp lại ở người khác, nên một trong hai ô ghi nhầm; "
        "thường gặp khi số của người khai được chép vào ô của trẻ."
    ),
)
