"""All rules, found by walking the folders of this room: a rule is a file with a `RULE`, or with several `RULES`."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache

import sosach.rules as room
from sosach.registers.register import Register
from sosach.rules.rule import Rule


def modules() -> Iterator[str]:
    """The full names of all rule files, folder by folder, in alphabetical order."""
    for folder in pkgutil.iter_modules(room.__path__):
        if folder.ispkg:
            package = importlib.import_module(f"{room.__name__}.{folder.name}")
            for file in pkgutil.iter_modules(package.__path__):
                yield f"{package.__name__}.{file.name}"


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of their files."""
    found: list[Rule] = []
    for name in modules():
        module = importlib.import_module(name)
        found.extend(getattr(module, "RULES", ()) or (module.RULE,))
    return tuple(found)


def rules_for(register: Register) -> tuple[Rule, ...]:
    """The rules that may speak about a register."""
    return tuple(r for r in rules() if _concerns(r, register))


def _concerns(rule: Rule, register: Register) -> bool:
    wanted = rule.registers is None or register.name in rule.registers
    return wanted and (rule.field is None or rule.field in register.by_name)
