"""The address carries the name of a former commune that several communes of today share."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "place_old_name_split",
    "address",
    {"address": pl.lit("Thôn 2, xã Nguyên Khê, huyện Đông Anh, thành phố Hà Nội")},
    weight=2,
)
