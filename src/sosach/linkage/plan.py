"""What a linkage is going to do, told before it does it: keys, numbers of pairs, and what had to be left out."""

from dataclasses import dataclass

import polars as pl

from sosach.findings.notices import Notice, notice, refused
from sosach.linkage.blocking import Key, planned
from sosach.linkage.sides import Sides

# What keys are made of, in words.
LABELS = {
    "number": "số định danh",
    "old_number": "số CMND",
    "insurance": "mã thẻ BHYT",
    "record_code": "mã hồ sơ",
    "certificate": "số giấy khai sinh",
    "mother_number": "số định danh của mẹ",
    "father_number": "số định danh của cha",
    "household": "mã hộ",
    "birth_date": "ngày sinh",
    "sex": "giới tính",
    "name0": "họ tên",
    "given0": "tên",
    "span_1": "ngày sinh gần nhau",
    "span_2": "ngày sinh gần nhau",
    "mother0": "họ tên mẹ",
    "mother_given0": "tên mẹ",
    "mother_year": "năm sinh mẹ",
    "father0": "họ tên cha",
    "guardian0": "người giám hộ",
    "commune": "xã",
    "hamlet": "thôn",
}

# Facts that tell a person alone, and facts that do so together with the name.
_ALONE = ("number", "old_number", "insurance", "record_code", "certificate")
_BESIDE_NAME = ("birth_date", "mother", "father", "guardian", "commune", "hamlet", "household")


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a linkage."""

    keys: tuple[Key, ...]  # with the number of pairs that each makes
    pairs: int  # at most so many are compared: a pair that shares several keys is counted for each
    notices: tuple[Notice, ...]  # what had to be left out, for people


@dataclass(frozen=True, slots=True)
class Found:
    """What a linkage found, and the plan that it followed."""

    pairs: pl.DataFrame  # see `links.linked` and `duplicates.duplicates`
    plan: Plan


def plan_of(sides: Sides, left: pl.DataFrame, right: pl.DataFrame) -> Plan:
    """The plan for the rows that are still to be brought together.

    Args:
        sides: everybody.
        left: rows of `blocking.key_columns` on the left.
        right: those on the right.

    Raises:
        Refused: nobody could be found again by what both sides know.
    """
    _refuse_strangers(sides)
    keys = planned(left, right)
    return Plan(keys, sum(key.pairs for key in keys if key.used), tuple(_notices(keys)))


def _refuse_strangers(sides: Sides) -> None:
    def common(fact: str) -> bool:
        return all(side[fact].null_count() < side.height for side in (sides.left, sides.right))

    empty = min(sides.left.height, sides.right.height) == 0
    beside_name = common("name") and any(map(common, _BESIDE_NAME))
    unnamed = common("birth_date") and common("mother")
    if not (empty or beside_name or unnamed or any(map(common, _ALONE))):
        raise refused("link_nothing_to_compare" if sides.within else "link_nothing_in_common")


def _notices(keys: tuple[Key, ...]) -> list[Notice]:
    """Told of the narrowest rungs only: what is too much for a wide one is left to the next."""
    told = []
    for key in keys:
        facts = ", ".join(LABELS[fact] for fact in key.facts)
        if not key.used:
            told.append(notice("link_key_left_out", candidates=facts, count=f"{key.pairs:,}".replace(",", ".")))
        elif key.heavy and not any(set(key.facts) < set(narrower.facts) for narrower in keys):
            told.append(notice("link_values_left_out", candidates=facts, count=key.heavy))
    return told
