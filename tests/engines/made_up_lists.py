"""Children of made-up communes in two lists, as they are and as a second office wrote them, for tests of Splink."""

from functools import cache

import polars as pl
from tools.learn_weights import two_lists


@cache
def lists(size: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Facts of both lists; about 95 % of the children stand in either. Rows of one child have the same `row`."""
    return two_lists(size, 7)
