"""How fast somebody reviews, from their own last decisions: so that an end is in sight."""

from itertools import pairwise

from django.contrib.sessions.backends.base import SessionBase

_KEY = "pace"
_REMEMBERED = 20
_PAUSE = 300  # seconds; a longer gap was a break


def note(session: SessionBase, moment: float) -> None:
    """Remembers the moment of a decision."""
    session[_KEY] = [*session.get(_KEY, ()), round(moment)][-_REMEMBERED:]


def per_minute(session: SessionBase) -> float | None:
    """Decisions a minute; None while there are too few to tell."""
    moments: list[int] = session.get(_KEY, [])
    gaps = sorted(b - a for a, b in pairwise(moments) if b - a < _PAUSE)
    if len(gaps) < 3:
        return None
    return 60.0 / max(gaps[len(gaps) // 2], 1)
