from sosach.campaign.readiness import REASONS
from sosach.campaign.readiness_words import KEPT_BACK_WORDS


def test_everything_that_keeps_somebody_back_has_words():
    assert set(KEPT_BACK_WORDS) == set(REASONS.categories) - {"no_question"}
