"""Every reason has its sentence."""

import unicodedata

import pytest

from sosach.campaign.answer_words import REASON_WORDS, STEP_WORDS, WHY_WORDS
from sosach.campaign.outcome import Whom, Why
from sosach.forms.police_reason import Reason


def test_every_reason_and_every_actor_has_words() -> None:
    assert set(WHY_WORDS) == set(Why)
    assert set(REASON_WORDS) == set(Reason)
    assert set(STEP_WORDS) == set(Whom)


@pytest.mark.parametrize("sentence", [*WHY_WORDS.values(), *STEP_WORDS.values()])
def test_sentences_are_composed_end_with_a_full_stop_and_blame_nobody(sentence: str) -> None:
    assert sentence == unicodedata.normalize("NFC", sentence)
    assert sentence.endswith(".")
    assert "!" not in sentence
    assert not any(word in sentence for word in ("cán bộ", "vi phạm", "Công an sai", "không hợp lệ"))
