"""Homes for tests of the store."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sosach.store import start
from sosach.store.home import Home
from tests.store import databases

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(params=databases.wanted())
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A home with empty tables, which services and commands use."""
    monkeypatch.setenv("SOSACH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    if request.param == "sqlite":
        yield databases.sqlite_home(tmp_path / "home")
        start.close()
        return
    made, address = databases.postgres_home(tmp_path / "home")
    monkeypatch.setenv("DATABASE_URL", address)
    yield made
    start.close()
    databases.give_back(address)


@pytest.fixture
def campaign(home: Home) -> Home:
    """A home in which the campaign of the made-up commune has begun."""
    from sosach.store.accounts.services import start_campaign
    from tests.store.people import KEY, OPERATOR

    start_campaign(ROOT / "plans" / "mau.toml", actor=OPERATOR, on=date(2026, 6, 1), recipients=[KEY.recipient])
    return home
