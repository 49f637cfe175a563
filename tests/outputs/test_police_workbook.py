"""The workbook for the police: written whole, read back, proven."""

import hashlib
from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.forms.police import POLICE_LIST
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.outputs import police_workbook
from sosach.outputs.police_workbook import write_police_list
from tests.forms.batches import BATCH, sent


def test_what_was_sent_stands_in_the_file(tmp_path: Path) -> None:
    done = write_police_list(tmp_path / "TE-02.xlsx", BATCH, sent())
    back = read_form(done.path, POLICE_LIST, ReadingOptions())
    assert [(row.code, row.facts) for row in back.rows] == [(row.code, row.facts) for row in sent()]
    assert done.sha256 == hashlib.sha256(done.path.read_bytes()).hexdigest() == back.sha256
    assert not done.has_password
    assert back.notices == ()
    assert back.missing == ()


def test_a_list_under_a_password_opens_with_it_alone(tmp_path: Path) -> None:
    done = write_police_list(tmp_path / "TE-02.xlsx", BATCH, sent(), "mật khẩu riêng")
    assert done.has_password
    with pytest.raises(Refused, match="mật khẩu"):
        read_form(done.path, POLICE_LIST, ReadingOptions())
    assert len(read_form(done.path, POLICE_LIST, ReadingOptions(password="mật khẩu riêng")).rows) == len(sent())


def test_instructions_say_when_and_how_and_lift_no_curtain(tmp_path: Path) -> None:
    lines = dict(police_workbook._instructions(BATCH, 87))
    assert lines["Ngày trả"] == "24/06/2026"
    assert "87 trẻ" in lines["Đợt"]
    assert "99999" in lines["Đơn vị gửi"]


@pytest.mark.parametrize("step", ["write_form", "locked", "_prove"])
def test_stopped_at_any_step_the_old_file_stays_and_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "TE-02.xlsx"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(police_workbook, step, full)
    with pytest.raises(Refused) as refusal:
        write_police_list(path, BATCH, sent(), "mật khẩu riêng")
    assert refusal.value.notice.code == "disk_full"
    assert [found.name for found in tmp_path.iterdir()] == ["TE-02.xlsx"]
    assert path.read_bytes() == b"old"


def test_a_file_that_reads_differently_is_never_handed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = police_workbook.write_form
    monkeypatch.setattr(
        police_workbook, "write_form", lambda path, form, rows, cover: real(path, form, rows[:-1], cover)
    )
    with pytest.raises(Refused) as refusal:
        write_police_list(tmp_path / "TE-02.xlsx", BATCH, sent())
    assert refusal.value.notice.code == "output_differs"
    assert list(tmp_path.iterdir()) == []
