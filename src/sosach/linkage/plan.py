"""What a linkage is going to do, told before it does it: keys, numbers of pairs, and what had to be split or left out."""

from dataclasses import dataclass

import polars as pl

from sosach.findings.notices import Notice
from sosach.linkage.blocking import Key


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a linkage."""

    keys: tuple[Key, ...]  # every key with the number of pairs that it makes
    pairs: int  # at most so many pairs will be compared: a pair that shares several keys is counted for each
    notices: tuple[Notice, ...]  # keys that were split or left out, for people


@dataclass(frozen=True, slots=True)
class Found:
    """What a linkage found, and the plan that it followed."""

    pairs: pl.DataFrame  # see `links.linked` and `duplicates.duplicates`
    plan: Plan
