"""Every rule that can speak of a file has somebody to speak of."""

from sosach.population.catalogue import injuries, untidy_ways
from sosach.population.harm import HOME
from sosach.registers.catalogue import registers
from sosach.rules.catalogue import rules

# Said of many records without anybody having done anything to them.
NATURAL = {"father_missing"}

# An invented commune has no former name in the tables of the State.
OF_REAL_COMMUNES = {"place_old_name"}


def test_every_rule_is_provoked_on_its_field():
    provoked = {i.rule for i in injuries()} | {u.rule for u in untidy_ways()} | NATURAL | OF_REAL_COMMUNES
    assert {rule.code for rule in rules()} - provoked == set()


def test_nothing_is_expected_of_a_rule_that_does_not_exist():
    codes = {rule.code for rule in rules()}
    assert {i.rule for i in injuries()} - codes == set()
    assert {u.rule for u in untidy_ways() if u.rule} - codes == set()


def test_injuries_change_cells_of_their_register():
    for injury in injuries():
        fields = set(registers()[injury.register].by_name)
        assert set(injury.cells) <= {*fields, HOME}, injury.name
        assert injury.looks_at() <= fields, injury.name


def test_untidiness_is_only_told_as_info():
    severities = {rule.code: rule.severity for rule in rules()}
    assert {severities[u.rule] for u in untidy_ways() if u.rule} == {"info"}
