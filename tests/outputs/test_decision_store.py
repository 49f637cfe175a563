"""The decisions in force survive from run to run, and a file of somebody else is not taken for them."""

import pytest

from sosach.findings.notices import Refused
from sosach.linkage.decided import Decision, Ruling
from sosach.outputs.decision_store import read_store, write_store

KEYS = ("0123456789-x-x-x-x", "x-0123456789-x-abcdefabcd-x")
DECISION = Decision(one=KEYS[0], other=KEYS[1], ruling=Ruling.TWO, note="đã hỏi gia đình", about="An và Ân")


def refusal(path) -> str:
    with pytest.raises(Refused) as caught:
        read_store(path)
    return caught.value.notice.code


def test_decisions_come_back_as_they_were_written(tmp_path):
    write_store(tmp_path / "d.json", [DECISION])
    assert read_store(tmp_path / "d.json") == (DECISION,)
    assert "đã hỏi gia đình" in (tmp_path / "d.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "decisions_unreadable"),
        ("[]", "decisions_unreadable"),
        ('{"version": 1}', "decisions_unreadable"),
        ('{"version": 1, "decisions": [{"one": "An", "other": "Ân", "ruling": "one"}]}', "decisions_unreadable"),
        (
            '{{"version": 1, "decisions": [{{"one": "{}", "other": "{}", "ruling": "maybe"}}]}}'.format(*KEYS),
            "decisions_unreadable",
        ),
        ('{"version": 99, "decisions": []}', "decisions_newer"),
    ],
)
def test_other_files_are_refused(tmp_path, text, code):
    path = tmp_path / "d.json"
    path.write_text(text, encoding="utf-8")
    assert refusal(path) == code


def test_no_file(tmp_path):
    assert refusal(tmp_path / "d.json") == "file_not_found"
