"""The linker by name."""

import json

import pytest

from sosach.engines.linker import Engine, between, inside
from sosach.engines.splink_links import shipped
from sosach.engines.splink_model import Level, Model, to_json
from sosach.findings.notices import Refused
from sosach.linkage.plan import Found
from tests.linkage.people_in_rows import OTHERS, child, rows

LEFT, RIGHT = rows(child(), *OTHERS), rows(child(name="Nguyen Bao Khanh Vy"), *OTHERS)


def verdicts(found: Found) -> list[tuple[object, ...]]:
    columns = ("a", "b") if "a" in found.pairs.columns else ("left", "right")
    return found.pairs.select(*columns, "verdict").rows()


def nothing(_: object) -> None:
    """Hears the plan."""


def test_our_own_linker_needs_no_model():
    linker = between(Engine.BUILTIN, LEFT, RIGHT)
    assert linker.model is None
    assert verdicts(linker.compare(decided=None, told=nothing)) == [(i, i, "same") for i in range(5)]
    assert inside(Engine.BUILTIN, LEFT).model is None


def test_splink_says_by_which_model_it_compares():
    pytest.importorskip("splink")
    for linker in (between(Engine.SPLINK, LEFT, RIGHT), inside(Engine.SPLINK, LEFT)):
        assert linker.model == to_json(shipped())
    found = between(Engine.SPLINK, LEFT, RIGHT).compare(decided=None, told=nothing)
    assert verdicts(found) == [(i, i, "same") for i in range(5)]
    twice = rows(child(), child(hamlet="Cầu Tre"), *OTHERS)
    assert verdicts(inside(Engine.SPLINK, twice).compare(decided=None, told=nothing)) == [(0, 1, "same")]


def test_a_model_that_was_learnt_before_takes_the_place_of_learning(tmp_path):
    path = tmp_path / "splink-model.json"
    path.write_text(to_json(Model({"sex": {"same": Level(0.5)}}, {"seed": 7})), encoding="utf-8")
    for linker in (between(Engine.SPLINK, LEFT, RIGHT, path), inside(Engine.SPLINK, LEFT, path)):
        assert json.loads(linker.model or "")["trained"] == {"seed": 7}


def test_a_file_that_is_no_model_is_refused(tmp_path):
    with pytest.raises(Refused):
        between(Engine.SPLINK, LEFT, RIGHT, tmp_path / "none.json")
