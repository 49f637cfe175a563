from pathlib import Path

import pytest

from sosach.cli import options
from sosach.cli.parser import Parser
from sosach.findings.notices import Refused


def _chosen(*arguments: str):
    parser = Parser("sosach check", "", "")
    options.declare(parser)
    return parser.parse_args(arguments)


def test_nothing_is_asked_for_by_default():
    chosen = _chosen("a.xlsx")
    assert (chosen.workbooks, chosen.register, chosen.sheet, chosen.map) == ([Path("a.xlsx")], None, [], [])
    assert (chosen.profile, chosen.unit, chosen.plan, chosen.password_file) == (None, None, None, None)


def test_sheets_and_mappings_are_gathered():
    chosen = _chosen(
        "a.xlsx", "b.xlsx", "--sheet", "Gò Me", "--sheet", "Bến Cỏ", "--map", "full_name=Tên gọi", "--map", "sex=@D"
    )
    assert chosen.workbooks == [Path("a.xlsx"), Path("b.xlsx")]
    assert chosen.sheet == ["Gò Me", "Bến Cỏ"]
    assert chosen.map == [("full_name", "Tên gọi"), ("sex", "@D")]


def test_a_heading_may_hold_an_equals_sign_and_spaces_around_the_sign():
    assert _chosen("a.xlsx", "--map", "note = Ghi chú (1=có)").map == [("note", "Ghi chú (1=có)")]


@pytest.mark.parametrize("text", ["full_name", "=Tên", "full_name=", "full_name=  "])
def test_a_mapping_without_field_or_heading(text):
    with pytest.raises(Refused) as refusal:
        _chosen("a.xlsx", "--map", text)
    assert refusal.value.notice.code == "map_form"


def test_a_mapping_to_a_field_that_no_register_has():
    with pytest.raises(Refused) as refusal:
        _chosen("a.xlsx", "--map", "ho_ten=Tên gọi")
    assert refusal.value.notice.code == "map_field"
    assert "“ho_ten”" in refusal.value.notice.message


def test_commands_that_name_their_workbook_themselves_share_the_rest():
    parser = Parser("sosach import", "", "")
    options.declare_reading(parser)
    assert parser.parse_args(["--unit", "99999"]).unit == "99999"
