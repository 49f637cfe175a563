"""The person has moved out of the commune and the record is still here."""

from sosach.rules.leaving import rules_of

RULES = rules_of(
    __name__,
    "moved",
    says=", cho thấy {person} đã chuyển khỏi xã nhưng hồ sơ vẫn còn.",
    label="Đã chuyển đi",
    next_step="Hỏi nơi đến, làm thủ tục chuyển.",
    reason=(
        "Người đã chuyển đi được chuyển hồ sơ đến nơi mới, không xóa, để không bị đếm hai nơi. Đi làm ăn xa không "
        "phải chuyển đi; ghi chú về cha, mẹ cũng không tính."
    ),
)
