import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "carer_relation_missing"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}


def test_carer_without_a_relation():
    found = check_broken(CODE, **LE_AN, carer_name="Lê Thị Ni", carer_relation=None)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "basic_info", "carer_relation")


@pytest.mark.parametrize(("carer", "relation"), [("Lê Thị Ni", "Bác ruột"), (None, None), ("không có", None)])
def test_relation_is_told_or_nobody_is_named(carer, relation):
    check_silent(CODE, **LE_AN, carer_name=carer, carer_relation=relation)


def test_column_is_not_in_the_file():
    check_silent(CODE, **LE_AN, carer_name="Lê Thị Ni")
