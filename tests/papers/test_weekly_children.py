"""The weekly report on children, sentence by sentence beside the model paper."""

import json
from dataclasses import replace
from datetime import date

import pytest

from sosach.campaign.extension import Extension
from sosach.papers.document import Paragraph, said
from sosach.papers.frozen import closed
from sosach.papers.weekly_children import weekly_children
from tests.papers import model
from tests.papers.prose import unnamed, untidy

MODEL = """\
Thực hiện Công văn số 4573/UBND-KGVX ngày 12/5/2026 của Ủy ban nhân dân (UBND) tỉnh Bắc Ninh và Kế hoạch số 45/KH-UBND ngày 02/6/2026 của UBND xã Hòa Mẫu về triển khai chiến dịch “Chuẩn hóa và làm sạch dữ liệu trẻ em, đối tượng bảo trợ thực hiện Đề án 06”, UBND xã Hòa Mẫu báo cáo kết quả tuần đối với dữ liệu trẻ em, số liệu tính đến 17 giờ 00 ngày 18/6/2026, như sau:
Đầu kỳ có 1.986 trẻ. Trong tuần tăng 14 trẻ (mới sinh, mới đến hoặc phát hiện khi rà soát); giảm 10 trẻ, gồm: 05 trẻ đủ 16 tuổi, 03 trẻ chuyển đi, 02 hồ sơ trùng đã gộp; không có trẻ đã mất. Cuối kỳ có 1.990 trẻ, tăng 04 trẻ so với đầu kỳ.
Có 1.838 trẻ đã có số định danh đúng cấu trúc, đạt 92,4 % tổng số trẻ cuối kỳ, tăng 57 trẻ so với tuần trước; 118 trẻ không có số định danh; 34 trẻ có số định danh sai hoặc cần xác minh.
Lũy kế từ ngày 04/6/2026 có 274 trẻ thuộc đối tượng rà soát (trong tuần tăng 28 trẻ), với 324 lượt theo nhóm, do 46 trẻ thuộc hai nhóm và 02 trẻ thuộc ba nhóm; cụ thể:
Ở nhóm 3, thông tin còn thiếu hoặc sai gồm: họ tên 03 trẻ, ngày sinh 08 trẻ, giới tính 02 trẻ, dân tộc 05 trẻ, cha/mẹ/người giám hộ 23 trẻ (một trẻ có thể thiếu nhiều thông tin).
Trong tuần đã rà soát tại hộ 138 trẻ, lũy kế 243/274 trẻ, đạt 88,7 %; còn 31 trẻ chưa rà soát. Văn phòng HĐND-UBND đang đối chiếu sổ hộ tịch 11 trẻ; 09 trẻ chưa đăng ký khai sinh, đã lập danh sách để hướng dẫn gia đình đăng ký.
Lũy kế đã chuyển Công an xã 151 trường hợp; đã có kết quả 52 trường hợp, trong đó 43 trường hợp dùng được ngay (khớp, cấp/bổ sung số, sửa thông tin); 08 trường hợp không tìm thấy hoặc trùng đang được xử lý tiếp; 01 trường hợp chưa đăng ký khai sinh đã chuyển sang đối chiếu hộ tịch.
Trong tuần đã cập nhật 65 trẻ, lũy kế 93/274 trẻ, đạt 33,9 %. Còn lại 181 trẻ, gồm: 31 trẻ chưa rà soát, 20 trẻ chờ đối chiếu hoặc đăng ký hộ tịch, 99 trẻ đang đối chiếu tại Công an xã, 08 trẻ đã có kết quả và đang xử lý tiếp, 23 trẻ sẵn sàng cập nhật.
1. Danh sách đợt TE-01 còn 12/64 trường hợp chưa có kết quả, quá hạn 01 ngày tính đến thời điểm chốt số liệu.
2. Tiến độ giữa các thôn chưa đều: 02 thôn có tỷ lệ rà soát thấp hơn mức chung của xã từ 10 điểm phần trăm trở lên, gồm thôn Trại 60,0 % (còn 12 trẻ) và thôn Bến 69,4 % (còn 11 trẻ).
3. Có 09 trẻ chưa đăng ký khai sinh nên chưa thể có số định danh, trong đó 06 trẻ đã quá 60 ngày kể từ ngày sinh.
4. Thời hạn của Kế hoạch chưa phù hợp với chu kỳ giao - nhận: thời gian rà soát từ ngày 16/6/2026 đến ngày 18/6/2026 chỉ có một ngày thứ Năm (18/6/2026), kết quả của danh sách chuyển ngày này được trả vào thứ Tư 24/6/2026, sau mốc hoàn thành 18/6/2026 là 06 ngày. Vì vậy ít nhất 87 trẻ của đợt TE-02 không thể hoàn thành trước thời hạn.
5. Có 05 trường hợp Công an xã không tìm thấy và 03 trường hợp trùng, cần xác minh lại tại hộ gia đình.
1. Hoàn thành rà soát tại hộ 31 trẻ còn lại, tập trung thôn Trại và thôn Bến.
2. Phối hợp Công an xã nhận kết quả còn lại của đợt TE-01 và kết quả đợt TE-02 vào ngày 24/6/2026; chuyển đợt TE-03 vào ngày 25/6/2026.
3. Cập nhật lên phần mềm 23 trẻ đã sẵn sàng và các trường hợp có kết quả trong tuần.
4. Hướng dẫn gia đình đăng ký khai sinh cho 09 trẻ; đối chiếu sổ hộ tịch 11 trẻ.
1. Đề nghị UBND tỉnh, Sở Y tế cho phép gia hạn thời gian hoàn thành cập nhật dữ liệu trẻ em của xã đến hết ngày 10/7/2026.
2. Đề nghị Công an xã trả kết quả 12 trường hợp của đợt TE-01 trong ngày 22/6/2026.
Trên đây là báo cáo kết quả tuần về chuẩn hóa và làm sạch dữ liệu trẻ em của UBND xã Hòa Mẫu./."""  # noqa: E501

