import polars as pl
import pytest

from sosach.rules import leaving


@pytest.mark.parametrize(
    ("status", "note", "payment", "told"),
    [
        ("deceased", None, None, (True, False, False)),
        ("managed", "Đã mất tháng 3", None, (False, True, False)),
        (None, None, "Đã chết", (False, False, True)),
        ("moved", "Bố đã mất", "Đang hưởng", (False, False, False)),
        (None, None, None, (False, False, False)),
    ],
)
def test_who_tells_of_a_death(status, note, payment, told):
    columns = {"status": [status], "note": [note], "benefit_status__raw": [payment]}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    rules = leaving.rules_of(
        "rules.scope.status_deceased", "deceased", says=".", label="x", next_step="y.", reason="z."
    )
    facts = {name: fact for rule in rules for name, fact in rule.facts.items()}
    frame = frame.with_columns(fact.alias(name) for name, fact in facts.items())
    asked = [leaving.by_status("deceased"), leaving.by_remark("deceased"), leaving.by_payment("deceased")]
    assert frame.select(a=asked[0], b=asked[1], c=asked[2]).row(0) == told


def test_one_code_for_both_registers():
    rules = leaving.rules_of("rules.scope.status_moved", "moved", says=".", label="x", next_step="y.", reason="z.")
    assert {r.code for r in rules} == {"status_moved"}
    assert [(r.field, set(r.registers or ())) for r in rules] == [
        ("status", {"children"}),
        ("status", {"beneficiaries"}),
        ("benefit_status", {"beneficiaries"}),
    ]
