"""The births book at the desk: an extract is compared, differences are taken, kept or sent to be corrected."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sosach.store.civil.models import Correction, Ruling
from sosach.store.civil.selectors import figures
from sosach.store.findings.models import Finding, State
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts
from sosach.web.frame.opaque import hidden
from sosach.web.pages.civil.views import _value
from tests.store.civil.books import birth, compared, extract
from tests.store.people import child
from tests.web.conftest import TODAY, Desk

As = Callable[[str | None], Client]
BOOK = [
    birth(20),
    birth(21, mother_name="Trần Thị Hoa Ban"),
    birth(22, full_name="Nguyễn Văn Châu Khang"),
    birth(60),
]


@pytest.fixture
def book(desk: Desk, tmp_path: Path) -> None:
    """Four entries: one the same, two that differ, one that the register does not have."""
    compared(tmp_path / "ks.xlsx", BOOK, TODAY)


def _word(number: int) -> str:
    return hidden(Person.objects.get(register="children", record_code=f"TE{number:06d}").id)


def test_an_extract_is_compared_and_adds_up(desk: Desk, as_role: As, tmp_path: Path):
    registry = as_role("registry")
    assert "chưa đối chiếu lần nào" in registry.get("/ho-tich").content.decode()
    with extract(tmp_path / "ks.xlsx", BOOK).open("rb") as file:
        assert registry.post("/ho-tich/tep", {"file": file}).status_code == 302
    page = registry.get("/ho-tich").content.decode()
    told = re.search(r"(\d+) bản ghi = (\d+) khớp người \+ (\d+) cần nhận mặt \+ (\d+) chỉ có", page)
    assert told is not None
    whole, *parts = map(int, told.groups())
    assert whole == sum(parts) == 4
    assert registry.post("/ho-tich/tep").status_code == 422


def test_a_child_without_a_record_code_is_decided_about_like_any_other(book: None, as_role: As):
    word = _word(21)
    Person.objects.filter(register="children", record_code="TE000021").update(record_code=None)
    culture = as_role("culture")
    assert word in culture.get("/ho-tich").content.decode()
    answer = culture.post("/ho-tich/quyet-dinh", {"child": word, "act": "keep", "reason": "Đã xem giấy"})
    assert answer["Location"] == "/ho-tich?muc=khac"
    assert "Đã giữ giá trị trong sổ trẻ em." in culture.get("/ho-tich").content.decode()


def test_a_difference_shows_book_and_number_and_is_taken_over(book: None, as_role: As):
    culture = as_role("culture")
    page = culture.get("/ho-tich").content.decode()
    assert "quyển 01/2020, số 21/2020" in page
    answer = culture.post("/ho-tich/quyet-dinh", {"child": _word(21), "act": "take"})
    assert answer["Location"] == "/ho-tich?muc=khac"
    person = Person.objects.get(register="children", record_code="TE000021")
    assert facts({person.id})[person.id]["mother_name"] == "Trần Thị Hoa Ban"
    culture.get("/ho-tich")  # says so once more
    assert "Hoa Ban" not in culture.get("/ho-tich").content.decode()


def test_ours_is_kept_with_a_reason_and_asked_no_more(book: None, as_role: As):
    culture = as_role("culture")
    told = {"child": _word(21), "act": "keep"}
    assert culture.post("/ho-tich/quyet-dinh", told).status_code == 422
    assert culture.post("/ho-tich/quyet-dinh", told | {"reason": "giấy chứng sinh ghi vậy"}).status_code == 302
    assert "Hoa Ban" not in culture.get("/ho-tich").content.decode()


def test_the_book_is_to_be_corrected(book: None, as_role: As):
    registry = as_role("registry")
    told = {"child": _word(21), "act": "correct", "field": "mother_name", "reason": "ghi nhầm tên đệm"}
    assert registry.post("/ho-tich/quyet-dinh", told).status_code == 302
    assert Correction.objects.get().field == "mother_name"
    assert "Hoa Ban" in registry.get("/ho-tich?muc=cai-chinh").content.decode()
    waiting = Finding.objects.get(rule="civil_difference", person__record_code="TE000021", field="mother_name")
    assert waiting.state == State.WAITING


def test_the_registry_does_not_change_the_register(book: None, as_role: As):
    registry = as_role("registry")
    assert 'value="take"' not in registry.get("/ho-tich").content.decode()
    told = {"child": _word(21), "act": "take"}
    assert registry.post("/ho-tich/quyet-dinh", told).status_code == 422
    person = Person.objects.get(register="children", record_code="TE000021")
    assert facts({person.id})[person.id]["mother_name"] != "Trần Thị Hoa Ban"
    assert registry.post("/ho-tich/dien").status_code == 404
    assert registry.post("/ho-tich/quyet-dinh", {"child": "không ai"}).status_code == 422


def test_children_whom_the_register_lacks_stand_with_their_entry(book: None, as_role: As):
    page = as_role("registry").get("/ho-tich?muc=chua-co").content.decode()
    assert child(60)["full_name"] in page
    assert child(60)["personal_id"] not in page  # masked
    assert "số 60/2020" in page


def test_a_doubtful_pair_is_ruled_by_people(desk: Desk, as_role: As, tmp_path: Path):
    entry = birth(23, full_name="Nguyễn Thị Bé", birth_date=child(23)["birth_date"], personal_id="", mother_name="")
    compared(tmp_path / "ks.xlsx", [*BOOK, entry, birth(24, personal_id="", full_name="Nguyễn Anh")], TODAY)
    assert figures().review
    registry = as_role("registry")
    page = registry.get("/ho-tich?muc=cap").content.decode()
    words = re.findall(r'name="(?:child|entry)" value="(\w+)"', page)
    answer = registry.post("/ho-tich/nhan-mat", {"child": words[0], "entry": words[1], "same": "no"})
    assert answer.status_code == 302
    assert not Ruling.objects.get().same


def test_what_is_empty_is_filled_from_the_book_at_once(desk: Desk, as_role: As, tmp_path: Path):
    compared(tmp_path / "ks.xlsx", [birth(3), birth(20)], TODAY)
    culture = as_role("culture")
    answer = culture.post("/ho-tich/dien")
    assert answer.status_code == 302
    assert "Đã điền 1 giá trị còn trống của 1 trẻ." in culture.get("/ho-tich").content.decode()
    person = Person.objects.get(register="children", record_code="TE000003")
    assert facts({person.id})[person.id]["personal_id"] == child(3)["personal_id"]


@pytest.mark.parametrize("part", ["khac", "chua-co", "cap", "qua-han", "cai-chinh"])
def test_parts_cost_no_more_queries_with_more_entries(book: None, as_role: As, tmp_path: Path, part: str):
    client, counts = as_role("culture"), []
    for size in (3, 12):
        more = [birth(number, mother_name=f"Lê Thị {number}") for number in range(25, 25 + size)]
        compared(tmp_path / f"{size}.xlsx", more, TODAY)
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/ho-tich?muc={part}")
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 2
    assert counts[1] <= 50


def test_codes_are_told_in_words():
    assert (_value("01", "ethnicity"), _value("2016-11-08", "birth_date"), _value(None, "sex")) == (
        "Kinh",
        "08/11/2016",
        "",
    )
