"""Some digits were hidden by stars or letters before the file was handed over."""

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Số bị che",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "masked"),
    message="Ô ghi “{value}”; một phần chữ số đã bị che nên không dùng để đối chiếu được.",
    next_step="Kết xuất lại tệp không che số.",
    reason=(
        "Phần mềm có thể che bớt chữ số khi kết xuất. Số bị che không đối chiếu được và cũng không khôi phục được từ "
        "tệp."
    ),
)
