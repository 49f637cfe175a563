"""Where a person stands."""

import pytest
from hypothesis import given

from sosach.findings.finding import Group
from sosach.papers.standing import Stage, Standing, counted_in, read, written
from tests.papers.strategies import standings


@given(standings(benefits=True))
def test_what_is_written_reads_the_same(standing):
    assert read(written(standing)) == standing


def test_somebody_without_findings_is_counted_in_the_register_and_as_having_a_number():
    assert set(counted_in(Standing())) == {"closing", "id_valid"}


def test_nobody_stands_in_two_stages_or_in_none():
    with pytest.raises(ValueError, match="groups and stage"):
        Standing(found=frozenset({Group.NO_ID}))
    with pytest.raises(ValueError, match="groups and stage"):
        Standing(stage=Stage.AT_POLICE)


def test_a_number_is_not_missing_and_wrong_at_once():
    both = frozenset({Group.NO_ID, Group.WRONG_ID})
    with pytest.raises(ValueError, match="not both"):
        Standing(found=both, open=both, stage=Stage.NOT_REVIEWED)


def test_uploaded_and_not_compared_yet_is_said_so():
    one = Standing(found=frozenset({Group.NO_ID}), stage=Stage.UPLOADED)
    assert {"uploaded", "not_compared", "reviewed", "no_id_settled"} <= set(counted_in(one))
    assert "remaining" not in set(counted_in(one))
