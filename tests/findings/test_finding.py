"""Codes and columns of findings are a promise to other programs."""

from sosach.findings.finding import (
    CERTAINTY_LABELS,
    FINDING_SCHEMA,
    GROUP_LABELS,
    SEVERITY_LABELS,
    Certainty,
    Group,
    Severity,
)

PROMISED = [
    *("sheet", "row", "column", "field", "rule", "group", "severity"),
    *("value", "suggestion", "certainty", "message", "other_sheet", "other_row"),
]


def test_columns_are_only_ever_added() -> None:
    assert list(FINDING_SCHEMA)[: len(PROMISED)] == PROMISED


def test_codes_stay() -> None:
    assert {g.value for g in Group} >= {
        "no_id", "wrong_id", "basic_info", "not_in_register", "duplicate", "out_of_scope", "other",
    }  # fmt: skip
    assert [s.value for s in Severity] == ["error", "warning", "info"]
    assert [c.value for c in Certainty] == ["proven", "likely"]


def test_everything_has_a_word_for_people() -> None:
    assert set(GROUP_LABELS) == set(Group)
    assert set(SEVERITY_LABELS) == set(Severity)
    assert set(CERTAINTY_LABELS) == set(Certainty)
    words = [*GROUP_LABELS.values(), *SEVERITY_LABELS.values(), *CERTAINTY_LABELS.values()]
    assert len(set(words)) == len(words)
