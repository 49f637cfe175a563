"""One person draws two benefits that are not drawn together (Decree 20/2021/NĐ-CP, Art. 6(2)).

The lawful pairs (a single poor parent who also draws for age, disability or illness; a carer who is paid for caring)
are silent, and so are stopped benefits.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.refdata.benefits import lawful_pairs
from sosach.rules import assistance, identity
from sosach.rules.assistance import both_drawn
from sosach.rules.context import Context
from sosach.rules.identity import differ, plain, same
from sosach.rules.rule import OTHER, rule

_ONE, _OTHER = pl.col("category"), pl.col(f"category{OTHER}")

_SAME_NAME = same(identity.own_name)
_KNOWN_DAY = same(identity.full_date) & ~pl.col("birth_date").str.ends_with("-01-01")
_SAME_PERSON = (
    same(identity.number) & (_SAME_NAME | identity.one_slip_apart(identity.own_name)) & ~identity.dates_differ()
) | (_SAME_NAME & _KNOWN_DAY & ~differ(identity.number) & ~differ(plain("sex")))

_LAWFUL = pl.concat_str(_ONE, _OTHER, separator=" ").is_in([" ".join(pair) for pair in sorted(lawful_pairs())])

# 5.1 and 5.1.b are one benefit, written more and less exactly.
_ONE_BENEFIT = (_ONE == _OTHER) | _ONE.str.starts_with(_OTHER + ".") | _OTHER.str.starts_with(_ONE + ".")


def _unchecked(context: Context) -> pl.Expr:
    """The remark stands once where it is true of either."""
    one = assistance.unchecked(context)
    return pl.when(one == "").then(assistance.unchecked(context, OTHER)).otherwise(one)


RULE = rule(
    __name__,
    label="Hai loại cùng lúc",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="category",
    broken=_SAME_PERSON & ~_ONE_BENEFIT & ~_LAWFUL & both_drawn(),
    message=(
        "Người này hưởng “{category}” ở dòng này và “{category_2}” ở {other_at}; hai loại này thường không hưởng "
        "cùng lúc{unchecked}."
    ),
    next_step="Xem hai quyết định, báo lãnh đạo.",
    needs=("full_name", "birth_date"),
    optional=("full_name__suggestion", "personal_id", "personal_id__digits", "sex", "benefit_status"),
    together=(
        (identity.number(""),),
        (identity.own_name(""), identity.full_date("")),
    ),
    facts=identity.compared("full_name"),
    words={
        "category": assistance.said(),
        "category_2": assistance.said(OTHER),
        "unchecked": _unchecked,
    },
    reason=(
        "Nghị định 20/2021/NĐ-CP, Điều 6 khoản 2: người thuộc nhiều diện chỉ hưởng mức cao nhất, trừ người đơn thân "
        "nghèo đang nuôi con. Người chăm sóc nhận hỗ trợ cho người khác nên không tính; quy định sau Nghị định này "
        "chưa được kiểm tra."
    ),
)
