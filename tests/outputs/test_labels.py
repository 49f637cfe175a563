import inspect
import re

import pytest

from sosach.findings.finding import Group
from sosach.findings.notices import notice
from sosach.outputs import labels
from sosach.outputs.figures import figures
from sosach.outputs.labels import (
    hamlet_name,
    knows_hamlets,
    register_name,
    result,
    shown_groups,
    skipped,
    unmapped,
    worth_saying,
)
from sosach.registers.catalogue import registers
from tests.outputs.small_register import checked, finding, lost_zeros, record


def test_the_result_is_one_sentence_with_all_figures() -> None:
    assert (
        result(figures(checked()))
        == "Đã đọc 4 người; 3 người có vấn đề (75,0 %): 2 người có lỗi, 1 người chỉ cần xác minh."
    )


def test_the_result_does_not_speak_of_none() -> None:
    assert result(figures(checked(findings=[finding(5, "a", "warning")]))).endswith(
        "(25,0 %): 1 người chỉ cần xác minh."
    )
    assert result(figures(checked(findings=[]))) == "Đã đọc 4 người; chưa thấy vấn đề nào."
    assert result(figures(checked(findings=[])), "a.xlsx") == "Đã đọc 4 người trong “a.xlsx”; chưa thấy vấn đề nào."


def test_skipped_rows_are_told_by_reason_in_runs() -> None:
    summary = checked().summary
    summary["source"]["sheets"][0]["rows_skipped"] = [{"row": r, "why": "chữ ký"} for r in (9, 10, 11, 15)]
    assert [s.in_words() for s in skipped(summary)] == ["dòng 9–11, 15: chữ ký"]


def test_a_thousand_skipped_rows_do_not_fill_the_page() -> None:
    summary = checked().summary
    summary["source"]["sheets"][0]["rows_skipped"] = [{"row": 2 * r, "why": "trống"} for r in range(1000)]
    (one,) = skipped(summary)
    assert one.in_words().endswith(", … (1.000 dòng): trống")
    assert len(one.in_words()) < 100


def test_a_heading_on_ten_sheets_is_named_once() -> None:
    summary = dict(checked().summary) | {"unmapped_headings": ["STT", "Người nhập", "Người nhập", "TT."]}
    assert unmapped(summary) == ("Người nhập",)


def test_what_the_accounting_tells_is_not_said_twice() -> None:
    told = notice("rows_skipped", sheet="Bến", file="a.xlsx", count=3)
    more = notice("notices_more", count=7, message=told.message)
    assert worth_saying((told, more, lost_zeros())) == (lost_zeros(),)
    assert worth_saying((lost_zeros(),)) == (lost_zeros(),)


def test_registers_are_called_as_people_call_them() -> None:
    names = {name: register_name(register) for name, register in registers().items()}
    assert names == {
        "beneficiaries": "sổ đối tượng bảo trợ xã hội",
        "births": "trích xuất khai sinh",
        "children": "sổ trẻ em",
    }


def test_hamlets_are_known_when_somebody_has_one() -> None:
    assert knows_hamlets(figures(checked()))
    assert not knows_hamlets(figures(checked([record(5, full_name="An")], ())))
    assert not knows_hamlets(figures(checked((), ())))


def test_newly_arising_has_a_column_only_when_somebody_is_there() -> None:
    assert Group.NOT_IN_REGISTER not in shown_groups(figures(checked()))
    arisen = figures(checked(findings=[finding(5, "civil_not_in_register", group="not_in_register")]))
    assert shown_groups(arisen) == tuple(Group)


def test_persons_without_a_hamlet_have_a_line_with_a_name() -> None:
    assert [hamlet_name(line) for line in figures(checked()).hamlets] == ["Thôn Ánh", "Thôn Yên", "Chưa ghi thôn"]


# What our own texts must never say; `wording` of the project's design, part b.
NEVER_WRITTEN = (
    "lỗi hệ thống", "lỗi không xác định", "vi phạm", "gian lận", "trục lợi", "giả mạo", "khai man", "cố tình",
    "thiếu trách nhiệm", "yếu kém", "bất hợp pháp", "trái phép", "phạt", "số ma", "con hoang", "ngoài giá thú",
    "không cha", "tàn tật", "mù chữ", "vô thừa nhận", "hợp lệ theo pháp luật", "Công an xác nhận", "Xin lỗi",
    "Vui lòng",
)  # fmt: skip


@pytest.mark.parametrize("phrase", NEVER_WRITTEN)
def test_what_is_never_written(phrase: str) -> None:
    assert phrase.lower() not in inspect.getsource(labels).lower()


def test_our_words_do_not_shout() -> None:
    texts = re.findall(r'"([^"]*)"', inspect.getsource(labels))
    assert [text for text in texts if "!" in text] == []
