"""Sessions in the database, with whose they are beside them, so that they can be listed and ended."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DjangoStore

from sosach.store.sign_in.models import Session

ACCOUNT, STARTED, SEEN, DEVICE = "account", "started", "seen", "device"  # keys within a session


class SessionStore(DjangoStore):
    """Django's own, on our table."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """A row with whose session it is."""
        row = super().create_model_instance(data)
        assert isinstance(row, Session)
        row.account_id = data.get(ACCOUNT)
        row.started_at, row.seen_at = _moment(data.get(STARTED)), _moment(data.get(SEEN))
        row.device = data.get(DEVICE, "")
        return row


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
