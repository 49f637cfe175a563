"""The registers there are, found by walking this folder: adding one is adding one file with a `REGISTER` in it."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

import sosach.registers as room
from sosach.registers.register import Register

_TYPES = {"field", "register", "catalogue", "headings"}


@cache
def registers() -> Mapping[str, Register]:
    """All registers by name, in alphabetical order."""
    names = sorted(m.name for m in pkgutil.iter_modules(room.__path__) if m.name not in _TYPES)
    found = [importlib.import_module(f"{room.__name__}.{name}").REGISTER for name in names]
    return {register.name: register for register in found}


def others_than(*names: str) -> frozenset[str]:
    """The registers beside these, also those that are added later."""
    return frozenset(registers().keys() - set(names))
