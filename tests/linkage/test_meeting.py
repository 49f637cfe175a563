"""What two lists are to each other."""

import polars as pl
import pytest

from sosach.linkage.meeting import Meeting, home_of, meeting_of, named_home
from sosach.registers.catalogue import registers

HOME = pl.DataFrame({"commune": ["Hòa Mẫu", "Hoà Mẫu", None, "Yên Sơn"]})
ELSEWHERE = pl.DataFrame({"commune": ["Yên Sơn"]})
UNKNOWN = pl.DataFrame({"commune": [None]}, schema={"commune": pl.String})


@pytest.mark.parametrize(
    ("left", "right", "theirs", "meeting"),
    [
        ("children", "births", HOME, Meeting.CIVIL),
        ("births", "children", ELSEWHERE, Meeting.CIVIL),
        ("beneficiaries", "children", HOME, Meeting.REGISTERS),
        ("children", "children", HOME, Meeting.EXPORTS),
        ("children", "children", UNKNOWN, Meeting.EXPORTS),
        ("children", "children", ELSEWHERE, Meeting.COMMUNES),
    ],
)
def test_lists_are_told_by_register_and_commune(left, right, theirs, meeting):
    known = registers()
    assert meeting_of(known[left], known[right], HOME, theirs) is meeting


def test_list_of_many_communes_has_no_home():
    assert home_of(pl.DataFrame({"commune": ["Hòa Mẫu", "Yên Sơn"]})) is None


@pytest.mark.parametrize("commune", ["xã Hòa Mẫu", "Phường Hòa Mẫu", "HÒA MẪU"])
def test_a_commune_is_named_without_its_kind(commune):
    assert named_home(commune) == named_home("xã Hoà Mẫu")
