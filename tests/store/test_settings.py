from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.store.home import Home
from sosach.store.settings import database

HOME = Home(Path("nhà"))


def test_sqlite_lies_in_the_home_and_promises_durability():
    told = database(HOME, None)
    assert told["NAME"] == str(Path("nhà") / "sosach.sqlite3")
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        assert f"PRAGMA {pragma};" in told["OPTIONS"]["init_command"]
    assert told["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_an_address_names_a_postgresql_database(scheme):
    told = database(HOME, f"{scheme}://m%C3%A1y:b%40c@db.example:5433/x%C3%A3?sslmode=require")
    assert (told["HOST"], told["PORT"], told["NAME"]) == ("db.example", "5433", "xã")
    assert (told["USER"], told["PASSWORD"], told["OPTIONS"]["sslmode"]) == ("máy", "b@c", "require")


def test_a_socket_may_stand_for_a_host():
    assert database(HOME, "postgresql://postgres:@/x?host=/run/pg")["HOST"] == "/run/pg"


@pytest.mark.parametrize("address", ["mysql://a/b", "sqlite:///x", "x"])
def test_another_kind_of_database_is_refused(address):
    with pytest.raises(Refused, match="chỉ dùng được postgresql"):
        database(HOME, address)
