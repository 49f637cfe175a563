import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.findings.finding import Group, Severity
from sosach.outputs import figures as room
from sosach.outputs.figures import Figures, Persons, figures, hamlet_order
from sosach.outputs.shown import WITHHELD
from tests.outputs.small_register import FINDINGS, checked, finding, record


def test_persons_are_counted_not_findings() -> None:
    counted = figures(checked())
    assert counted.persons == 4
    assert counted.concerned == Persons(errors=2, warnings=1)
    assert counted.groups[Group.BASIC_INFO] == Persons(errors=1, warnings=0)
    assert counted.groups[Group.WRONG_ID] == Persons(errors=1, warnings=0)
    assert counted.groups[Group.DUPLICATE] == Persons(errors=0, warnings=1)
    assert counted.groups[Group.NO_ID] == Persons()


def test_every_group_is_there_in_the_order_of_the_plan() -> None:
    assert list(figures(checked(findings=())).groups) == list(Group)


def test_what_was_only_cleaned_puts_nobody_into_a_group() -> None:
    counted = figures(checked(findings=[finding(5, "full_name_spacing", "info", field="full_name", value="ÁNH")]))
    assert counted.concerned == Persons()
    assert counted.rules == ()
    assert [rule.code for rule in counted.cleaned] == ["full_name_spacing"]


def test_hamlets_stand_in_vietnamese_order_with_the_nameless_at_the_end() -> None:
    counted = figures(checked())
    assert [line.name for line in counted.hamlets] == ["Thôn Ánh", "Thôn Yên", ""]
    assert [line.persons for line in counted.hamlets] == [2, 1, 1]
    assert counted.hamlets[0].groups[Group.BASIC_INFO] == 1


def test_numbered_hamlets_stand_in_the_order_of_their_numbers() -> None:
    names = pl.Series(["Thôn 10", "Thôn 2", "Thôn 1", "Xóm 9", "Xóm 11"])
    ordered = pl.DataFrame({"n": names}).sort(hamlet_order(pl.col("n")))["n"].to_list()
    assert ordered == ["Thôn 1", "Thôn 2", "Thôn 10", "Xóm 9", "Xóm 11"]


def test_a_rule_names_its_persons_its_findings_and_its_first_sentence() -> None:
    twice = [
        finding(7, "sex_missing", message="Câu bảy."),
        finding(6, "sex_missing", message="Câu sáu."),
        *FINDINGS[:1],
    ]
    counted = figures(checked(findings=[*twice, finding(7, "sex_missing", message="Lại bảy.")]))
    rule = next(r for r in counted.rules if r.code == "sex_missing")
    assert (rule.persons, rule.findings, rule.example) == (2, 3, "Câu bảy.")
    assert rule.label == "Chưa ghi giới tính"
    assert rule.next_step.endswith(".")


def test_examples_show_no_full_number_and_nothing_sensitive() -> None:
    spoken = [
        finding(5, "personal_id_length", message="Số “003216600001” có 12 chữ số."),
        finding(6, "category_unknown", field="category", message="Loại ghi “nhiễm HIV”, không có trong danh mục."),
    ]
    examples = {r.code: r.example for r in figures(checked(findings=spoken)).rules}
    assert "003216600001" not in examples["personal_id_length"]
    assert examples["category_unknown"] == f"Loại ghi {WITHHELD}, không có trong danh mục."


def test_a_rule_that_is_an_error_for_some_stands_among_the_errors() -> None:
    mixed = [finding(5, "x_rule", "warning"), finding(6, "x_rule", "error")]
    assert [r.severity for r in figures(checked(findings=mixed)).rules] == [Severity.ERROR]


def test_suggestions_are_counted_by_certainty() -> None:
    counted = figures(checked())
    assert (counted.proven, counted.likely) == (1, 1)


def test_a_province_in_one_file_keeps_the_sums_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_HAMLETS", 3)
    many = [record(row, full_name="An", hamlet=f"Thôn {row}") for row in range(1, 11)]
    counted = figures(checked(many, [finding(9, "sex_missing"), finding(4, "sex_missing")]))
    assert [line.name for line in counted.hamlets] == ["Thôn 4", "Thôn 9", None]
    assert sum(line.persons for line in counted.hamlets) == 10
    assert counted.hamlets[-1].concerned == Persons()


_FOUND = st.lists(
    st.tuples(
        st.integers(5, 8),
        st.sampled_from(["sex_missing", "a", "b"]),
        st.sampled_from(list(Severity)),
        st.sampled_from(list(Group)),
    ),
    max_size=12,
)


@settings(max_examples=40)
@given(_FOUND)
def test_figures_foot(found: list[tuple[int, str, Severity, Group]]) -> None:
    rows = [finding(row, rule, severity.value, group=group.value) for row, rule, severity, group in found]
    counted: Figures = figures(checked(findings=rows))
    wrong = {row for row, _, severity, _ in found if severity is not Severity.INFO}
    errors = {row for row, _, severity, _ in found if severity is Severity.ERROR}
    assert counted.concerned == Persons(len(errors), len(wrong - errors))
    for group in Group:
        there = {row for row, _, severity, g in found if severity is not Severity.INFO and g is group}
        assert counted.groups[group].concerned == len(there) == sum(line.groups[group] for line in counted.hamlets)
    assert sum(line.concerned.concerned for line in counted.hamlets) == len(wrong)


def test_one_hamlet_in_three_writings_is_one_line() -> None:
    people = [record(5 + i, hamlet=text) for i, text in enumerate(("Thôn Yên", "Thôn Yên", "THÔN YÊN", "Yên"))]
    (line,) = figures(checked(people, [finding(7, "sex_missing")])).hamlets
    assert (line.name, line.persons, line.concerned.errors) == ("Thôn Yên", 4, 1)