PAPER = weekly_children(model.situation())


@pytest.mark.parametrize("sentence", MODEL.splitlines())
def test_the_model_week_reads_as_the_model(sentence):
    assert sentence in said(PAPER)


def changed(**figures: int) -> list[str]:
    """What the report says with other figures; they need not foot."""
    told = json.loads(json.dumps(model.figures()))
    for name, value in figures.items():
        part, _, figure = name.partition("__")
        told["children"][part][figure] = value
    return said(weekly_children(model.situation(figures=closed(told))))


def spoken(pieces: list[str], *words: str) -> list[str]:
    """The sentences that hold some words."""
    return [piece for piece in pieces if all(word in piece for word in words)]


def test_zeros_have_words_of_their_own():
    told = changed(cumulative__id_missing=0, cumulative__id_wrong=0, period__added=0, cumulative__awaiting_civil=0)
    assert spoken(told, "không còn trẻ nào không có số định danh; không còn trẻ nào có số sai.")
    assert spoken(told, "không có trẻ mới phát sinh")
    assert not spoken(told, "đối chiếu sổ hộ tịch 0")


def test_everybody_reviewed_and_uploaded_is_said_so():
    told = changed(cumulative__not_reviewed=0, cumulative__reviewed=274, cumulative__remaining=0)
    assert spoken(told, "Đã rà soát toàn bộ 274 trẻ thuộc đối tượng rà soát")
    assert spoken(told, "Toàn bộ 274 trẻ đã được cập nhật lên phần mềm.")
    assert not spoken(told, "Hoàn thành rà soát")


def test_nobody_to_review_ends_the_chapter():
    told = changed(cumulative__to_review=0, cumulative__remaining=0, cumulative__not_reviewed=0)
    assert "Không có trẻ thuộc đối tượng rà soát." in told
    assert not spoken(told, "Lũy kế từ ngày")


def test_the_deceased_are_named_even_when_there_are_others():
    assert spoken(changed(period__deceased=2), "02 trẻ đã mất")
    assert spoken(changed(), "không có trẻ đã mất")


def test_a_first_report_compares_with_nothing():
    figures = json.loads(json.dumps(model.figures()))
    figures["children"]["first"] = True
    told = said(weekly_children(model.situation(figures=figures)))
    assert not spoken(told, "so với tuần trước")


def test_the_copy_that_leaves_has_no_hamlets_annexed_and_asks_nothing_of_the_police():
    told = said(weekly_children(model.situation(leaves=True)))
    assert not spoken(told, "Phụ lục")
    assert not spoken(told, "Đề nghị Công an xã")


def test_an_extension_takes_the_impossible_deadline_away_and_is_named():
    extension = Extension("children", date(2026, 7, 10), "Công văn số 612/SYT-DSTE", "Chu kỳ giao - nhận")
    told = said(weekly_children(model.situation(extensions=(extension,))))
    assert not spoken(told, "chưa phù hợp với chu kỳ")
    assert spoken(told, "gia hạn đến hết ngày 10/7/2026 theo Công văn số 612/SYT-DSTE.")


def test_between_free_dates_nothing_is_said_of_weeks():
    told = said(weekly_children(model.situation(figures=model.figures() | {"kind": "adhoc"})))
    assert "(từ ngày 12/6/2026 đến ngày 18/6/2026)" in told
    assert "IV. NHIỆM VỤ THỜI GIAN TỚI" in told
    assert [piece for piece in told if "tuần" in piece and "Kế hoạch" not in piece] == []


def test_what_the_office_wrote_stands_in_place_of_the_draft():
    told = said(weekly_children(model.situation(edited={"difficulties": "1. Mưa lũ.\n2. Mất điện."})))
    assert "1. Mưa lũ." in told
    assert not spoken(told, "Tiến độ giữa các thôn")


def test_drafted_paragraphs_are_marked_until_the_report_is_approved():
    marked = [block for block in PAPER.blocks() if isinstance(block, Paragraph) and block.drafted]
    approved = weekly_children(model.situation(approved=True))
    assert len(marked) > 8
    assert PAPER.draft
    assert not approved.draft
    assert not [block for block in approved.blocks() if isinstance(block, Paragraph) and block.drafted]


def test_every_number_in_prose_is_a_named_figure():
    assert unnamed(PAPER) == set()
    assert len(PAPER.numbers) > 40


def test_prose_is_tidy():
    assert untidy(PAPER) == []


def test_a_paper_is_the_same_when_written_again():
    assert weekly_children(replace(model.situation())) == PAPER
