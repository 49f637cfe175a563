"""The births book beside the register of children."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.store.civil import selectors
from sosach.store.civil.models import Alone, Extract, Pair
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.import_register import import_register
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding
from sosach.store.log.act import Actor
from sosach.store.log.selectors import head
from sosach.store.registers.models import Person
from sosach.store.registers.services.importing import File
from tests.store.civil.books import birth, compared, extract
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, ON, OPERATOR, POLICE, child, children, opened, taken_in, workbook
from tests.store.police.lists import answered, given, sent

LATER = date(2026, 6, 25)


def _decide(code, field, value):
    decision = Decision(register="children", record_code=code, field=field, value=value, evidence="GKS", reason="x")
    return decide(decision, actor=OPERATOR, on=ON)


def _findings(rule, state="open"):
    found = Finding.objects.filter(rule=rule, state=state).order_by("person", "field")
    return [(one.person.record_code or one.person.full_name, one.field) for one in found.select_related("person")]


def test_differences_are_findings_that_say_which_source_prevails(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, mother_name="Trần Thị Đao Cúc"), *children(4)[1:]])
    told = compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3, 4)])
    figures = told.figures
    assert (figures.same, figures.persons_different, figures.differences, figures.entries) == (4, 1, 1, 4)
    finding = Finding.objects.get(rule="civil_difference")
    assert (finding.person.record_code, finding.field, finding.group) == ("TE000001", "mother_name", "basic_info")
    assert (finding.value, finding.suggestion) == ("Trần Thị Đao Cúc", "Trần Thị Đào Cúc") or finding.suggestion
    assert "sổ khai sinh là căn cứ ưu tiên" in finding.message
    assert finding.other.register == "births"
    check_invariants()


def test_a_difference_goes_when_the_value_is_brought_into_line(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, mother_birth_year="1991"), *children(3)[1:]])
    compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3)])
    assert _findings("civil_difference") == [("TE000001", "mother_birth_year")]
    _decide("TE000001", "mother_birth_year", "1990")
    assert _findings("civil_difference") == []
    assert Finding.objects.get(rule="civil_difference").how == "repaired"
    _decide("TE000001", "mother_birth_year", "1992")
    assert _findings("civil_difference") == [("TE000001", "mother_birth_year")]
    check_invariants()


def test_children_who_are_not_in_the_register_stand_ready_as_rows(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    far = "xã Phú Lâm, tỉnh Bắc Ninh"
    told = compared(tmp_path / "ks.xlsx", [*(birth(n) for n in (1, 2, 3, 40)), birth(41, residence=far)])
    assert (told.figures.not_in_register, told.figures.only_in_births) == (1, 2)
    (finding,) = Finding.objects.filter(rule="civil_not_in_register")
    assert (finding.group, finding.severity, finding.register) == ("not_in_register", "error", "births")
    assert "số 40/2020, quyển 01/2020" in finding.message
    (new,) = selectors.new_children()
    assert new.values["full_name"] == finding.person.full_name
    assert new.values["address"].startswith("xã Hòa Mẫu")
    assert "registered_on" not in new.values
    taken_in(tmp_path / "b.xlsx", [*children(3), child(40)], as_of=LATER)
    assert _findings("civil_not_in_register") == []
    assert selectors.new_children() == []
    check_invariants()


def test_a_child_without_a_sign_of_registration_after_sixty_days(campaign, tmp_path):
    young = child(6, birth_date="01/06/2026", personal_id="")
    old = child(5, birth_date="01/03/2026", personal_id="")
    taken_in(tmp_path / "a.xlsx", [*children(3), old, young])
    told = compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3)])
    assert (told.figures.overdue, told.figures.only_in_register) == (1, 2)
    assert _findings("civil_unregistered_60") == [("TE000005", "birth_date")]
    assert sent(tmp_path).kept_back["unregistered"] == 1
    check_invariants()


def test_weekly_extracts_add_up(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(30))
    compared(tmp_path / "1.xlsx", [birth(n) for n in range(1, 28)])
    told = compared(tmp_path / "2.xlsx", [birth(28), birth(29), birth(40)], on=LATER)
    assert (told.figures.entries, told.figures.same, told.figures.not_in_register) == (30, 29, 1)
    corrected = compared(tmp_path / "3.xlsx", [birth(29, mother_birth_year="1991")], on=LATER)
    assert (corrected.figures.entries, corrected.figures.differences) == (30, 1)
    check_invariants()


def test_F42_the_same_extract_twice_changes_nothing(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    first = compared(tmp_path / "ks.xlsx", [birth(1), birth(2)])
    before = head()
    again = compared(tmp_path / "ks.xlsx", [birth(1), birth(2)])
    assert again.taken.again
    assert (again.figures, head()) == (first.figures, before)


def test_the_electronic_registry_is_named_as_the_source(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, mother_birth_year="1991"), *children(3)[1:]])
    rows = [birth(n) for n in (1, 2, 3)]
    compared(tmp_path / "ks.xlsx", rows, title="(Kết xuất từ cơ sở dữ liệu hộ tịch điện tử)")
    assert "hộ tịch điện tử là căn cứ ưu tiên" in Finding.objects.get(rule="civil_difference").message


def test_an_officials_decision_is_left_to_officials(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    _decide("TE000001", "mother_birth_year", "1991")
    compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3)])
    finding = Finding.objects.get(rule="civil_difference")
    assert finding.suggestion is None
    assert "ưu tiên" not in finding.message


def test_whoever_differs_from_the_book_waits_with_the_police(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id="", mother_name="Trần Thị Khác"), *children(3)[1:]])
    compared(tmp_path / "ks.xlsx", [birth(n, personal_id="") for n in (1, 2, 3)])
    assert sent(tmp_path).kept_back == {"civil_registration": 1}


def test_a_birth_that_is_registered_at_last_lets_the_police_be_asked(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id=""), child(2, personal_id=""), child(3)])
    sent(tmp_path)
    answered(tmp_path, {1: {"result": "Chưa đăng ký khai sinh"}, 2: given(2)})
    assert sent(tmp_path, "hai.xlsx", on=LATER).batch is None
    compared(tmp_path / "ks.xlsx", [birth(n, personal_id="") for n in (1, 2, 3)], on=LATER)
    again = sent(tmp_path, "hai.xlsx", on=LATER)
    assert again.batch.lines.get().person.record_code == "TE000001"
    check_invariants()


def test_an_extract_is_undone_whole(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, mother_birth_year="1991"), *children(3)[1:]])
    first = compared(tmp_path / "1.xlsx", [birth(1), birth(2)])
    second = compared(tmp_path / "2.xlsx", [birth(3), birth(40)], on=LATER)
    undo(second.taken.operation, actor=OPERATOR, on=LATER)
    assert selectors.figures() == first.figures
    check_invariants()
    undo(first.taken.operation, actor=OPERATOR, on=LATER)
    assert selectors.figures() == selectors.Figures()
    assert (Pair.objects.count(), Alone.objects.count(), Extract.objects.count()) == (0, 0, 0)
    assert _findings("civil_difference") == []
    check_invariants()


def test_of_the_book_itself_nothing_is_asked(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    compared(tmp_path / "ks.xlsx", [birth(1), birth(2, sex="?", ethnicity=""), birth(3, personal_id="x")])
    assert Finding.objects.filter(register="births").exclude(rule="civil_not_in_register").count() == 0


def test_the_registry_compares_and_imports_nothing_else(campaign, tmp_path):
    registry = Actor("Hoàng Thị Thu", "registry")
    taken_in(tmp_path / "a.xlsx", children(3))
    assert compared(tmp_path / "ks.xlsx", [birth(1), birth(2)], actor=registry).figures.same == 2
    with pytest.raises(Refused):
        import_register(opened(workbook(tmp_path / "b.xlsx", children(4))), actor=registry, on=ON)


def test_an_extract_that_is_merely_imported_is_compared_all_the_same(campaign, tmp_path):
    extract(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 40)])
    file = File(read(tmp_path / "ks.xlsx", ReadingOptions(register="births")), (tmp_path / "ks.xlsx").read_bytes(), ON)
    import_register(file, actor=OPERATOR, on=ON)
    assert (selectors.figures().same, selectors.figures().not_in_register) == (0, 3)
    taken_in(tmp_path / "a.xlsx", children(3))
    assert (selectors.figures().same, selectors.figures().not_in_register) == (2, 1)
    check_invariants()


def test_without_a_register_there_is_nothing_to_compare(campaign, tmp_path):
    with pytest.raises(Refused) as refusal:
        compared(tmp_path / "ks.xlsx", [birth(1)])
    assert refusal.value.notice.code == "civil_no_register"
    assert Person.objects.count() == 0


@pytest.mark.parametrize("actor", [COLLABORATOR, POLICE])
def test_the_book_is_compared_by_the_registry_and_the_office(campaign, tmp_path, actor):
    taken_in(tmp_path / "a.xlsx", children(3))
    with pytest.raises(Refused):
        compared(tmp_path / "ks.xlsx", [birth(1)], actor=actor)


def test_queries_do_not_grow_with_the_rows(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(n, mother_birth_year="1991") for n in range(1, 60)])
    counted = []
    for number, rows in enumerate((range(1, 4), range(4, 9), range(10, 50))):
        with CaptureQueriesContext(connection) as queries:
            compared(tmp_path / f"{number}.xlsx", [birth(n) for n in rows])
        counted.append(len(queries))
    assert counted[1] == counted[2]
