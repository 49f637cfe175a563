"""How far a long work is: services say which stage begins, whoever waits for them listens; nobody has to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_HEARD: ContextVar[Callable[[str], None] | None] = ContextVar("heard", default=None)


def stage(name: str) -> None:
    """Says that a stage begins."""
    heard = _HEARD.get()
    if heard is not None:
        heard(name)


@contextmanager
def heard_by(listener: Callable[[str], None]) -> Iterator[None]:
    """Within, stages are told to a listener."""
    token = _HEARD.set(listener)
    try:
        yield
    finally:
        _HEARD.reset(token)
