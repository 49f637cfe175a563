"""The zeros in front are lost, and what is left does not fit the sex on record: nobody can say what the number was."""

import polars as pl

from sosach.population.harm import injury
from sosach.text.cells import NUMBER

_NUMBER = pl.col("personal_id")
_OTHER_SEX = _NUMBER.str.slice(3, 1).replace({"0": "1", "1": "0", "2": "3", "3": "2"})

INJURIES = injury(
    __name__,
    "personal_id_lost_zero",
    "personal_id",
    {"personal_id": NUMBER + pl.concat_str(_NUMBER.str.slice(1, 2), _OTHER_SEX, _NUMBER.str.slice(4))},
    when=_NUMBER.str.starts_with("0") & ~_NUMBER.str.starts_with("00"),
    weight=2,
)
