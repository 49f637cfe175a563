from dataclasses import dataclass

import pytest

from sosach.cli.linking import declare, report
from sosach.cli.parser import Parser
from sosach.findings.notices import Notice, notice


@dataclass(frozen=True)
class Outcome:
    notices: tuple[Notice, ...] = ()
    summary: object = None

    def __post_init__(self):
        object.__setattr__(self, "summary", {"same": 1})

    def details(self):
        return {"same": [{"sheet": "", "row": 5}]}

    def in_words(self):
        return "Đã so 2 người."


def test_own_linker_is_the_usual_one():
    parser = Parser("sosach link", "", "")
    declare(parser)
    assert vars(parser.parse_args([]))["engine"] == "builtin"
    assert not vars(parser.parse_args([]))["json"]


@pytest.mark.parametrize(
    ("as_json", "said"),
    [(False, "Đã so 2 người.\n"), (True, '{"same": 1, "details": {"same": [{"sheet": "", "row": 5}]}}\n')],
)
def test_outcome_in_words_or_as_one_object(capsys, as_json, said):
    report(Outcome(), as_json=as_json)
    assert capsys.readouterr() == (said, "")


def test_what_the_caller_should_know_goes_to_standard_error(capsys):
    report(Outcome((notice("decisions_unplaced", count=2),)), as_json=True)
    assert capsys.readouterr().err.startswith("Lưu ý: Có 2 quyết định cũ")
