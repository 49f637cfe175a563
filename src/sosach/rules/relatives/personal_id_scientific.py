"""The spreadsheet shows a relative's number in scientific notation."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.ids import personal_id
from sosach.ids.personal_id_shapes import ROUNDED
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} rút gọn",
    severity=Severity.ERROR,
    broken=lambda number: fault(number, "scientific"),
    variants=lambda number: (
        Variant(
            when=pl.col(f"{number}__digits").is_not_null(),
            message=(
                "Số của {relative} hiện “{value}” nhưng bên trong vẫn giữ đủ chữ số; thêm lại số 0 ở đầu thì được "
                "{suggestion}."
            ),
            suggestion=personal_id.padded(pl.col(f"{number}__digits")),
            certainty=Certainty.PROVEN,
        ),
        Variant(
            when=pl.col(f"{number}__raw").str.contains(ROUNDED),
            message=(
                "Số của {relative} ghi “{value}”, kết thúc bằng nhiều chữ số 0 vì bảng tính đã làm tròn; các chữ số "
                "cuối đã mất."
            ),
        ),
        Variant(message="Số của {relative} ghi “{value}” là cách viết rút gọn, các chữ số cuối đã mất."),
    ),
    next_step="Kết xuất lại, hoặc hỏi gia đình.",
    reason=(
        "Bảng tính viết số dài thành lũy thừa của 10; nếu trong ô không còn đủ chữ số thì không khôi phục được từ tệp."
    ),
)
