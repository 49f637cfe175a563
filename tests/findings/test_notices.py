"""What is said about files names the place and one step to take."""

import string
import tomllib
from pathlib import Path

import pytest

from sosach.findings import notices
from sosach.findings.notices import Notice, Refused, catalogue, notice, refused


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_values_are_filled_in() -> None:
    told = notice("file_empty", file="tre-em.xlsx")
    assert "“tre-em.xlsx”" in told.message
    assert str(told) == f"{told.message}\nViệc cần làm: {told.next_step}"


def test_an_unknown_code_and_a_missing_value_are_faults_of_the_program() -> None:
    with pytest.raises(KeyError):
        notice("no_such_code")
    with pytest.raises(KeyError):
        notice("file_empty")


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_sentence_can_be_filled_and_holds_no_brace(code: str) -> None:
    entry = catalogue()[code]
    values = {name: f"<{name}>" for text in (entry["message"], entry["next"]) for name in placeholders(text)}
    told = notice(code, **values)
    assert isinstance(told, Notice)
    assert not {"{", "}"} & set(str(told))
    assert all(value in str(told) for value in values.values())


def test_a_text_file_has_no_sheet_to_speak_of() -> None:
    codes = [code for code, entry in catalogue().items() if "rang tính “{sheet}” trong “{file}”" in entry["message"]]
    assert codes
    for code in codes:
        entry = catalogue()[code]
        values = {name: "x" for text in (entry["message"], entry["next"]) for name in placeholders(text)}
        assert "“”" not in notice(code, **{**values, "sheet": "", "file": "ds.csv"}).message


def test_a_refusal_carries_its_notice() -> None:
    failure = refused("file_empty", file="a.xlsx")
    assert isinstance(failure, Refused)
    assert failure.notice == notice("file_empty", file="a.xlsx")
    assert str(failure) == failure.notice.message


def test_no_code_stands_in_two_files() -> None:
    files = sorted(Path(notices.__file__).parent.glob("notices*.toml"))
    codes = [code for file in files for code in tomllib.loads(file.read_text(encoding="utf-8"))]
    assert sorted(codes) == sorted(set(codes))
    assert set(codes) == set(catalogue())
