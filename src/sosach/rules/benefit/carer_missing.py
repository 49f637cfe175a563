"""The benefit is paid to the person who cares, and nobody is named (Decree 20/2021/NĐ-CP, Art. 18-20).

Registers list such benefits under either person. Where the row speaks of the person cared for (disabled, or under 16)
the carer must be named; where the row is the carer's own, nobody is missing.
"""

from sosach.findings.finding import Group, Severity
from sosach.rules import assistance, care
from sosach.rules.parents import named
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Chưa có người chăm sóc",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="carer_name",
    broken=lambda context: ~named("carer_name") & care.paid_to_carer() & care.is_cared_for(context.on),
    message="Loại “{category}” chi cho người chăm sóc, nhưng ô “{column}” để trống.",
    next_step="Lấy theo quyết định hưởng.",
    needs=("category__raw",),
    optional=care.OPTIONAL,
    words={"category": assistance.said()},
    reason=(
        "Hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng chi cho người hoặc hộ chăm sóc (Nghị định 20/2021/NĐ-CP, "
        "Điều 18 đến 20), và kế hoạch nêu riêng nhóm này ở mục II.2.b. Khi dòng là của chính người chăm sóc thì "
        "không thiếu ai."
    ),
)
