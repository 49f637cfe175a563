"""Compound files: what protects them, and what is left of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.intake.ole import Lock, book_stream, lock_of, records
from tests.intake import books
from tests.intake.encrypted import xls_with_filepass, xlsx_with_password

PLAIN = books.xls_bytes([books.HEADINGS, *books.PERSONS])


def test_locks_are_told_apart() -> None:
    assert lock_of(PLAIN) is Lock.NONE
    assert lock_of(xlsx_with_password("1", books.sheet_xml(""))) is Lock.PASSWORD
    assert lock_of(xls_with_filepass(1, 2)) is Lock.PASSWORD
    assert lock_of(xls_with_filepass(1, 1)) is Lock.OLD
    assert lock_of(xls_with_filepass(0, 0)) is Lock.OLD


def test_a_compound_file_that_is_no_workbook() -> None:
    assert lock_of(PLAIN.replace("Workbook".encode("utf-16-le"), "Document".encode("utf-16-le"))) is Lock.STRANGE


def test_records_follow_one_another() -> None:
    stream = book_stream(PLAIN)
    found = list(records(stream))
    assert found[0][0] == 0x0809
    assert found[-1][1] + found[-1][2] <= len(stream)


@settings(max_examples=60)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=64))
def test_damage_ends_in_an_answer(at: int, noise: bytes) -> None:
    data = bytearray(PLAIN)
    data[8 + at : 8 + at + len(noise)] = noise
    assert lock_of(bytes(data)) in Lock
    assert isinstance(book_stream(bytes(data)), bytes)


def test_a_header_that_claims_more_tables_than_the_file_has_bytes() -> None:
    data = bytearray(PLAIN)
    data[44:48] = (1 << 24).to_bytes(4, "little")
    data[72:76] = (1 << 24).to_bytes(4, "little")
    assert lock_of(bytes(data)) is Lock.DAMAGED
