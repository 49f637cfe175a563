import dataclasses

import polars as pl
import pytest

from sosach.outputs import profile as room
from sosach.outputs.profile import ColumnProfile, OddValue, profile
from sosach.outputs.shown import DOTS, WITHHELD
from tests.outputs.small_register import FINDINGS, RECORDS, checked, finding, record


def _by_field(found: tuple[ColumnProfile, ...]) -> dict[str, ColumnProfile]:
    return {p.field.name: p for p in found}


def test_every_mapped_column_is_described_in_the_order_of_the_register() -> None:
    named = [p.field.name for p in profile(checked())]
    assert named == ["full_name", "birth_date", "sex", "personal_id", "hamlet", "household_code"]


def test_cells_are_tidy_cleaned_wrong_missing_or_rightly_empty() -> None:
    found = _by_field(profile(checked()))
    names, dates, sexes = found["full_name"], found["birth_date"], found["sex"]
    assert (names.filled, names.tidy, names.cleaned, names.wrong) == (4, 3, 1, 0)
    assert (dates.filled, dates.tidy, dates.cleaned, dates.wrong) == (4, 2, 1, 1)
    assert (sexes.filled, sexes.tidy, sexes.wrong, sexes.missing) == (3, 3, 0, 1)


def test_a_number_that_could_not_be_read_is_filled_and_wrong() -> None:
    number = _by_field(profile(checked()))["personal_id"]
    assert (number.filled, number.distinct, number.wrong) == (2, 1, 1)


def test_without_source_texts_nothing_is_said_about_cleaning() -> None:
    found = _by_field(profile(checked(with_raw=False)))
    assert found["full_name"].cleaned is None
    assert (found["full_name"].filled, found["full_name"].tidy) == (4, 4)


def test_the_most_frequent_odd_values_are_named() -> None:
    odd = [
        finding(r, "ethnicity_unknown", field="ethnicity", value=v) for r, v in ((5, "Kih"), (6, "Kinhh"), (7, "Kinhh"))
    ]
    mapped = checked(findings=odd)
    mapped.summary["source"]["columns"].append({"sheet": "Danh sách", "heading": "Dân tộc", "field": "ethnicity"})
    assert _by_field(profile(mapped))["ethnicity"].odd == (OddValue("Kinhh", 2), OddValue("Kih", 1))


def test_odd_values_carry_no_full_number_and_nothing_sensitive() -> None:
    (number,) = _by_field(profile(checked()))["personal_id"].odd
    assert number.text == f"321{DOTS}02"
    secret = checked(findings=[finding(5, "x", field="special_circumstance", value="Nhiễm HIV")])
    secret.summary["source"]["columns"].append(
        {"sheet": "Danh sách", "heading": "HCĐB", "field": "special_circumstance"}
    )
    assert [o.text for o in _by_field(profile(secret))["special_circumstance"].odd] == [WITHHELD]


def test_a_phrase_that_was_understood_is_tidy() -> None:
    people = [
        record(5, special_circumstance="d.1", raw={"special_circumstance": "Khuyết tật đặc biệt nặng"}),
        record(6, raw={"special_circumstance": "chưa rõ"}),
    ]
    there = checked(people, ())
    there.summary["source"]["columns"].append(
        {"sheet": "Danh sách", "heading": "HCĐB", "field": "special_circumstance"}
    )
    found = _by_field(profile(there))["special_circumstance"]
    assert (found.filled, found.tidy, found.cleaned) == (2, 1, 1)


def test_very_many_values_are_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "COUNTED_EXACTLY", 3)
    found = _by_field(profile(checked()))
    assert found["full_name"].estimated
    assert found["full_name"].distinct == 4


def test_a_file_without_known_columns_has_no_profile() -> None:
    bare = checked()
    bare.summary["source"]["columns"].clear()
    assert profile(bare) == ()


def test_counts_do_not_depend_on_the_order_of_rows() -> None:
    turned = checked(records=RECORDS[::-1], findings=FINDINGS[::-1])
    assert profile(turned) == profile(checked())


def test_a_person_with_two_findings_on_a_field_is_one_wrong_cell() -> None:
    twice = checked([record(5, full_name="An3")], [finding(5, r, field="full_name", value="An3") for r in ("a", "b")])
    assert _by_field(profile(twice))["full_name"].wrong == 1


def test_records_may_lie_on_disk(tmp_path) -> None:
    there = checked()
    there.records.collect().write_parquet(tmp_path / "records.parquet")
    there.findings.collect().write_parquet(tmp_path / "findings.parquet")
    on_disk = dataclasses.replace(
        there,
        records=pl.scan_parquet(tmp_path / "records.parquet"),
        findings=pl.scan_parquet(tmp_path / "findings.parquet"),
    )
    assert profile(on_disk) == profile(there)


def test_parts_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = profile(checked())
    monkeypatch.setattr(room, "_PART", 2)
    assert profile(checked()) == whole
