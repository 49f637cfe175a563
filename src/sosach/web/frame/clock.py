"""What day and what time it is, in Vietnam; asked here and nowhere else, so that tests and the demo can set the day."""

import os
from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
DAY = "SOSACH_TODAY"  # set by `serve --on`


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def today() -> date:
    """The day of the work."""
    told = os.environ.get(DAY)
    return date.fromisoformat(told) if told else now().astimezone(VIETNAM).date()
