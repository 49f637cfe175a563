"""Commands that need a campaign get a home of their own, as the services' tests do."""

from tests.store.conftest import campaign, home

__all__ = ["campaign", "home"]
