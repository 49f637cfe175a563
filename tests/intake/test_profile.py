"""What is remembered of mapped headings."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.findings.notices import Refused
from sosach.intake.options import ReadingOptions
from sosach.intake.profile import NAME, place_of, recall, remember
from sosach.intake.read import read
from tests.intake import books


def test_a_mapped_heading_is_known_the_next_time(tmp_path: Path) -> None:
    rows = [["STT", "Cháu bé thân yêu", "Ngày sinh", "Lớp", "Năng khiếu"], [1, "Lê Lan", "5/3/2018", "1A", "Hát"]]
    first = books.saved(books.book_of(rows, name="trẻ em"), tmp_path / "a.xlsx")
    mapping = (("full_name", "Cháu bé thân yêu"), ("note", "@E"))
    assert read(first, ReadingOptions(mapping=mapping)).frame.height == 1
    second = books.saved(books.book_of(rows, name="trẻ em"), tmp_path / "b.xlsx")
    again = read(second, ReadingOptions())
    assert again.frame["full_name__raw"].to_list() == ["Lê Lan"]
    assert "note__raw" not in again.frame.columns  # a letter is of one file only


def test_nothing_is_written_when_the_reading_is_refused(tmp_path: Path) -> None:
    path = books.children(tmp_path / "a.xlsx")
    with pytest.raises(Refused):
        read(path, ReadingOptions(mapping=(("note", "Khác"),)))
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_heading_belongs_to_the_field_it_was_mapped_to_last(tmp_path: Path) -> None:
    path = tmp_path / NAME
    assert remember(path, "children", [("note", "Khác"), ("school", "Nơi ấy")])
    assert remember(path, "children", [("status", "Khác")])
    assert recall(path) == {"children": {"school": ("Nơi ấy",), "status": ("Khác",)}}
    assert not remember(path, "children", [("status", "Khác")])


def test_a_folder_that_cannot_be_written_forgets(tmp_path: Path) -> None:
    assert not remember(tmp_path / "no" / NAME, "children", [("note", "Khác")])


@pytest.mark.parametrize("text", ["[children", "children = 1", "[children]\nnote = 5", "[children]\nnote = [1]"])
def test_a_file_that_is_no_profile_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / NAME
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as caught:
        recall(path)
    assert caught.value.notice.code == "profile_unreadable"


def test_it_lies_beside_the_workbook_or_where_it_is_told(tmp_path: Path) -> None:
    assert place_of(tmp_path / "a.xlsx", None) == tmp_path / NAME
    assert place_of(tmp_path / "a.xlsx", tmp_path / "x.toml") == tmp_path / "x.toml"


@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(lambda t: t.split() and not t.startswith("@"))
)
def test_any_heading_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, heading: str) -> None:
    path = tmp_path_factory.mktemp("p") / NAME
    remember(path, "children", [("note", heading)])
    assert recall(path)["children"]["note"] == (" ".join(heading.split()),)
