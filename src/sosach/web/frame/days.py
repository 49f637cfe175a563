"""Days as people type them on pages: dd/mm/yyyy; never guessed from anything else."""

import re
from datetime import date

from sosach.findings.notices import refused

_DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")
_QUOTED = 30


def typed_day(typed: str) -> date | None:
    """A day; None where nothing was typed.

    Raises:
        Refused: it is no day.
    """
    if not typed.strip():
        return None
    found = _DAY.fullmatch(typed)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise refused("day_typed", value=typed[:_QUOTED])
