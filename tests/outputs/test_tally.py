import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.outputs.tally import Tally


def _findings(*rows: tuple[int, str, str | None, str]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=["index", "rule", "group", "severity"], orient="row")


def test_a_person_with_three_findings_of_a_group_is_one_person() -> None:
    tally = Tally()
    tally.add(_findings((7, "sex_missing", "basic_info", "error"), (7, "ethnicity_missing", "basic_info", "error")))
    tally.add(_findings((7, "full_name_syllable", "basic_info", "warning"), (8, "sex_missing", "basic_info", "error")))
    assert tally.groups()["basic_info"] == 2
    assert tally.rules() == {"sex_missing": 2, "ethnicity_missing": 1, "full_name_syllable": 1}


def test_a_person_may_be_in_several_groups() -> None:
    tally = Tally()
    tally.add(_findings((1, "personal_id_missing", "no_id", "error"), (1, "age_sixteen", "out_of_scope", "warning")))
    assert (tally.groups()["no_id"], tally.groups()["out_of_scope"]) == (1, 1)
    assert tally.persons(Severity.ERROR) == 1


def test_what_was_only_cleaned_puts_nobody_into_a_group() -> None:
    tally = Tally()
    tally.add(_findings((1, "personal_id_separators", None, "info")))
    assert set(tally.groups().values()) == {0}
    assert tally.persons(Severity.ERROR, Severity.WARNING) == 0
    assert tally.rules() == {"personal_id_separators": 1}


def test_every_group_is_counted_even_when_empty() -> None:
    assert list(Tally().groups()) == [g.value for g in Group]
    assert Tally().rules() == {}
