from sosach.findings.notices import notice
from sosach.outputs.report.source import source
from tests.outputs.small_register import checked, lost_zeros


def test_every_row_is_a_person_or_has_a_reason() -> None:
    html = source(checked()).html
    assert "dòng 5–10" in html
    assert "dòng 9: dòng tổng cộng; dòng 10: dòng chữ ký" in html
    assert "“<bdi>Hướng dẫn</bdi>”: không có danh sách người" in html
    assert "“<bdi>Người nhập</bdi>”" in html


def test_the_file_can_be_told_from_others_by_the_start_of_its_hash() -> None:
    assert "<code>0123456789abcdef</code>" in source(checked()).html


def test_notices_come_with_their_step_unless_their_facts_stand_there_anyway() -> None:
    told = notice("column_unmapped", column="STT", file="tre-em.xlsx")
    html = source(checked(notices=(lost_zeros(), told))).html
    assert lost_zeros().message in html
    assert lost_zeros().next_step in html
    assert told.message not in html


def test_sheets_are_summed_when_there_are_several() -> None:
    two = checked()
    two.summary["source"]["sheets"].append(dict(two.summary["source"]["sheets"][0], name="Thôn <b>"))
    html = source(two).html
    assert ">Cộng<" in html
    assert "“<bdi>Thôn &lt;b&gt;</bdi>”: dòng 9" in html
    assert ">Cộng<" not in source(checked()).html


def test_a_text_file_has_a_nameless_sheet() -> None:
    text = checked()
    text.summary["source"]["sheets"][0]["name"] = ""
    assert "(cả tệp)" in source(text).html
