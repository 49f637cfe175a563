"""Children met in the hamlets, and answers of households that wait for an official."""

from pathlib import Path

from sosach.store.registers.models import Person
from sosach.store.visits.selectors import waiting_met
from tests.store.people import child, taken_in
from tests.store.rounds import BABY, DOUBTFUL
from tests.store.visits import lists
from tests.web.conftest import TODAY


def _came(folder: Path) -> None:
    """A list comes back with a baby, with somebody who may be a child of the register."""
    rows = [child(n) for n in range(1, 41)]
    taken_in(folder / "m.xlsx", [child(1, sex=""), *rows[1:]], as_of=TODAY, accept="Thử")
    lists.sent(folder, "Thôn Gò Me", on=TODAY)
    lists.received(lists.filled(lists.workbook(folder), {1: "Nữ"}, [BABY, DOUBTFUL]), on=TODAY)


def test_who_a_child_met_is_stands_beside_the_child_it_may_be_and_is_decided(desk, as_role, tmp_path):
    _came(tmp_path)
    culture = as_role("culture")
    assert "chờ quyết định" in culture.get("/thon").content.decode()
    page = culture.get("/gap-them").content.decode()
    assert "Lê Thị Khác" in page
    assert DOUBTFUL["Số định danh"] not in page  # numbers are masked here too
    (doubtful,) = waiting_met()
    before = Person.objects.filter(register="children", left="").count()
    assert culture.post("/gap-them", {"child": doubtful.id, "said": "new"})["Location"] == "/gap-them"
    assert "Đã thêm trẻ vào sổ." in culture.get("/gap-them").content.decode()
    assert Person.objects.filter(register="children", left="").count() == before + 1
    assert culture.post("/gap-them", {"child": doubtful.id, "said": "none"}).status_code == 422


def test_an_answer_to_nobody_is_refused_in_words(desk, as_role):
    assert as_role("culture").post("/gap-them", {"child": "x", "said": "same"}).status_code == 422
    assert as_role("culture").get("/gap-them").status_code == 200
