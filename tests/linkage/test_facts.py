from datetime import date

import polars as pl
import pytest

from sosach.cleaning.frame import Cleaning, typed
from sosach.linkage.facts import SCHEMA, facts_of
from sosach.refdata.benefits import benefits
from sosach.registers.catalogue import registers


def facts(register="children", **cells):
    """The facts of one row of a sheet, as it was typed."""
    raw = pl.DataFrame(
        {"index": [0], "sheet": ["Tờ 1"], "row": [7], **{f"{f}__raw": [c] for f, c in cells.items()}},
        schema_overrides={"index": pl.UInt32, **{f"{f}__raw": pl.String for f in cells}},
    )
    frame = typed(raw, Cleaning(register=registers()[register], on=date(2026, 6, 18)))
    return facts_of(frame).row(0, named=True)


def test_everything_a_register_has_is_there_and_nothing_else():
    told = facts(full_name="NGUYỄN VĂN AN", birth_date="04/06/2018", sex="Nam", mother_name="Trần Thị Hoa")
    assert {k: v for k, v in told.items() if v is not None} == {
        "index": 0, "sheet": "Tờ 1", "row": 7, "name": "Nguyễn Văn An", "birth_date": "2018-06-04", "sex": "male",
        "mother": "Trần Thị Hoa", "number_padded": False,
    }  # fmt: skip


def test_columns_are_those_of_the_schema_whatever_the_register():
    for register in ("children", "beneficiaries", "births"):
        assert list(facts(register, full_name="Lê Văn An")) == list(SCHEMA)


def test_zeros_that_excel_took_are_put_back_and_told():
    told = facts(full_name="Lê Văn An", personal_id="27219600001")
    assert (told["number"], told["number_padded"]) == ("027219600001", True)
    told = facts(full_name="Lê Văn An", personal_id="027219600001")
    assert (told["number"], told["number_padded"]) == ("027219600001", False)


@pytest.mark.parametrize("number", ["12345678", "chưa có", "111111111111"])
def test_what_is_no_number_is_none(number):
    assert facts(full_name="Lê Văn An", personal_id=number)["number"] is None


def test_a_newborn_without_a_name_tells_who_its_mother_is():
    told = facts(full_name="Bé gái con bà Nguyễn Thị Hoa")
    assert (told["name"], told["unnamed"], told["mother"]) == (None, "Bé gái con bà Nguyễn Thị Hoa", "Nguyễn Thị Hoa")


def test_the_mother_in_her_own_column_is_believed():
    told = facts(full_name="Bé gái con bà Hoa", mother_name="Nguyễn Thị Hoa")
    assert told["mother"] == "Nguyễn Thị Hoa"


@pytest.mark.parametrize("text", ["Trai", "Chưa đặt tên", "Bé gái con ông Hùng"])
def test_a_placeholder_names_no_mother(text):
    told = facts(full_name=text)
    assert (told["name"], told["unnamed"], told["mother"]) == (None, text, None)


def test_a_remark_beside_a_name_is_no_part_of_it():
    assert facts(full_name="Nguyễn Văn An (đã chuyển đi)")["name"] == "Nguyễn Văn An"


@pytest.mark.parametrize(
    ("address", "commune", "hamlet"),
    [
        ("Thôn Gò Me, xã Hòa Mẫu, tỉnh Bắc Ninh", "Hòa Mẫu", "Thôn Gò Me"),
        ("Gò Me, xã Hòa Mẫu", "Hòa Mẫu", "Gò Me"),
        ("xã Hòa Mẫu, tỉnh Bắc Ninh", "Hòa Mẫu", None),
        ("TDP 3, thị trấn Hòa Mẫu", "Hòa Mẫu", "TDP 3"),
        ("Gò Me", None, None),
    ],
)
def test_places_in_an_address(address, commune, hamlet):
    told = facts("births", full_name="Lê Văn An", residence=address)
    assert (told["commune"], told["hamlet"]) == (commune, hamlet)


def test_the_hamlet_in_its_own_column_goes_before_the_address():
    told = facts(full_name="Lê Văn An", hamlet="Bãi Dâu", address="Gò Me, xã Hòa Mẫu")
    assert (told["hamlet"], told["commune"]) == ("Bãi Dâu", "Hòa Mẫu")


@pytest.mark.parametrize(
    ("category", "decision", "benefit"),
    [
        ("5.6", "12/QĐ-UBND", "5.6"),
        ("5.8", "12/QĐ-UBND", "5.8"),
        (None, "12/QĐ-UBND", None),
    ],
)
def test_a_row_of_beneficiaries_is_for_one_benefit(category, decision, benefit):
    frame = pl.DataFrame(
        {"index": [0], "sheet": [""], "row": [1], "category": [category], "decision_no": [decision]},
        schema_overrides={"index": pl.UInt32, "category": pl.String},
    )
    assert facts_of(frame)["benefit"].to_list() == [benefit]


def test_a_carer_draws_once_per_decision():
    (paid, *_) = [key for key, kind in benefits().items() if kind.paid_to_carer]
    frame = pl.DataFrame(
        {"index": [0, 1], "sheet": "", "row": [1, 2], "category": paid, "decision_no": ["12/QĐ-UBND", "13/QĐ-UBND"]},
        schema_overrides={"index": pl.UInt32},
    )
    assert facts_of(frame)["benefit"].to_list() == [f"{paid} 12/QĐ-UBND", f"{paid} 13/QĐ-UBND"]


def test_facts_of_batches_are_the_facts_of_the_whole():
    names = ["Lê Văn An", "Trần Thị Bình", "Đỗ Văn Cường"]
    raw = pl.DataFrame(
        {"index": [0, 1, 2], "sheet": "", "row": [1, 2, 3], "full_name__raw": names},
        schema_overrides={"index": pl.UInt32},
    )
    frame = typed(raw, Cleaning(register=registers()["children"], on=date(2026, 6, 18)))
    assert pl.concat([facts_of(part) for part in frame.iter_slices(2)]).equals(facts_of(frame))
