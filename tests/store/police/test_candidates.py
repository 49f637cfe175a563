import json

from sosach.registers.catalogue import registers
from sosach.store.police.candidates import candidates, frame_of, number_cell
from tests.store.people import child, taken_in

CHILDREN = registers()["children"]


def test_the_cell_of_a_number_is_what_stands_there_now():
    raw = json.dumps({"personal_id": "27313600007"})
    assert number_cell(raw, "{}") == "27313600007"
    assert number_cell("{}", "{}") is None
    emptied = json.dumps({"personal_id": {"value": None, "raw": None, "source": "decision", "event": 9}})
    assert number_cell(raw, emptied) is None


def test_fields_that_a_register_lacks_are_empty():
    frame = frame_of([(1, '{"full_name":"Ai"}', "{}", "{}")], CHILDREN)
    assert frame.select("full_name", "mother_name", "to_verify").rows() == [("Ai", None, None)]


def test_of_several_questions_two_are_printed(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id=child(2)["personal_id"]), child(2)])
    asked = candidates(CHILDREN).people["to_verify"].to_list()
    assert all(asked)
    assert all(text.count(";") <= 2 for text in asked)


def test_nobody_is_asked_about_in_an_empty_home(campaign):
    assert candidates(CHILDREN).people.is_empty()
