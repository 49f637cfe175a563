"""Which source prevails, by law and by a plan's own order."""

from pathlib import Path

import pytest

from sosach.campaign.plan import read_plan
from sosach.campaign.precedence import Precedence, Source, order_of, source_of, usual

BOOK, DATABASE, POPULATION, CERTIFICATE, REGISTER, COLLABORATOR = Source

PLANS = Path(__file__).parent.parent.parent / "plans"


@pytest.mark.parametrize(
    ("left", "right", "prevails"),
    [
        (REGISTER, BOOK, "right"),
        (BOOK, REGISTER, "left"),
        (BOOK, DATABASE, "left"),
        (DATABASE, POPULATION, "left"),
        (POPULATION, REGISTER, "left"),
        (POPULATION, CERTIFICATE, "left"),
        (CERTIFICATE, REGISTER, "left"),
        (COLLABORATOR, REGISTER, "right"),
        (REGISTER, REGISTER, None),
    ],
)
def test_civil_status_book_stands_above_every_database(left, right, prevails):
    assert usual().prevails("full_name", left, right) == prevails


def test_hamlet_is_not_told_by_the_book_of_births():
    assert usual().prevails("hamlet", REGISTER, BOOK) == "left"


@pytest.mark.parametrize("plan", ["mau.toml", "cao-duc-2026.toml"])
def test_plans_that_come_along_name_every_source(plan):
    assert read_plan(PLANS / plan).precedence == usual()
    assert set(usual().default) == set(Source)
    assert all(set(order) == set(Source) for order in usual().fields.values())


def test_source_that_the_order_leaves_out_stands_last():
    alone = Precedence((REGISTER,))
    assert alone.prevails("sex", BOOK, REGISTER) == "right"
    assert alone.prevails("sex", BOOK, DATABASE) is None


@pytest.mark.parametrize("names", [["birth_book", "police"], ["register", "register"]])
def test_unknown_and_repeated_sources_are_no_order(names):
    with pytest.raises(ValueError, match=names[-1]):
        order_of(names)


@pytest.mark.parametrize(
    ("register", "title", "source"),
    [
        ("births", "TRÍCH SỔ ĐĂNG KÝ KHAI SINH", BOOK),
        ("births", "(Kết xuất từ Cơ sở dữ liệu hộ tịch Điện tử, ngày 17/6/2026)", DATABASE),
        ("children", "Kết xuất từ cơ sở dữ liệu điện tử", REGISTER),
        ("beneficiaries", "", REGISTER),
    ],
)
def test_source_is_told_by_what_stands_above_the_list(register, title, source):
    assert source_of(register, ["UBND XÃ HÒA MẪU", title]) is source
