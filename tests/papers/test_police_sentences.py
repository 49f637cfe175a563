"""What reports say of lists at the police."""

import json

import pytest

from sosach.papers import police_sentences
from sosach.papers.frozen import closed
from tests.papers import model


def written(**batches):
    """Situation and figures of the model week with other lists."""
    told = json.loads(json.dumps(model.figures()))
    for code, changes in batches.items():
        one = next((b for b in told["children"]["batches"] if b["code"] == code.replace("_", "-")), None)
        told["children"]["batches"].remove(one) if changes is None else one.update(changes)
    situation = model.situation(figures=closed(told))
    return situation, situation.of("children", {})


def test_a_week_in_which_nothing_left_and_nothing_came():
    situation, named = written(TE_01=None, TE_02=None)
    told = police_sentences.exchanged(situation, named, "trẻ")
    assert told == "Trong tuần không có danh sách chuyển Công an xã."


def test_sent_before_and_nothing_came_yet():
    nothing = {"answered": 0, "last_answer_on": None, "first_answer_on": None}
    situation, named = written(TE_01=nothing)
    assert police_sentences.exchanged(situation, named, "trẻ").endswith("; chưa có danh sách nào được trả.")


def test_a_list_that_came_in_full_and_in_time_is_said_so():
    situation, named = written(TE_01={"complete_on": "2026-06-17"}, TE_02=None)
    told = police_sentences.exchanged(situation, named, "trẻ")
    assert told.endswith("đã nhận đủ kết quả 01 danh sách (đợt TE-01) đúng hạn.")


def test_the_wish_avoids_the_day_of_another_list():
    situation, named = written(TE_02={"due": "2026-06-22"})
    late = police_sentences.late(situation, named)
    assert police_sentences.asked_for(situation, named, late)[0].endswith("trong ngày 23/6/2026.")


def test_more_than_three_late_lists_are_summed_up():
    _, named = written()
    many = [named.figures["batches"][0]] * 5
    told = police_sentences.lateness(named, many)
    assert len(told) == 4
    assert told[-1] == "02 danh sách khác còn 24 trường hợp quá hạn."


def test_next_code_counts_up_and_begins_with_one():
    assert police_sentences.next_code(written()[1]) == "TE-03"
    assert police_sentences.next_code(written(TE_01=None, TE_02=None)[1]) == "TE-01"


@pytest.mark.parametrize(("left", "words"), [(0, "đã được xử lý xong"), (3, "trong đó còn 03 trường hợp")])
def test_answers_that_were_followed_up_are_told_apart(left, words):
    told = json.loads(json.dumps(model.figures()))
    told["children"]["cumulative"] |= {"trait_not_found": left, "trait_duplicate": 0}
    named = model.situation(figures=told).of("children", {})
    assert words in police_sentences.results(named)


def test_results_stand_under_their_heads_however_the_figures_were_kept():
    told = json.loads(json.dumps(model.figures(), sort_keys=True))
    named = model.situation(figures=told).of("children", {})
    table = police_sentences.exchange_table(named)
    line = dict(zip(table.head, (cell.text for cell in table.rows[0]), strict=True))
    assert (line["Khớp"], line["Cấp/bổ sung số"], line["Không tìm thấy"], line["Trùng"]) == ("20", "19", "5", "3")
