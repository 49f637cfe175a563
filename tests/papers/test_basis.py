"""On what reports rest."""

from dataclasses import replace

from sosach.papers import basis
from tests.papers import model


def test_addressee_and_way_are_those_of_the_plan():
    assert basis.province_addressee(model.plan()) == (
        "Ủy ban nhân dân tỉnh Bắc Ninh\n(qua Sở Y tế - Chi cục Dân số và Trẻ em)"
    )


def test_recipients_begin_with_the_addressee_and_end_with_the_file():
    told = basis.recipients(model.situation())
    assert told[0] == "Như kính gửi"
    assert told[1] == "TTĐU, HĐND xã (b/c)"
    assert told[-1] == "Lưu: VT, VHXH"
    assert sum(line.startswith("Lưu") for line in told) == 1


def test_a_plan_that_names_no_order_of_the_province_spells_the_council_out():
    plan = model.plan()
    bare = replace(plan, document=replace(plan.document, bases=()))
    told = basis.opening(model.situation(plan=bare), "kết quả")
    assert told.startswith("Thực hiện Kế hoạch số 45/KH-UBND ngày 02/6/2026 của Ủy ban nhân dân (UBND) xã Hòa Mẫu")


def test_who_takes_part_is_told_by_the_plan_the_police_first():
    told = basis.organisations_words(model.situation(), "children")
    assert told.startswith("Công an xã, Trạm y tế, ")
    assert "Phòng VH-XH" not in told


def test_a_correction_says_what_it_replaces_why_and_what_is_another_figure_now():
    changes = [{"register": "children", "figure": "id_missing", "before": 118, "now": 117, "come": 0, "gone": 1}]
    told = {"number": "TE-2026-25", "why": "Nhập muộn.", "changes": changes}
    printed: dict[str, str] = {}
    situation = model.situation(figures=model.figures() | {"corrects": told})
    assert [one.text for one in basis.replaced(situation, printed)] == [
        "Báo cáo này thay báo cáo theo Bản chốt TE-2026-25. Lý do: Nhập muộn. Số liệu thay đổi: trẻ em, không có số "
        "định danh: trước 118, nay 117."
    ]
    assert printed["children.corrects.id_missing.now"] == "117"
    assert list(basis.replaced(model.situation(), {})) == []
