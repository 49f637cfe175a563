"""Which cell of the export says what was settled."""

from dataclasses import replace
from pathlib import Path

import pytest

from sosach.outputs.export_layout import HAMLET_LISTS
from sosach.outputs.upload.file_words import file_words
from sosach.outputs.upload.settled import Cells, LeftOut, NewPerson, Settled, to_cells
from tests.outputs.upload.exports import NEW, Export, export


@pytest.fixture
def base(tmp_path: Path) -> Export:
    return export(tmp_path / "a.xlsx")


def cells(base: Export, *settled: Settled) -> Cells:
    words = file_words(base.typed, base.reading.register)
    return to_cells(settled, base.reading.columns, base.reading.grids, words)


def test_the_cell_is_that_of_the_person_and_the_field(base: Export) -> None:
    change = cells(base, base.settled(2, "personal_id", NEW)).changes[0]
    assert (change.sheet, change.cell, change.heading, change.new) == ("Danh sách", "H7", "Số định danh cá nhân", NEW)
    assert change.old == (base.typed["personal_id__raw"][2] or "")
    assert change.change == "Q-000001"


def test_values_are_written_in_the_words_of_the_file(base: Export) -> None:
    sex = "male" if base.typed["sex"][1] == "female" else "female"
    done = cells(base, base.settled(1, "sex", sex), base.settled(1, "birth_date", "2018-07"))
    assert {change.new for change in done.changes} == {"Nam" if sex == "male" else "Nữ", "07/2018"}


def test_what_the_export_shows_already_is_no_change(base: Export) -> None:
    row = next(at for at in range(9) if base.typed["personal_id__raw"][at] == base.typed["personal_id"][at])
    same = base.settled(row, "personal_id", base.typed["personal_id"][row])
    assert cells(base, same) == Cells((), ((same, LeftOut.ALREADY),))


def test_what_has_no_place_is_left_out_with_its_reason(base: Export, tmp_path: Path) -> None:
    nowhere = replace(base.settled(1, "personal_id", NEW), where=None)
    assert cells(base, nowhere).left_out[0][1] is LeftOut.NOT_IN_EXPORT
    hamlets = export(tmp_path / "b.xlsx", HAMLET_LISTS)
    left = cells(hamlets, hamlets.settled(1, "phone", "0999012345"), hamlets.settled(1, "birth_date", "2018")).left_out
    assert [why for _, why in left] == [LeftOut.NO_COLUMN, LeftOut.TWO_COLUMNS]


def test_two_facts_for_one_cell_are_an_error_of_the_caller(base: Export) -> None:
    with pytest.raises(ValueError, match="same cell"):
        cells(base, base.settled(1, "personal_id", NEW), base.settled(1, "personal_id", "027218700006"))


def test_everything_about_a_new_person_has_to_be_typed() -> None:
    new = NewPerson(values={"full_name": "Lê An", "sex": "male"}, change="Q-1").settled()
    assert [(one.field, one.new, one.where, one.person.full_name) for one in new] == [
        ("full_name", "Lê An", None, "Lê An"), ("sex", "male", None, "Lê An"),
    ]  # fmt: skip
