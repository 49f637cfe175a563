from django.db import connection

from sosach.store.backup.database import copy_database, is_begun, kept_in
from sosach.store.log.selectors import head
from sosach.store.registers.models import Person
from tests.store.people import children, taken_in


def test_what_is_copied_is_what_is_there(campaign, tmp_path):
    taken_in(tmp_path / "tre-em.xlsx", children(7))
    copied = copy_database(campaign, tmp_path / "copy")
    assert copied == kept_in(campaign)
    assert (copied.events, copied.head) == head()
    assert {table.name: table.rows for table in copied.tables}["registers_person"] == Person.objects.count() == 7
    assert ("log", "0001_initial") in copied.migrations


def test_copying_beside_a_writer_sees_what_was_acknowledged_and_nothing_else(campaign, tmp_path):
    taken_in(tmp_path / "tre-em.xlsx", children(3))
    if connection.vendor != "sqlite":
        return  # the same connection would see its own rows
    from sosach.store.writing import writing

    with writing():
        Person.objects.update(full_name="Khác")
        copied = copy_database(campaign, tmp_path / "copy")
    assert {table.name: table.rows for table in copied.tables}["registers_person"] == 3
    assert "Khác".encode() not in (tmp_path / "copy" / "sosach.sqlite3").read_bytes()


def test_tables_are_there_once_they_were_made(home):
    assert is_begun()
