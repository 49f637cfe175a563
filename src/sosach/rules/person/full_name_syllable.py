"""A syllable of the name cannot be read by Vietnamese spelling and looks like a slip of the keyboard (“Nguyễnn”).

Names of peoples who write otherwise, and of foreigners, are never judged.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.naming import OPTIONAL, vietnamese_naming
from sosach.rules.rule import rule
from sosach.text import syllables

_SYLLABLE = syllables.impossible(pl.col("full_name"))

RULE = rule(
    __name__,
    label="Tên có tiếng lạ",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="full_name",
    broken=pl.col("full_name__state").is_in(["good", "tidied"]) & _SYLLABLE.is_not_null() & vietnamese_naming(),
    message=(
        "Tiếng “{syllable}” trong họ tên không đọc được theo cách viết tiếng Việt, có thể do gõ nhầm hoặc viết tắt."
    ),
    next_step="Đối chiếu giấy khai sinh.",
    optional=OPTIONAL,
    words={"syllable": _SYLLABLE},
    reason=(
        "Một tiếng Việt có âm đầu, vần và thanh đi với nhau theo quy tắc chính tả; tiếng không theo quy tắc thường "
        "là do dính phím hoặc thiếu dấu. Tên của các dân tộc có cách viết riêng và tên nước ngoài không bị xét."
    ),
)
