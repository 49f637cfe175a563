"""Two numbers stand in the cell of a relative's number, mostly the old CMND beside the new number."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

_TWELVE = r"\b([0-9]{12})\b"

RULES = of_relatives(
    __name__,
    label="Ô {relative} hai số",
    severity=Severity.ERROR,
    broken=lambda number: fault(number, "two_numbers"),
    variants=lambda number: (
        Variant(
            when=pl.col(f"{number}__digits").str.count_matches(_TWELVE) == 1,
            message="Ô số của {relative} ghi hai số “{value}”; chỉ {suggestion} có 12 chữ số.",
            suggestion=pl.col(f"{number}__digits").str.extract(_TWELVE, 1),
            certainty=Certainty.LIKELY,
        ),
        Variant(
            message="Ô số của {relative} ghi hai số “{value}”, trong khi mỗi người chỉ có một số định danh.",
        ),
    ),
    next_step="Chọn số đúng theo giấy tờ.",
    reason="Thường gặp khi ghi số CMND cũ cạnh số định danh; chỉ người có giấy tờ mới biết giữ số nào.",
)
