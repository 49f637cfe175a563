"""A remark beside the number: that it is the mother's, or that nobody is sure of it."""

import polars as pl

from sosach.population.harm import in_turn, injury, number_injury

INJURIES = (
    *number_injury(__name__, "note", lambda number: number + in_turn(" (chờ CA xác nhận)", " (xem lại)"), weight=2),
    *injury(
        __name__,
        "personal_id_note",
        "personal_id",
        {"personal_id": pl.col("mother_personal_id") + pl.lit(" (mẹ)")},
        when=pl.col("mother_personal_id").is_not_null(),
        registers=("children",),
        weight=2,
    ),
)
