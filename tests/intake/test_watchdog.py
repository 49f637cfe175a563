"""The watch over children on Windows; here it only has to keep still."""

import sys

from sosach.intake.watchdog import WATCHED, memory_of


def test_children_are_watched_where_they_cannot_limit_themselves() -> None:
    assert (sys.platform == "win32") == WATCHED


def test_nothing_is_told_of_a_process_that_is_not_there() -> None:
    assert memory_of(0) == 0
