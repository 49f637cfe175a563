"""The model week itself."""

from sosach.papers.sums import broken
from tests.papers import model


def test_all_sums_of_the_model_hold():
    assert broken(model.figures()["children"]) == []
