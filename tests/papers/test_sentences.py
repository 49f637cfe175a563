"""Sentences of both registers."""

import json

from sosach.campaign.balance import Left
from sosach.papers import sentences
from tests.papers import model


def named(**cumulative: int):
    """The model week with other figures."""
    told = json.loads(json.dumps(model.figures()))
    told["children"]["cumulative"] |= cumulative
    return model.situation(figures=told).of("children", {})


def test_two_groups_are_one_person_and_two_entries():
    told = sentences.reviewed_who(named(), model.FIRST, "tuần")
    assert "274 trẻ" in told
    assert "324 lượt theo nhóm, do 46 trẻ thuộc hai nhóm và 02 trẻ thuộc ba nhóm" in told
    assert "lượt" not in sentences.reviewed_who(named(entries=274), model.FIRST, "tuần")


def test_stages_that_nobody_is_in_are_left_out():
    told = sentences.stages(named(at_police=0, awaiting_registration=0, awaiting_civil=0))
    assert told == "31 trẻ chưa rà soát, 08 trẻ đã có kết quả và đang xử lý tiếp, 23 trẻ sẵn sàng cập nhật"


def test_those_asked_at_home_who_wait_for_the_next_list_are_told_apart():
    told = sentences.stages(named(trait_from_household=3))
    assert "08 trẻ đã có kết quả và đang xử lý tiếp (trong đó 03 trẻ đã rà soát tại hộ, chờ chuyển Công an xã)" in told


def test_a_hamlet_is_behind_by_ten_points_and_five_persons():
    behind = [one["name"] for one in sentences.hamlets_behind(named())]
    assert behind == ["Thôn Trại", "Thôn Bến"]
    assert sentences.hamlets_behind(named(not_reviewed=0)) == []


def test_nobody_left():
    told = sentences.decrease(named(), {Left.ENDED: "người thôi hưởng"}, "người")
    assert told == "không có người giảm"


def test_a_period_without_progress_has_words_of_its_own():
    none = named(reviewed=0, uploaded=0)
    assert sentences.review_progress(none, "Trong tuần").startswith("Chưa rà soát tại hộ trường hợp nào; còn 31 trẻ")
    assert sentences.upload_progress(none, "Trong tuần").startswith("Chưa cập nhật trường hợp nào lên phần mềm.")
    still = named()
    still.figures["period"] |= {"reviewed": 0, "uploaded": 0}
    assert "không rà soát thêm trẻ nào tại hộ, lũy kế 243/274 trẻ" in sentences.review_progress(still, "Trong tuần")
    assert "không cập nhật thêm trẻ nào, lũy kế 93/274 trẻ" in sentences.upload_progress(still, "Trong tuần")


def test_the_proposed_day_leaves_room_for_two_cycles_while_somebody_is_not_reviewed():
    situation = model.situation()
    assert sentences.proposed_day(situation, named()).isoformat() == "2026-07-10"
    one = named(not_reviewed=0, returned_open=0)
    assert sentences.proposed_day(situation, one).isoformat() == "2026-07-03"
    assert sentences.proposed_day(situation, named(remaining=0)) is None


def test_persons_who_left_the_register_are_told_where_figures_shrink():
    told = json.loads(json.dumps(model.figures()))
    told["children"]["withdrawn"]["to_review"] = 2
    with_two = model.situation(figures=told).of("children", {})
    assert "02 trẻ thuộc đối tượng rà soát không còn trong sổ" in sentences.no_longer(with_two)
    assert sentences.no_longer(named()) is None
