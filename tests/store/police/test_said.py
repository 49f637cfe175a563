from sosach.campaign.outcome import Compared, Facts
from sosach.forms.given import Given
from sosach.forms.police import PoliceAnswer, Result
from sosach.store.police.said import (
    answer_of,
    answer_text,
    as_written,
    compared_of,
    compared_text,
    facts_of,
    facts_text,
)


def test_an_answer_comes_back_as_it_was_kept():
    number = Given("027 313 800001", "027313800001", "separators")
    full = PoliceAnswer(result=Result.CORRECTED, result_shown="sửa", personal_id=number, note="đã sửa")
    for answer in (full, PoliceAnswer(result=None, inferred=True)):
        assert answer_of(answer_text(answer)) == answer


def test_facts_and_comparisons_come_back_as_they_were_kept():
    facts = Facts(full_name="Nguyễn Thị An", birth_date="2013", sex=None, personal_id=None, personal_id_shown="x")
    assert facts_of(facts_text(facts)) == facts
    compared = (Compared("sex", "male", None, "female"),)
    assert compared_of(compared_text(compared)) == compared


def test_figures_keep_their_order():
    assert as_written({"rows": 1, "Đợt": 2}) == '{"rows": 1, "Đợt": 2}'
