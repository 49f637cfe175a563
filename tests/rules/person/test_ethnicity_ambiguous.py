import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "ethnicity_ambiguous"


def test_two_groups_at_once():
    found = check_broken(CODE, full_name="Lê An", ethnicity="Kinh/Tày")
    assert (found["severity"], found["group"], found["suggestion"]) == ("warning", "basic_info", None)


def test_message_names_both():
    said = check_message(CODE, full_name="Lê An", ethnicity="Kinh/Tày")
    assert said == "Dân tộc ghi “Kinh/Tày”, có thể hiểu là Kinh hoặc Tày."


@pytest.mark.parametrize("cell", ["Tày", "Thái", "Co Lao", None])
def test_names_that_only_look_alike(cell):
    check_silent(CODE, full_name="Lê An", ethnicity=cell)
