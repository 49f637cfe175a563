"""Stages of long work."""

from sosach.store.progress import heard_by, stage


def test_stages_are_heard_by_whoever_listens_and_by_nobody_else():
    heard: list[str] = []
    stage("before")
    with heard_by(heard.append):
        stage("matching")
    stage("after")
    assert heard == ["matching"]
