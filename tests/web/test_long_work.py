"""Work that takes its time: progress by asking again, one at a time, nothing half done, and told afterwards."""

import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.store import jobs
from sosach.store.log.models import Event
from sosach.store.progress import stage
from sosach.store.registers.models import Import
from sosach.store.sign_in.models import Session
from sosach.web.frame import long_work
from sosach.web.frame.clock import now
from sosach.web.frame.long_work import Outcome, Work, carried_out, start
from tests.store.invariants import check_invariants
from tests.store.people import OPERATOR, ROOT, child, children, taken_in, workbook
from tests.web.conftest import name_of


class _Asking:
    """A request, as far as a work needs it."""

    actor = OPERATOR


def _hand_in(client, path: Path) -> str:
    with path.open("rb") as file:
        told = client.post("/nhap", {"file": file, "register": "children", "as_of": "15/06/2026"})
    return told["Location"].split("/")[2]


def test_an_import_that_takes_long_shows_its_stage_and_leads_to_its_receipt(desk, as_role, tmp_path, monkeypatch):
    monkeypatch.setattr(long_work, "PATIENCE", 0)
    go_on, real = threading.Event(), jobs.begins

    def slow(job, name):
        real(job, name)
        if name == "findings":
            go_on.wait(20)

    monkeypatch.setattr(jobs, "begins", slow)
    client = as_role("culture")
    key = _hand_in(client, workbook(tmp_path / "moi.xlsx", [child(n) for n in range(1, 45)]))
    place = client.post(f"/nhap/{key}/so-lieu")["Location"]
    while "Rà soát lại từng hồ sơ" not in (page := client.get(place).content.decode()):
        assert "đang" in page or "Đang" in page
    assert 'http-equiv="refresh"' in page  # without scripts the page loads itself again
    part = client.get(f"{place}?buoc=findings", headers={"hx-request": "true"}).content.decode()
    assert "<html" not in part
    assert "hx-swap-oob" not in part  # the same stage is not told twice
    assert "đang chạy, xem tiến độ" in client.get("/").content.decode()
    with pytest.raises(Refused, match="Đang chạy một việc dài khác: Nhập tệp moi"):
        start(_Asking(), Work("Thử", "import", "/"))
    go_on.set()
    while client.get(place, headers={"hx-request": "true"}).status_code == 200:
        pass
    answer = client.get(place, headers={"hx-request": "true"})
    receipt = answer["HX-Redirect"]
    assert client.get(place)["Location"] == receipt
    assert "Đã nhập." in client.get(receipt).content.decode()


def test_asking_for_progress_is_no_sign_of_life(desk, as_role):
    client = as_role("culture")
    before = Session.objects.get().expire_date
    session = client.session
    session["seen"] -= 120
    session.save()
    kept = Session.objects.get().expire_date
    client.get("/viec-dai/khong-co", headers={"hx-request": "true"})
    assert Session.objects.get().expire_date == kept >= before


def test_a_fault_of_the_program_is_told_by_a_number_and_its_words_stay_out_of_the_log(desk, caplog, monkeypatch):
    monkeypatch.setattr(logging.getLogger("sosach.web"), "propagate", True)

    def act(_folder):
        stage("reading")
        raise ValueError("An Nguyễn"[::-1])

    carried_out(*start(_Asking(), Work("Thử", "import", "/")), act)
    (job,) = jobs.jobs_of(OPERATOR)
    assert job.state == jobs.BROKEN
    assert job.message in caplog.text
    assert "nễyugN" not in caplog.text


def test_a_refusal_is_told_where_it_was_asked_for_and_is_no_news_afterwards(desk, as_role, tmp_path):
    client = as_role("registry")
    (tmp_path / "x.xlsx").write_bytes(b"khong phai Excel")
    with (tmp_path / "x.xlsx").open("rb") as file:
        told = client.post("/ho-tich/tep", {"file": file})
    assert told.status_code == 422
    assert "đang chạy" not in client.get("/").content.decode()


def test_an_outcome_is_told_once_on_its_page(desk, as_role):
    job, held = jobs.begin("Thử", "import", "/", actor=OPERATOR, at=now())
    held.close()
    jobs.done(job, "/ho-tich", {"civil_said": "Đã đối chiếu."})
    assert Outcome("/x").told == {}
    assert as_role("operator").get(f"/viec-dai/{job.key}").status_code == 404  # it is somebody else's
    assert name_of("operator") != OPERATOR.name


_KILLED = """
import os, sys
from pathlib import Path
from sosach.web.serving import choose_settings
choose_settings()
from sosach.store import start
start.open_home(Path(sys.argv[1]), sys.argv[2] or None)
from sosach.store import jobs
from sosach.store.desk.import_register import import_register
from sosach.store.log.models import Event
from sosach.web.frame.long_work import Outcome, Work, carried_out, start as begin
from tests.store.people import ON, OPERATOR, child, opened, workbook
class Asking:
    actor = OPERATOR
real = jobs.begins
def dying(job, name):
    real(job, name)
    if name == sys.argv[3]:
        print("here", flush=True)
        import time; time.sleep(60)
jobs.begins = dying
file = opened(workbook(Path(sys.argv[1]).parent / "z.xlsx", [child(n) for n in range(1, 60)]))
def act(_folder):
    import_register(file, "Thử", actor=OPERATOR, on=ON)
    jobs.begins(job, "after")
    return Outcome("/")
job, held = begin(Asking(), Work("Nhập tệp z.xlsx", "import", "/nhap"))
carried_out(job, held, act)
import time; time.sleep(60)
"""


@pytest.mark.parametrize(("at", "state"), [("matching", "stopped"), ("findings", "stopped"), ("after", "done")])
def test_a_server_killed_in_the_middle_of_a_work_leaves_it_stopped_or_done_and_nothing_between(
    campaign, tmp_path, at, state
):
    taken_in(tmp_path / "a.xlsx", children(5))
    before = Import.objects.count()
    command = [sys.executable, "-c", _KILLED, str(campaign.folder), os.environ.get("DATABASE_URL", ""), at]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout.readline() == "here\n"
        assert jobs.jobs_of(OPERATOR)[0].state == jobs.RUNNING  # seen from another process
        process.send_signal(signal.SIGKILL)
        process.wait()
    (job,) = jobs.jobs_of(OPERATOR)
    assert job.state == state
    assert Import.objects.count() == before + (state == "done")
    assert Event.objects.filter(kind="import").count() == Import.objects.count()
    check_invariants()
