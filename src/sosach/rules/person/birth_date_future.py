"""Born after the reference day. A date without day or month is in the future only where every day of it is."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Sinh sau ngày chốt",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="birth_date",
    broken=lambda context: pl.col("birth_date__low") > context.on,
    message="Ngày sinh {birth_date} ở sau ngày {on}, nên ngày này chưa thể đúng.",
    next_step="Lấy theo giấy khai sinh hoặc thẻ căn cước.",
    reason="Không ai có trong sổ trước khi sinh ra; ngày sau ngày chốt là gõ nhầm năm hoặc đổi chỗ ngày và tháng.",
)
