"""Who was refused what, and when: a line each in `denials.log` of the home, for whoever looks after it.

It stands beside the log of events and not in it: what was refused changed nothing, often happens within a transaction
that is rolled back, and nobody may fill the chain by knocking at doors.
"""

import json
from datetime import UTC, datetime

from sosach.store.accounts.rights import Right
from sosach.store.log.act import Actor
from sosach.store.log.chain import written_time
from sosach.store.start import current


def remember(actor: Actor, right: Right, hamlet: str | None) -> None:
    """Adds a line; where it cannot be written the refusal stands all the same."""
    told = {
        "at": written_time(datetime.now(UTC)),
        "name": actor.name,
        "role": actor.role,
        "right": right.value,
        "hamlet": hamlet,
    }
    try:
        with current().denials.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told, ensure_ascii=False) + "\n")
    except OSError:
        return
