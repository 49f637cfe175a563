from datetime import date

import pytest

from sosach.cli.parser import Parser, day
from sosach.findings.notices import Refused


def _parser() -> Parser:
    parser = Parser("sosach check", "Kiểm tra.", "Ví dụ:\n  sosach check a.xlsx")
    parser.add_argument("workbook", metavar="TỆP")
    parser.add_argument("--review", choices=("full", "summary"))
    parser.add_argument("--count", type=int)
    parser.add_argument("--on", type=day("--on"))
    return parser


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], "option_missing", "Chưa ghi TỆP."),
        (["a", "--so"], "option_unknown", "Không có tùy chọn “--so”."),
        (["a", "--review", "all"], "option_choice", "Tùy chọn --review không nhận “all”"),
        (["a", "--review"], "option_value", "Tùy chọn --review chưa có giá trị."),
        (["a", "--on", "31/12"], "date_option", "Ngày “31/12” ở tùy chọn --on không đọc được."),
        (["a", "--count", "ba"], "option_other", "Dòng lệnh chưa đúng: "),
    ],
)
def test_errors_are_refusals_in_vietnamese(arguments, code, message):
    with pytest.raises(Refused) as refusal:
        _parser().parse_args(arguments)
    assert refusal.value.notice.code == code
    assert refusal.value.notice.message.startswith(message)


def test_options_cannot_be_shortened():
    with pytest.raises(Refused) as refusal:
        _parser().parse_args(["a", "--rev", "full"])
    assert refusal.value.notice.code == "option_unknown"


def test_choices_are_listed_in_the_sentence():
    with pytest.raises(Refused) as refusal:
        _parser().parse_args(["a", "--review", "all"])
    assert "full" in refusal.value.notice.message
    assert "summary" in refusal.value.notice.message


def test_help_keeps_the_lines_of_the_example():
    told = _parser().format_help()
    assert "Ví dụ:\n  sosach check a.xlsx" in told
    assert "Đầu vào:" in told
    assert "Tùy chọn:" in told


def test_days_are_read_as_iso():
    assert _parser().parse_args(["a", "--on", "2026-06-18"]).on == date(2026, 6, 18)
