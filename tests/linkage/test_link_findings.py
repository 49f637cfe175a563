"""The sentences of a comparison with the books: both values, and no more certainty than there is."""

from datetime import date

import polars as pl
import pytest

from sosach.findings.finding import FINDING_SCHEMA
from sosach.linkage.link_findings import SCHEMA, civil_differences, not_in_register, unregistered
from sosach.registers.catalogue import registers

CHILDREN = registers()["children"]
AT = {"sheet": "Danh sách", "row": 7}


def difference(field, ours, theirs, prevails=True):
    rows = pl.DataFrame(
        [AT | {"field": field, "ours": ours, "theirs": theirs, "prevails": prevails}],
        schema_overrides={"ours": pl.String, "theirs": pl.String, "prevails": pl.Boolean},
    )
    return civil_differences(rows, CHILDREN, "left", "sổ khai sinh").row(0, named=True)


@pytest.mark.parametrize(
    ("field", "ours", "theirs", "message"),
    [
        (
            "birth_date", "2015-03-02", "2015-03-20",
            "Ngày sinh trong sổ trẻ em ghi “02/03/2015”, sổ khai sinh ghi “20/03/2015”; "
            "sổ khai sinh là căn cứ ưu tiên.",
        ),
        (
            "sex", None, "male",
            "Giới tính trong sổ trẻ em để trống, sổ khai sinh ghi “nam”; sổ khai sinh là căn cứ ưu tiên.",
        ),
        (
            "personal_id", "27218600001", "027218600001",
            "Số định danh trong sổ trẻ em khác với sổ khai sinh; sổ khai sinh là căn cứ ưu tiên.",
        ),
        (
            "personal_id", None, "027218600001",
            "Số định danh trong sổ trẻ em để trống, sổ khai sinh có ghi; sổ khai sinh là căn cứ ưu tiên.",
        ),
    ],
)  # fmt: skip
def test_both_values_and_who_prevails(field, ours, theirs, message):
    told = difference(field, ours, theirs)
    assert told["message"] == message
    assert (told["field"], told["value"], told["suggestion"]) == (field, ours, theirs)
    assert (told["rule"], told["group"], told["severity"]) == ("civil_difference", "basic_info", "warning")


def test_register_that_prevails_is_offered_no_other_value():
    told = difference("hamlet", "Gò Me", "Bến Cỏ", prevails=False)
    assert told["suggestion"] is None
    assert told["message"].endswith("; sổ trẻ em là căn cứ ưu tiên.")


def test_sources_of_one_rank_leave_it_open():
    told = difference("sex", "male", "female", prevails=None)
    assert told["suggestion"] is None
    assert told["message"] == "Giới tính trong sổ trẻ em ghi “nam”, sổ khai sinh ghi “nữ”."


@pytest.mark.parametrize(
    ("number", "book", "message"),
    [
        ("12/2026", "01/2026", "Trẻ có trong sổ khai sinh (số 12/2026, quyển 01/2026) nhưng chưa có trên phần mềm."),
        ("12/2026", None, "Trẻ có trong sổ khai sinh (số 12/2026) nhưng chưa có trên phần mềm."),
        (None, None, "Trẻ có trong sổ khai sinh nhưng chưa có trên phần mềm."),
    ],
)
def test_birth_to_be_added(number, book, message):
    rows = pl.DataFrame(
        [AT | {"birth_cert_no": number, "book_no": book}],
        schema_overrides={"birth_cert_no": pl.String, "book_no": pl.String},
    )
    told = not_in_register(rows, "right").row(0, named=True)
    assert (told["message"], told["side"], told["row"]) == (message, "right", 7)
    assert told["group"] == "not_in_register"


def test_child_without_registration_after_sixty_days():
    told = unregistered(pl.DataFrame([AT | {"birth_date": "2026-01-05"}]), date(2026, 6, 18), "left").row(0, named=True)
    assert told["message"] == (
        "Trẻ sinh 05/01/2026, đến ngày 18/06/2026 đã quá 60 ngày mà chưa tìm thấy đăng ký khai sinh tại xã."
    )


def test_columns_are_those_of_findings_and_the_side():
    assert list(SCHEMA) == ["side", *FINDING_SCHEMA]
    assert unregistered(pl.DataFrame(schema=AT_SCHEMA), date(2026, 6, 18), "left").schema == pl.Schema(SCHEMA)


AT_SCHEMA = {"sheet": pl.String, "row": pl.Int64, "birth_date": pl.String}
