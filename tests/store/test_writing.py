import errno
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from sosach.findings.notices import Refused
from sosach.store import settings
from sosach.store.log.act import Act
from sosach.store.log.models import Event
from sosach.store.log.services import begin
from sosach.store.writing import writing
from tests.store.people import ON, OPERATOR

ACT = Act(actor=OPERATOR, on=ON)


def _fail(*kinds: str) -> None:
    """Writes events, each in a transaction within the one before, and fails in the innermost."""
    with writing():
        begin(kinds[0], ACT)
        if kinds[1:]:
            _fail(*kinds[1:])
        raise ZeroDivisionError


@pytest.mark.parametrize("kinds", [("x",), ("x", "y", "z")])
def test_what_fails_halfway_leaves_nothing_however_deep(home, kinds):
    with pytest.raises(ZeroDivisionError):
        _fail(*kinds)
    assert Event.objects.count() == 0


def test_writing_within_writing_is_one(home):
    with writing():
        begin("x", ACT)
        with writing():
            begin("y", ACT)
    assert [event.kind for event in Event.objects.all()] == ["x", "y"]


def test_F90_many_writers_wait_for_each_other_and_numbers_have_no_gap(home):
    def write(_: int) -> None:
        try:
            for _ in range(5):
                with writing():
                    begin("x", ACT)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(write, range(8)))
    assert list(Event.objects.values_list("seq", flat=True)) == list(range(1, 41))


def test_F90_who_waits_too_long_is_told(home, monkeypatch):
    holding, done = threading.Event(), threading.Event()

    def hold() -> None:
        with writing():
            begin("x", ACT)
            holding.set()
            done.wait(30)
        connections.close_all()

    holder = threading.Thread(target=hold)
    holder.start()
    holding.wait(30)
    _wait_less()
    try:
        with pytest.raises(Refused, match="đang ghi"), writing():
            begin("y", ACT)
    finally:
        done.set()
        holder.join()
    assert [event.kind for event in Event.objects.all()] == ["x"]


def _wait_less() -> None:
    """The same as five seconds, only shorter."""
    assert settings.WAIT == 5
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET lock_timeout = '100ms'")
        else:
            cursor.execute("PRAGMA busy_timeout = 100")


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (sqlite3.OperationalError("database or disk is full"), "đã đầy"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "Không ghi được"),
        (sqlite3.OperationalError("disk I/O error"), "Không mở được"),
    ],
)
def test_F87_what_the_database_cannot_do_is_told_in_words(home, failure, words):
    from django.db.utils import OperationalError

    with pytest.raises(Refused, match=words), writing():
        raise OperationalError(str(failure))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "đã đầy"),
        (errno.EFBIG, "đã đầy"),
        (errno.EDQUOT, "đã đầy"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EACCES, "chỉ cho đọc"),
    ],
)
def test_F87_F88_what_the_disk_says_is_told_whoever_meets_it(home, number, said):
    with pytest.raises(Refused, match=said), writing():
        raise OSError(number, "as the system says it")


def test_what_has_nothing_to_do_with_the_disk_is_no_refusal(home):
    with pytest.raises(FileNotFoundError), writing():
        raise FileNotFoundError(errno.ENOENT, "no such file")


def test_F87_a_full_database_takes_nothing_in_halfway(home):
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(Refused, match="đã đầy"):
        _write_much()
    assert Event.objects.count() == 0


def _write_much() -> None:
    with writing():
        for _ in range(200):
            begin("x", Act(actor=OPERATOR, on=ON, reason="a" * 500))
