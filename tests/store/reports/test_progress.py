"""The stage of everybody, through the whole way: household, police, civil registration, the national software."""

from datetime import date, timedelta

from sosach.papers.standing import Compared, Stage, Standing, Trait
from sosach.store.reports.people import standings
from tests.store.people import ON, child, taken_in
from tests.store.police import lists as police
from tests.store.upload import exports
from tests.store.visits import lists as visits

DAY = timedelta(days=1)


def at(day: date) -> dict[int, Standing]:
    """Where everybody stands at the end of a day."""
    return standings("children", day, ["Thôn Gò Me", "Thôn Bãi Dâu"]).standings


def stages(day: date, *persons: int) -> list[str | None]:
    """The stages of some persons."""
    found = at(day)
    return [found[person].stage for person in persons]


def test_police_take_everybody_out_and_every_answer_leads_on(campaign, tmp_path):
    police.asked(tmp_path, 1, 2, 3, 4)
    police.sent(tmp_path)
    said = {1: police.given(1), 2: {"result": "Không tìm thấy"}, 3: {"result": "Chưa đăng ký khai sinh"}}
    police.answered(tmp_path, said)
    day = police.WEDNESDAY
    assert stages(day, 1, 2, 3, 4) == [
        Stage.READY_TO_UPLOAD, Stage.RETURNED_OPEN, Stage.AWAITING_REGISTRATION, Stage.AT_POLICE,
    ]  # fmt: skip
    assert at(day)[2].traits == {Trait.NOT_FOUND}
    assert stages(day, 5) == [None]


def test_the_day_before_the_answer_they_were_still_out(campaign, tmp_path):
    police.asked(tmp_path, 1, 2)
    police.sent(tmp_path)
    police.answered(tmp_path, {1: police.given(1)})
    assert stages(police.WEDNESDAY - DAY, 1, 2) == [Stage.AT_POLICE] * 2


def test_what_households_answer_is_reviewed_and_waits_for_the_next_list(campaign, tmp_path):
    visits.register(tmp_path, {"personal_id": ""}, {"personal_id": ""}, {"personal_id": ""})
    visits.sent(tmp_path)
    answers = {visits.number(1, "registered"): "Chưa", visits.number(2, "registered"): "Có"}
    visits.received(visits.filled(visits.workbook(tmp_path), answers))
    assert stages(visits.BACK, 1, 2, 3) == [Stage.AWAITING_REGISTRATION, Stage.RETURNED_OPEN, Stage.NOT_REVIEWED]
    assert at(visits.BACK)[2].traits == {Trait.FROM_HOUSEHOLD}
    assert stages(ON, 1, 2, 3) == [Stage.NOT_REVIEWED] * 3


def test_a_decision_is_ready_until_an_upload_with_its_proof_holds_it(campaign, tmp_path):
    base = exports.register(tmp_path)
    assert stages(ON, 1) == [Stage.READY_TO_UPLOAD]
    exports.prepared(base, tmp_path / "up.xlsx", exports.LATER)
    assert stages(ON, 1) == [Stage.READY_TO_UPLOAD]
    assert stages(exports.LATER, 1) == [Stage.UPLOADED]
    assert at(exports.LATER)[1].compared is None


def test_a_later_export_says_what_became_of_an_upload(campaign, tmp_path):
    base = exports.register(tmp_path)
    exports.prepared(base, tmp_path / "up.xlsx")
    exports.confirmed(exports.later(tmp_path, {1: {"sex": ""}, 2: {"father_name": "Nguyễn Văn Tám"}}))
    assert at(ON)[1].compared is None
    assert at(exports.LATER)[1].compared is Compared.MISSING


def test_what_a_later_export_repairs_by_itself_needs_no_upload(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), child(2)], ON)
    taken_in(tmp_path / "b.xlsx", [child(1), child(2)], ON + DAY)
    assert stages(ON, 1) == [Stage.NOT_REVIEWED]
    assert stages(ON + DAY, 1) == [Stage.UPLOADED]
    assert at(ON + DAY)[1].compared is Compared.CONFIRMED
