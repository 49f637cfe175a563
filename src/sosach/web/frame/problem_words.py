"""What people call a problem: the labels of a register's rules, and of what laying two registers side by side finds."""

from collections.abc import Mapping

from sosach.linkage.link_findings import CODES
from sosach.outputs.rule_words import rules_by_code
from sosach.registers.register import Register


def problem_words(register: Register) -> Mapping[str, str]:
    """The label of every code that a finding of a register may have."""
    linked = {code: one.label for code, one in CODES.items()}
    return linked | {code: rule.label for code, rule in rules_by_code(register).items()}
