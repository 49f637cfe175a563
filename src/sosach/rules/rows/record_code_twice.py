"""Two rows carry the same record code, which each record has for itself.

Where the code is the person's and the rows are two lines of one beneficiary for different benefits, it is as it
should be.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import identity
from sosach.rules.identity import differ, plain, same
from sosach.rules.rule import rule

_TWO_BENEFITS = same(identity.own_name) & ~identity.dates_differ() & differ(plain("category"))

# A dash or a zero holds the place of a code.
_CODE = pl.when(pl.col("record_code").str.contains("[1-9]")).then("record_code")

RULE = rule(
    __name__,
    label="Trùng mã hồ sơ",
    severity=Severity.ERROR,
    group=Group.DUPLICATE,
    field="record_code",
    broken=~_TWO_BENEFITS,
    message="Mã hồ sơ {record_code} đứng ở dòng này và ở {other_at}, trong khi mỗi hồ sơ có một mã riêng.",
    next_step="Kết xuất lại, hoặc giữ một dòng.",
    optional=("full_name__suggestion", "birth_date", "category"),
    together=((_CODE,),),
    facts=identity.compared("full_name"),
    yields_to=("row_same_person",),
    reason=(
        "Mã hồ sơ là khóa riêng của từng hồ sơ trên phần mềm; hai dòng cùng mã thì không biết kết quả làm sạch thuộc "
        "về dòng nào. Một người hưởng hai chế độ có thể đứng hai dòng cùng mã."
    ),
)
