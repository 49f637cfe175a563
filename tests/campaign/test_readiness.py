"""Who goes to the police next."""

from typing import Any

import polars as pl
import pytest

from sosach.campaign.readiness import readiness

NO_NUMBER = ("personal_id_missing", "no_id", "error", "personal_id", "Thiếu số định danh")
WRONG_NUMBER = ("personal_id_sex", "wrong_id", "warning", "personal_id", "Số không khớp giới tính")
FINDINGS = {"person": pl.Int64, **dict.fromkeys(("rule", "group", "severity", "field", "label"), pl.String)}


def told(*findings: tuple[str, str | None, str, str | None, str], register: str = "children", **facts: Any) -> dict:
    person = {
        "person": 7, "at_police": False, "unregistered": False, "father_name": None, "mother_name": "Lê Thị Mẫu",
        "guardian_name": None, **facts,
    }  # fmt: skip
    open_ones = pl.DataFrame([(7, *finding) for finding in findings], schema=FINDINGS, orient="row")
    return readiness(pl.DataFrame([person], infer_schema_length=None), open_ones, register).row(0, named=True)


@pytest.mark.parametrize(("finding", "group"), [(NO_NUMBER, "no_id"), (WRONG_NUMBER, "wrong_id")])
def test_a_person_with_a_question_about_the_number_is_ready(finding: tuple, group: str) -> None:
    found = told(finding)
    assert found == {"person": 7, "ready": True, "why_not": None, "group": group, "labels": [finding[4]]}


def test_a_person_in_both_groups_counts_in_the_first() -> None:
    assert told(WRONG_NUMBER, NO_NUMBER)["group"] == "no_id"


def error(field: str) -> tuple[str, str, str, str, str]:
    return (f"{field}_missing", "basic_info", "error", field, "x")


@pytest.mark.parametrize(
    ("findings", "facts", "why"),
    [
        ((NO_NUMBER,), {"at_police": True}, "at_police"),
        ((), {}, "no_question"),
        ((error("sex"),), {}, "no_question"),
        ((("personal_id_separators", None, "info", "personal_id", "x"),), {}, "no_question"),
        ((NO_NUMBER,), {"unregistered": True}, "unregistered"),
        ((NO_NUMBER, ("civil_unregistered_60", "other", "warning", None, "x")), {}, "unregistered"),
        ((NO_NUMBER, ("row_same_person", "duplicate", "error", None, "x")), {}, "duplicate"),
        ((NO_NUMBER, ("pair_review", "duplicate", "warning", None, "x")), {}, "duplicate"),
        ((NO_NUMBER, ("civil_difference", "basic_info", "warning", "birth_date", "x")), {}, "civil_registration"),
        ((NO_NUMBER, error("full_name")), {}, "full_name"),
        ((NO_NUMBER, error("birth_date")), {}, "birth_date"),
        ((NO_NUMBER, error("sex")), {}, "sex"),
        ((NO_NUMBER, error("mother_name")), {}, "no_parent"),
        ((NO_NUMBER,), {"mother_name": None}, "no_parent"),
    ],
)
def test_what_keeps_a_person_back_is_said(findings: tuple, facts: dict[str, Any], why: str) -> None:
    found = told(*findings, **facts)
    assert (found["ready"], found["why_not"]) == (False, why)


@pytest.mark.parametrize(
    "finding",
    [
        ("ethnicity_missing", "basic_info", "error", "ethnicity", "x"),
        ("birth_date_no_day", "basic_info", "warning", "birth_date", "x"),
        ("pair_twins", None, "info", None, "x"),
        ("father_personal_id_length", "basic_info", "error", "father_personal_id", "x"),
    ],
)
def test_other_findings_keep_nobody_back(finding: tuple) -> None:
    assert told(NO_NUMBER, finding)["ready"]


def test_one_good_parent_or_a_guardian_is_enough() -> None:
    assert told(NO_NUMBER, error("mother_name"), father_name="Lê Văn Mẫu")["ready"]
    assert told(NO_NUMBER, mother_name=None, guardian_name="Lê Thị Bà")["ready"]


def test_grown_up_beneficiaries_need_no_parent() -> None:
    assert told(NO_NUMBER, register="beneficiaries", mother_name=None)["ready"]


def test_persons_stay_in_their_order_and_those_without_findings_are_told_too() -> None:
    persons = pl.DataFrame({"person": [3, 1, 2], "at_police": [False] * 3, "unregistered": [False] * 3})
    findings = pl.DataFrame([(2, *NO_NUMBER), (3, *NO_NUMBER)], schema=FINDINGS, orient="row")
    found = readiness(persons, findings, "beneficiaries")
    assert found["person"].to_list() == [3, 1, 2]
    assert found["ready"].to_list() == [True, False, True]
    assert found["labels"].to_list() == [["Thiếu số định danh"], [], ["Thiếu số định danh"]]
