"""The typing list."""

from pathlib import Path

import pytest

from sosach.campaign.row_code import parse, verify
from sosach.findings.notices import Refused
from sosach.forms.typing_list import TYPING_LIST
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.outputs.upload import typing_list
from sosach.outputs.upload.file_words import file_words
from sosach.outputs.upload.settled import NewPerson
from sosach.outputs.upload.typing_list import NEW_PERSON, NOTHING, TypingRows, typing_rows, write_typing_list
from tests.outputs.upload.exports import NEW, SEAL, export


@pytest.fixture
def rows(tmp_path: Path) -> TypingRows:
    base = export(tmp_path / "a.xlsx")
    settled = [
        base.settled(9, "sex", "female", "Q-3"),
        base.settled(2, "personal_id", NEW, "Q-1"),
        base.settled(9, "personal_id", "027218700006", "Q-2"),
        base.settled(2, "note", None, "Q-4"),
        *NewPerson(values={"full_name": "Lê An", "birth_date": "2026-05"}, change="Q-5").settled(),
    ]
    return typing_rows(settled, base.reading.register, file_words(base.typed, base.reading.register), SEAL)


def test_persons_stand_together_and_fields_in_the_order_of_the_register(rows: TypingRows) -> None:
    names = [row.facts[2] for row in rows.rows]
    assert [name for at, name in enumerate(names) if at == 0 or names[at - 1] != name] == list(dict.fromkeys(names))
    by_change = dict(zip(rows.changes, rows.rows, strict=False))
    assert rows.changes.index("Q-3") < rows.changes.index("Q-2")
    assert by_change["Q-1"].facts[-3:] == ("Số định danh", by_change["Q-1"].facts[-2], NEW)


def test_new_persons_and_empty_values_are_said(rows: TypingRows) -> None:
    told = {change: row.facts for change, row in zip(rows.changes, rows.rows, strict=True)}
    assert told["Q-4"][-1] == NOTHING
    assert told["Q-5"][-2] == NEW_PERSON
    assert [row.facts[-1] for change, row in zip(rows.changes, rows.rows, strict=True) if change == "Q-5"] == [
        "Lê An", "05/2026",
    ]  # fmt: skip


def test_every_row_is_sealed(rows: TypingRows) -> None:
    for row in rows.rows:
        code = parse(row.code)
        assert code is not None
        assert code.batch == SEAL.code
        assert verify(SEAL.key, code, row.facts)


def test_what_was_written_is_read_again(rows: TypingRows, tmp_path: Path) -> None:
    write_typing_list(tmp_path / "l.xlsx", rows.rows, SEAL)
    back = read_form(tmp_path / "l.xlsx", TYPING_LIST, ReadingOptions()).rows
    assert [row.code for row in back] == [row.code for row in rows.rows]


def test_a_list_that_reads_differently_is_refused(
    rows: TypingRows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = typing_list.write_form
    monkeypatch.setattr(typing_list, "write_form", lambda path, form, rows, cover: real(path, form, rows[1:], cover))
    with pytest.raises(Refused):
        write_typing_list(tmp_path / "l.xlsx", rows.rows, SEAL)
