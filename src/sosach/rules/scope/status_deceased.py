"""The record says that the person has died; only the extract of the death registration ends it."""

from sosach.rules.leaving import rules_of

RULES = rules_of(
    __name__,
    "deceased",
    says="; cần trích lục khai tử để kết thúc quản lý.",
    label="Ghi đã mất",
    next_step="Xin trích lục khai tử.",
    yields_to=("benefit_after_death",),
    reason=(
        "Cộng tác viên thường biết trước cơ sở dữ liệu; việc kết thúc quản lý căn cứ vào trích lục khai tử. Ghi chú "
        "về người thân đã mất không tính."
    ),
)
