"""Stops a service at its first, second, third ... step, until it has no further step: nothing may be half done.

A step is a statement sent to the database, a commit, or a file brought to the disk or into its place. What the service
had written before it was stopped must be gone, and the same service must succeed afterwards as if nothing had happened.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from sosach.store import start
from tests.store.invariants import check_invariants


class Stopped(BaseException):
    """The process is gone, as far as the service can tell."""


class Steps:
    """Counts steps, and stops at one of them."""

    def __init__(self, last: int | None) -> None:
        self.last, self.taken = last, 0

    def step(self) -> None:
        """One step further, or no further."""
        self.taken += 1
        if self.taken == self.last:
            raise Stopped


@contextmanager
def stopping(last: int | None) -> Iterator[Steps]:
    """Within, step number `last` is not done; None: every step is."""
    steps = Steps(last)

    def statement(execute, sql, params, many, context):
        steps.step()
        return execute(sql, params, many, context)

    def counted(real):
        def call(*given, **named):
            steps.step()
            return real(*given, **named)

        return call

    with pytest.MonkeyPatch.context() as patch, connection.execute_wrapper(statement):
        patch.setattr(connection, "_commit", _counted_commit(steps, connection._commit))
        patch.setattr(os, "fsync", counted(os.fsync))
        patch.setattr(Path, "replace", _counted_method(steps, Path.replace))
        yield steps


def _counted_commit(steps: Steps, real):
    def commit():
        try:
            steps.step()
        except Stopped:
            connection._rollback()  # as the database does when a process is gone; Django would commit on its way out
            raise
        real()

    return commit


def _counted_method(steps: Steps, real):
    def call(self, *given):
        steps.step()
        return real(self, *given)

    return call


def stop_everywhere(act: Callable[[], object], every: int = 1) -> int:
    """Runs a service again and again, each time stopped one step (or `every` steps) later; gives how many steps it has.

    Fails when a stopped run has left anything behind.
    """
    before = contents()
    last = 1
    while True:
        try:
            with stopping(last) as steps:
                act()
        except Stopped:
            start.close()  # a process that is gone holds no connection
            assert contents() == before, f"stopped at step {last}, and something stayed behind"
            last += every
            continue
        break
    check_invariants()
    assert contents() != before
    return steps.taken


def contents() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    return {model.__name__: sorted(model._default_manager.values_list(), key=repr) for model in apps.get_models()}
