"""The cell was typed in a font of before Unicode (TCVN3, VNI) or in VIQR; the record holds the decoded text.

Where the decoding is certain it is only reported, where it is not somebody must look.
"""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.rules.rule import Rule, Variant, rule
from sosach.rules.text_fields import fields_of_words


def _of(field: str) -> Rule:
    legacy, read = pl.col(f"{field}__legacy"), pl.col(field)
    certain = legacy == "certain"
    return rule(
        __name__,
        label="Phông chữ cũ",
        severity=Severity.WARNING,
        group=Group.BASIC_INFO,
        field=field,
        broken=legacy.is_not_null(),
        variants=(
            Variant(
                when=certain & read.is_not_null(),
                message="Ô “{column}” dùng phông chữ cũ nên hiện “{value}”; đã chuyển mã thành “{suggestion}”.",
                severity=Severity.INFO,
                suggestion=read,
                certainty=Certainty.LIKELY,
            ),
            Variant(
                when=certain,
                message="Ô “{column}” dùng phông chữ cũ nên hiện “{value}”; đã chuyển mã để đọc.",
                severity=Severity.INFO,
            ),
            Variant(
                when=read.is_not_null(),
                message="Ô “{column}” có vẻ dùng phông chữ cũ nên hiện “{value}”; chuyển mã thì được “{suggestion}”.",
                suggestion=read,
                certainty=Certainty.LIKELY,
            ),
            Variant(message="Ô “{column}” có vẻ dùng phông chữ cũ nên hiện “{value}”."),
        ),
        next_step="Xem chữ đã chuyển mã.",
        reason=(
            "Các phông .VnTime (TCVN3) và VNI ra đời trước Unicode: cùng một mã nhưng mỗi phông hiện một chữ khác, "
            "nên chữ hiện sai khi đổi phông. Chuyển theo bảng mã thì không mất chữ nào; chỗ không chắc thì để người "
            "xem."
        ),
    )


RULES = tuple(map(_of, fields_of_words()))
