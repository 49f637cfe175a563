from datetime import date
from pathlib import Path

import polars as pl
import pytest

from sosach.cli import options, reading
from sosach.cli.parser import Parser
from sosach.findings.notices import Refused
from sosach.intake.options import ReadingOptions
from tests.intake import books

ON = date(2026, 6, 18)
PLAN = Path(__file__).parents[2] / "plans" / "mau.toml"


def _chosen(*arguments: str):
    parser = Parser("sosach check", "", "")
    options.declare(parser)
    return parser.parse_args(["a.xlsx", *arguments])


def _code(call, *arguments) -> str:
    with pytest.raises(Refused) as refusal:
        call(*arguments)
    return refusal.value.notice.code


def test_options_are_handed_on_as_they_were_chosen():
    chosen = _chosen("--register", "children", "--sheet", "Gò Me", "--map", "sex=@D", "--profile", "cot.toml")
    assert reading.options(chosen) == ReadingOptions(
        register="children", sheets=("Gò Me",), mapping=(("sex", "@D"),), profile=Path("cot.toml")
    )


@pytest.mark.parametrize(
    ("written", "charset"),
    [("Mật khẩu 1", "utf-8"), ("Mật khẩu 1\n", "utf-8"), ("Mật khẩu 1\r\n", "utf-8-sig"), ("Mật khẩu 1", "utf-16")],
)
def test_a_password_is_the_line_without_its_end(tmp_path, written, charset):
    (tmp_path / "mk.txt").write_bytes(written.encode(charset))
    assert reading.options(_chosen("--password-file", str(tmp_path / "mk.txt"))).password == "Mật khẩu 1"


def test_spaces_belong_to_a_password(tmp_path):
    (tmp_path / "mk.txt").write_text(" a b ", encoding="utf-8")
    assert reading.options(_chosen("--password-file", str(tmp_path / "mk.txt"))).password == " a b "


def test_a_password_file_that_is_not_there(tmp_path):
    assert _code(reading.options, _chosen("--password-file", str(tmp_path / "mk.txt"))) == "file_not_found"


BROKEN = b"\xff\xfe\x00\xd8"  # half a character of UTF-16


def test_a_password_file_that_is_no_text(tmp_path):
    (tmp_path / "mk.txt").write_bytes(BROKEN)
    assert _code(reading.options, _chosen("--password-file", str(tmp_path / "mk.txt"))) == "password_file"


def test_the_commune_of_a_plan_brings_its_hamlets():
    commune = reading.commune(_chosen("--plan", str(PLAN)), ON)
    assert (commune.code, commune.name, commune.province) == ("99999", "xã Hòa Mẫu", "tỉnh Bắc Ninh")
    assert "Gò Me" in " ".join(commune.hamlets)


def test_a_unit_is_found_in_the_list_of_communes():
    commune = reading.commune(_chosen("--unit", "00004"), ON)
    assert (commune.code, commune.province) == ("00004", "Hà Nội")
    assert commune.hamlets == ()


def test_no_commune_is_known_when_nothing_names_it():
    assert reading.commune(_chosen(), ON) is None


def test_a_unit_that_there_is_not():
    assert _code(reading.commune, _chosen("--unit", "00000"), ON) == "unit_unknown"


def test_a_plan_that_is_not_there():
    assert _code(reading.commune, _chosen("--plan", "khong-co.toml"), ON) == "file_not_found"


def test_no_child_outlives_the_block(tmp_path):
    path = books.children(tmp_path / "a.xlsx")
    with pytest.raises(KeyboardInterrupt), reading.begun(path, ReadingOptions()) as opening:
        raise KeyboardInterrupt
    assert opening.child.answer().messages == ()


def test_a_workbook_is_read_in_two_steps(tmp_path):
    path = books.children(tmp_path / "a.xlsx")
    with reading.begun(path, ReadingOptions()) as opening:
        opened = reading.finish(path, ReadingOptions(), opening)
    assert (opened.register.name, opened.sheets[0].persons) == ("children", 3)


def test_parquet_needs_no_child(tmp_path):
    path = tmp_path / "tre.PARQUET"
    pl.DataFrame({"full_name": ["Lê Lan"], "birth_date": ["2018-03-05"]}).write_parquet(path)
    wanted = ReadingOptions(register="children")
    with reading.begun(path, wanted) as opening:
        assert opening is None
        assert reading.finish(path, wanted, opening).register.name == "children"
