"""Models are kept in a file of our own, and a file that is none is refused."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.engines.splink_model import Level, Model, load, to_json, weights_of
from sosach.findings.notices import Refused
from sosach.linkage.weights import weights

MODEL = Model({"sex": {"same": Level(0.9, 0.99, 0.53), "other": Level(-6.0)}}, {"left": 3, "right": 4, "seed": 1})


def read(folder: Path, text: str) -> Model:
    path = folder / "model.json"
    path.write_text(text, encoding="utf-8")
    return load(path, weights())


def test_a_model_is_the_same_after_it_was_kept(tmp_path):
    assert read(tmp_path, to_json(MODEL)) == MODEL


shares = st.none() | st.floats(0, 1)


@given(st.floats(-40, 40), shares, shares)
def test_any_weight_is_kept_to_the_last_digit(tmp_path_factory, bits, m, u):
    model = Model({"sex": {"same": Level(bits, m, u)}}, {"seed": 1})
    assert read(tmp_path_factory.mktemp("model"), to_json(model)) == model


def test_what_a_model_does_not_know_is_as_in_the_table():
    learnt = weights_of(MODEL, weights())
    assert learnt["sex"] == {"same": 0.9, "other": -6.0}
    assert learnt["name"] == weights()["name"]
    assert learnt["family"] == weights()["family"]


@pytest.mark.parametrize(
    "change",
    [
        {"format": "splink"},
        {"version": 2},
        {"facts": []},
        {"facts": {"sex": {"same": {}}}},
        {"facts": {"sex": {"same": {"bits": "9"}}}},
        {"facts": {"sex": {"same": {"bits": 1, "m": "1"}}}},
        {"facts": {"shoe": {"same": {"bits": 1.0}}}},
        {"facts": {"sex": {"near": {"bits": 1.0}}}},
        {"facts": {"sex": [1.0]}},
        {"trained": None},
    ],
)
def test_a_file_that_is_no_model_of_ours_is_refused(tmp_path, change):
    with pytest.raises(Refused, match=r"model\.json"):
        read(tmp_path, json.dumps(json.loads(to_json(MODEL)) | change))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", "\x00"])
def test_a_file_that_is_something_else_is_refused(tmp_path, text):
    with pytest.raises(Refused):
        read(tmp_path, text)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused):
        load(tmp_path / "model.json", weights())


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "model.json").write_bytes(b"\xff\xfe{")
    with pytest.raises(Refused):
        load(tmp_path / "model.json", weights())
