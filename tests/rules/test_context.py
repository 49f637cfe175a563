"""What a rule may know beyond the row cannot be changed on the way."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from sosach.registers.catalogue import registers
from sosach.rules.context import Commune, Context

CONTEXT = Context(on=date(2026, 6, 18), register=registers()["children"])


def test_circumstances_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        CONTEXT.on = date(2026, 6, 19)  # type: ignore[misc]  # that is the question


def test_a_commune_need_not_be_known_nor_its_hamlets() -> None:
    assert CONTEXT.commune is None
    assert Commune("99999", "Hòa Mẫu", "Bắc Ninh").hamlets == ()
