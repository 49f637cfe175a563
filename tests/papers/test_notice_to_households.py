"""What households are told."""

from sosach.outputs.papers.pdf import pdf
from sosach.papers.document import said
from sosach.papers.notice_to_households import household_notice, loudspeaker, notices
from tests.outputs.papers.test_pdf import pages
from tests.papers import model
from tests.papers.prose import untidy

NOTICE = household_notice(model.plan(), model.CUT_OFF)


def test_the_notice_is_one_page():
    assert len(pages(pdf(NOTICE, model.CUT_OFF))) == 1


def test_it_says_when_what_to_have_at_hand_and_what_nobody_asks_for():
    whole = "\n".join(said(NOTICE))
    assert "Trẻ em từ ngày 16/6/2026 đến ngày 18/6/2026" in whole
    assert "Giấy khai sinh hoặc trích lục" in whole
    assert "không hỏi mật khẩu, mã OTP" in whole
    assert "phạt" not in whole


def test_the_loudspeaker_says_numbers_as_words_where_they_are_heard():
    whole = "\n".join(said(loudspeaker(model.plan())))
    assert "mười sáu tuổi" in whole
    assert whole.endswith("./.")


def test_both_have_files_of_their_own():
    assert set(notices(model.plan(), model.CUT_OFF)) == {"thong-bao-gia-dinh", "bai-doc-loa"}
    assert untidy(NOTICE) == []
