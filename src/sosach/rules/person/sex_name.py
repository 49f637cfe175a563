"""The name is borne almost only by the other sex: perhaps a slip in the column of the sex.

Only where at least 99 in 100 people of that middle and given name are of the other sex, and only while nothing else
speaks for the sex on record: where the number tells the same sex the birth record itself says so, and the name is
just unusual.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.people.name_sex import female_share
from sosach.rules.naming import OPTIONAL, vietnamese_naming
from sosach.rules.rule import rule

ALMOST_ALL = 0.99

_NUMBER_AGREES = (personal_id.sex_of(pl.col("personal_id")) == pl.col("sex")).fill_null(value=False)
_IN_DOUBT = pl.when(~_NUMBER_AGREES & vietnamese_naming()).then("full_name")

# The share of the other sex: that of women for a man, what is left of it for a woman.
_WOMAN = (pl.col("sex") == "female").cast(pl.Float64)
_OTHER_SEX = (female_share(_IN_DOUBT) - _WOMAN).abs()

# Rounded down: the sentence must not claim more than the figures say.
_IN_A_THOUSAND = (_OTHER_SEX * 1000).floor().cast(pl.Int32)
_PERCENT = pl.format("{},{}", _IN_A_THOUSAND // 10, _IN_A_THOUSAND % 10)

RULE = rule(
    __name__,
    label="Giới tính lệch tên",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="sex",
    broken=_OTHER_SEX >= ALMOST_ALL,
    message=(
        "Trong dữ liệu tham khảo, {percent} % người có chữ đệm và tên như vậy khác giới với hồ sơ này ({sex}); tên "
        "không quyết định giới tính nên chỉ cần xác minh."
    ),
    next_step="Xem giấy khai sinh.",
    optional=(*OPTIONAL, "personal_id"),
    words={"percent": _PERCENT},
    reason=(
        "Tên chỉ là dấu hiệu: có người nam tên đệm Thị, có tên dùng chung hai giới. Quy tắc chỉ nói khi từ 99 % trở "
        "lên người cùng chữ đệm và tên thuộc giới kia, và im lặng khi chữ số thứ tư của số định danh khớp giới tính "
        "đã ghi."
    ),
)
