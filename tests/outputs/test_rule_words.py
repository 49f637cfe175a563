import polars as pl
import pytest

from sosach.outputs.rule_words import label, next_step, rules_by_code
from sosach.registers.catalogue import registers
from sosach.registers.children import REGISTER


def test_a_code_is_printed_as_its_label_and_step() -> None:
    known = rules_by_code(REGISTER)["sex_missing"]
    codes = pl.DataFrame({"rule": ["sex_missing", "of_another_program"]})
    labels = codes.select(label(pl.col("rule"), REGISTER)).to_series().to_list()
    steps = codes.select(next_step(pl.col("rule"), REGISTER)).to_series().to_list()
    assert labels == [known.label, "of_another_program"]
    assert steps == [known.next_step, None]


def test_one_code_may_have_other_words_in_another_register() -> None:
    words = {name: rules_by_code(register)["full_name_placeholder"].label for name, register in registers().items()}
    assert words["children"] != words["beneficiaries"]


@pytest.mark.parametrize("name", sorted(registers()))
def test_every_rule_has_words_for_people(name: str) -> None:
    known = rules_by_code(registers()[name])
    assert [code for code, rule in known.items() if not (rule.label and rule.next_step)] == []
