import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.merge import merge_records
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding
from sosach.store.registers.counting import movement
from sosach.store.registers.models import Person
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, ON, OPERATOR, child, taken_in

TWICE = [child(1), child(1, record_code="TE000031", hamlet="Thôn Bãi Dâu"), child(2)]


def _merge(code="TE000031", into="TE000001", reason="Nhập hai lần", actor=OPERATOR):
    return merge_records("children", code, into, reason, actor=actor, on=ON)


@pytest.fixture(autouse=True)
def register(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", TWICE)
    assert Finding.objects.filter(group="duplicate", state="open").count() == 2


def test_a_person_entered_twice_is_one_and_the_findings_are_settled():
    _merge()
    assert not Finding.objects.filter(group="duplicate", state="open").exists()
    assert {f.how for f in Finding.objects.filter(group="duplicate")} == {"repaired", "left"}
    assert movement("children", ON, ON)["merged"] == 0
    assert movement("children", ON, ON)["persons"] == 2
    check_invariants()


def test_the_next_file_still_names_the_record_and_nothing_comes_back(tmp_path):
    _merge()
    rows = [*TWICE[:2], child(2, ethnicity="Tày")]
    taken = taken_in(tmp_path / "b.xlsx", rows).taken
    assert (taken.figures["new"], taken.figures["changed"], taken.figures["same"]) == (0, 1, 2)
    assert Person.objects.filter(left="").count() == 2
    assert not Finding.objects.filter(group="duplicate", state="open").exists()
    check_invariants()


def test_a_merge_is_undone():
    undo(_merge().operation, actor=OPERATOR, on=ON)
    assert Person.objects.filter(left="").count() == 3
    assert Finding.objects.filter(group="duplicate", state="open").count() == 2
    check_invariants()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"into": "TE000031"}, "Không gộp được"),
        ({"code": "TE999999"}, "Không có hồ sơ"),
        ({"reason": " "}, "Thiếu căn cứ"),
        ({"actor": COLLABORATOR}, "không có quyền"),
    ],
)
def test_what_cannot_be_merged_is_refused(given, words):
    with pytest.raises(Refused, match=words):
        _merge(**given)
    check_invariants()
