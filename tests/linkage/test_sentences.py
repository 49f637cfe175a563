import re

import pytest

from sosach.linkage.comparing import LEVELS
from sosach.linkage.sentences import spoken
from sosach.linkage.verdicts import GROUND

VALUES = {"left", "right", "days"}


@pytest.mark.parametrize("fact", [fact for fact in LEVELS if fact != "record_code"])
def test_every_level_of_every_fact_has_a_sentence(fact):
    said = spoken()[fact]
    silent = {level for level in LEVELS[fact].categories if not said.says(level)}
    assert silent <= {"zeros"}  # only a person's own number has its zeros put back


def test_every_ground_has_a_sentence():
    assert all(spoken()["ground"].says(ground) for ground in GROUND.categories)


def test_facts_are_spoken_of_in_order_and_the_ground_last():
    order = list(spoken())
    assert order[:2] == ["name", "common"]
    assert order[-1] == "ground"
    assert set(order) == {*LEVELS, "common", "ground"}


def test_sentences_are_sentences():
    for said in spoken().values():
        for sentence in said.sentences.drop_nulls():
            assert re.fullmatch(r"[A-ZĐ].*[^ ]\.", sentence), sentence
            assert "{who}" not in sentence
            assert set(re.findall(r"\{(\w+)\}", sentence)) <= VALUES


@pytest.mark.parametrize(
    ("fact", "level", "sentence"),
    [
        ("name", "same", "Họ tên giống hệt."),
        ("birth_date", "same", "Ngày sinh giống hệt."),
        ("number", "other", "Số định danh khác nhau: đây là dấu hiệu hai người."),
        ("mother", "same", "Cùng mẹ."),
        ("father", "same", "Cùng cha."),
        ("guardian", "same", "Cùng người giám hộ."),
        ("place", "hamlet", "Cùng thôn."),
    ],
)
def test_words_of_the_house(fact, level, sentence):
    said = spoken()[fact]
    assert said.sentences[said.number(level)] == sentence
