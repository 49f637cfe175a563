"""Numbers that grow by one from row to row.

Brothers and sisters whose births were registered together may well have neighbouring numbers: a run within one
household or under one mother or father is no fault.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import series
from sosach.rules.numbers import NUMBER
from sosach.rules.rule import rule

_FAMILY = ("household_code", "mother_name", "father_name")

RULE = rule(
    __name__,
    label="Số tăng từng đơn vị",
    severity=Severity.WARNING,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=series.long_enough() & ~pl.any_horizontal(series.same_throughout(column) for column in _FAMILY),
    message=(
        "Từ dòng {first_row} đến dòng {last_row} có {count} số tăng đều từng đơn vị; thường gặp khi kéo ô trong bảng "
        "tính."
    ),
    next_step="Đối chiếu từng số với giấy tờ.",
    optional=_FAMILY,
    together=(series.key(NUMBER),),
    run=series.LEAST,
    words=series.words(),
    reason=(
        "Sáu chữ số cuối của số định danh là dãy ngẫu nhiên, nên nhiều dòng liền nhau tăng đúng một đơn vị thường là "
        "do kéo ô. Anh chị em cùng nhà đăng ký một lần có thể có số liền nhau nên không tính."
    ),
)
