"""Long works: one at a time, their state told whatever became of the process."""

from datetime import UTC, datetime, timedelta

import pytest

from sosach.findings.notices import Refused, notice
from sosach.store import jobs
from sosach.store.accounts.services import extend
from sosach.store.log.act import Actor
from tests.store.people import ON, OPERATOR

AT = datetime(2026, 6, 18, 3, 0, tzinfo=UTC)
OTHER = Actor("Trần Văn Hai", "culture")


def begun(event: str = "import", at: datetime = AT):
    return jobs.begin("Nhập tệp a.xlsx", event, "/nhap", actor=OPERATOR, at=at)


def test_a_work_is_told_from_its_beginning_to_its_end(campaign):
    job, held = begun()
    assert jobs.job_of(job.key, actor=OPERATOR).state == jobs.RUNNING
    jobs.begins(job, "findings")
    assert jobs.job_of(job.key, actor=OPERATOR).stage == "findings"
    jobs.done(job, "/nhap/lan/3", {"said": "Đã nhập."})
    held.close()
    told = jobs.job_of(job.key, actor=OPERATOR)
    assert (told.state, told.link, told.told) == (jobs.DONE, "/nhap/lan/3", {"said": "Đã nhập."})


def test_a_second_work_is_told_to_wait_and_which_one_runs(campaign):
    _, held = begun()
    with pytest.raises(Refused) as refusal:
        begun()
    assert refusal.value.notice.code == "job_busy"
    assert "a.xlsx" in refusal.value.notice.message
    held.close()
    begun()[1].close()


def test_what_ran_when_the_process_ended_is_told_as_stopped(campaign):
    job, held = begun()
    held.close()  # as the system does when a process is gone
    told = jobs.job_of(job.key, actor=OPERATOR)
    assert told.state == jobs.STOPPED
    assert not told.seen
    assert jobs.seen(told).seen


def test_what_the_log_holds_was_done_although_nobody_could_note_it(campaign):
    job, held = begun("deadline")
    extend("children", until=ON + timedelta(60), document="1", reason="Thử", actor=OPERATOR, on=ON)
    held.close()
    assert jobs.job_of(job.key, actor=OPERATOR).state == jobs.DONE


def test_a_refusal_and_a_fault_of_the_program_are_kept(campaign):
    job, held = begun()
    jobs.was_refused(job, notice("draft_none"))
    held.close()
    assert jobs.job_of(job.key, actor=OPERATOR).message == notice("draft_none").message
    jobs.broke(job, "12ab")
    assert jobs.job_of(job.key, actor=OPERATOR).state == jobs.BROKEN


def test_works_of_others_are_not_there(campaign):
    job, held = begun()
    held.close()
    assert jobs.jobs_of(OTHER) == []
    with pytest.raises(Refused, match="Không có việc"):
        jobs.job_of(job.key, actor=OTHER)


def test_works_of_last_week_are_forgotten(campaign):
    job, held = begun(at=AT - timedelta(days=8))
    held.close()
    begun()[1].close()
    assert job.key not in {one.key for one in jobs.jobs_of(OPERATOR)}
    assert not job.folder.exists()
