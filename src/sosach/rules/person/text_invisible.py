"""Characters that nobody sees stood in the cell (zero width, direction marks, soft hyphens) and were left out."""

import polars as pl

from sosach.findings.finding import Severity
from sosach.rules.rule import Rule, rule
from sosach.rules.text_fields import fields_of_words


def _of(field: str) -> Rule:
    return rule(
        __name__,
        label="Bỏ ký tự ẩn",
        severity=Severity.INFO,
        group=None,
        field=field,
        broken=pl.col(f"{field}__invisible"),
        message="Ô “{column}” có ký tự ẩn; đã bỏ, không đổi chữ nào.",
        next_step="Không cần làm gì.",
        reason=(
            "Chữ dán từ Zalo, trang web hay tệp PDF hay kèm ký tự không nhìn thấy; để lại thì hai ô trông giống hệt "
            "nhau vẫn khác nhau khi so khớp."
        ),
    )


RULES = tuple(map(_of, fields_of_words()))
