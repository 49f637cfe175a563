"""The generic parts of linkage on people who are no Vietnamese children: public sets with known truth."""

import polars as pl
import pytest
from bench.febrl import between, facts, figures, within


@pytest.mark.parametrize(
    ("name", "persons", "true", "least"),
    [("dataset1", 1000, 500, 0.92), ("dataset2", 5000, 1934, 0.87), ("dataset3", 5000, 6538, 0.83)],
)
def test_copies_within_a_set_are_found_and_nobody_is_mistaken(name, persons, true, least):
    assert facts(name).height == persons
    found, pairs = within(name)
    assert pairs.height == true
    precision, recall = figures(found.filter(pl.col("probability") >= 0.5), pairs)
    assert precision >= 0.999
    assert recall >= least
    assert figures(found.filter(pl.col("verdict") == "same"), pairs)[0] == 1.0


def test_copies_in_another_file_are_found_and_nobody_is_mistaken():
    found, pairs = between()
    precision, recall = figures(found.filter(pl.col("probability") >= 0.5), pairs)
    assert precision >= 0.999
    assert recall >= 0.93
    assert found["left"].is_unique().all()
    assert found["right"].is_unique().all()
