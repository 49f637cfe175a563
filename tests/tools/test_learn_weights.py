"""Two made-up lists from which weights are learnt."""

import polars as pl
import pytest
from tools.learn_weights import SLIPS, main, two_lists

from sosach.engines.splink_links import shipped
from sosach.linkage.names import compared


def test_the_same_seed_gives_the_same_lists():
    for one, other in zip(two_lists(600, 3), two_lists(600, 3), strict=True):
        assert one.equals(other)


def test_the_second_office_errs_as_often_as_is_written():
    ours, theirs = two_lists(20_000, 3)
    both = ours.join(theirs, on="row", suffix="_r")
    assert both.height / ours.height == pytest.approx(0.95, abs=0.01)
    told = both.select(
        (pl.col("sex") != pl.col("sex_r")).mean(), (pl.col("birth_date") == pl.col("birth_date_r")).mean()
    )
    assert told.row(0) == pytest.approx((0.005, 1 - sum(share for share, _ in SLIPS["birth_date"])), abs=0.004)
    levels = compared(both["name"], both["name_r"]).value_counts(normalize=True)
    shares = dict(levels.iter_rows())
    # Some slips change nothing: a name of two words has no middle name to lose.
    assert shares["same"] == pytest.approx(0.917, abs=0.02)
    assert shares["unmarked"] == pytest.approx(0.030, abs=0.004)
    assert shares["middle"] == pytest.approx(0.015, abs=0.003)


def test_shares_are_shares():
    assert all(0 < sum(share for share, _ in slips) < 1 for slips in SLIPS.values())


@pytest.mark.deep
def test_learning_again_gives_the_model_that_comes_along(tmp_path, monkeypatch, capsys):
    pytest.importorskip("splink")
    monkeypatch.setattr("tools.learn_weights.MODEL", tmp_path / "model.json")
    assert main(["--write"]) == 0
    from sosach.engines.splink_model import load
    from sosach.linkage.weights import weights

    learnt = load(tmp_path / "model.json", weights())
    # Another fact in the lists draws another sample; what is learnt must not depend on it.
    both = [
        (level.bits, shipped().facts[fact][name].bits)
        for fact, levels in learnt.facts.items()
        for name, level in levels.items()
        if level.m and shipped().facts[fact][name].m
    ]
    assert len(both) > 40
    assert [one for one, _ in both] == pytest.approx([other for _, other in both], abs=1.0)
    assert capsys.readouterr().out.startswith("| fact | level |")
