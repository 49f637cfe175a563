"""The spreadsheet shows the number in scientific notation.

In a workbook every digit may still be behind the notation; in a file of text the last digits are gone for good, also
when the shortened number was made a number again.
"""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.ids import personal_id
from sosach.ids.personal_id_shapes import ROUNDED
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Số bị rút gọn",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "scientific"),
    variants=(
        Variant(
            when=pl.col("personal_id__digits").is_not_null(),
            message=(
                "Ô hiện “{value}” nhưng bên trong vẫn giữ đủ chữ số; thêm lại số 0 ở đầu thì chỉ có {suggestion} là "
                "khớp giới tính và năm sinh của hồ sơ."
            ),
            suggestion=personal_id.padded(pl.col("personal_id__digits")),
            certainty=Certainty.PROVEN,
        ),
        Variant(
            when=pl.col("personal_id__raw").str.contains(ROUNDED),
            message=(
                "Số “{value}” kết thúc bằng nhiều chữ số 0, thường gặp khi bảng tính đã rút gọn rồi làm tròn, nên các "
                "chữ số cuối đã mất và không khôi phục được từ tệp này."
            ),
        ),
        Variant(
            message=(
                "Ô ghi “{value}” là cách viết rút gọn của bảng tính, các chữ số cuối đã mất nên không khôi phục được "
                "từ tệp này."
            ),
        ),
    ),
    next_step="Xem đề xuất, hoặc kết xuất lại tệp.",
    reason=(
        "Bảng tính viết số dài trong ô hẹp hoặc ô dạng số thành lũy thừa của 10. Nếu trong ô còn đủ chữ số và số "
        "thêm lại khớp mã nơi, giới tính, năm sinh thì có đề xuất; nếu không thì chỉ tệp khác hoặc giấy tờ mới cho "
        "biết số đúng."
    ),
)
