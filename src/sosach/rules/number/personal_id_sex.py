"""The fourth digit tells another sex than the record; either may be wrong."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.rules.numbers import NUMBER, words
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Số lệch giới tính",
    severity=Severity.WARNING,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=personal_id.sex_of(pl.col(NUMBER)) != pl.col("sex"),
    message=("Chữ số thứ tư là {digit4}, ứng với {id_sex}, trong khi hồ sơ ghi {sex}; số hoặc giới tính cần xem lại."),
    next_step="Xem giấy khai sinh, chuyển Công an.",
    yields_to=(
        "personal_id_adult",
        "personal_id_same_as_father",
        "personal_id_same_as_mother",
        "personal_id_same_as_guardian",
    ),
    words=words(),
    reason=(
        "Theo cấu trúc của Nghị định 137/2015/NĐ-CP (Điều 13), chữ số thứ tư cho biết thế kỷ sinh và giới tính: chẵn "
        "là nam, lẻ là nữ. Từ 01/7/2024 Luật Căn cước không còn buộc theo cấu trúc này, và số cấp trước khi cải "
        "chính hộ tịch có thể khác hồ sơ, nên đây chỉ là dấu hiệu cần xác minh."
    ),
)
