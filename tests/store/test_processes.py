"""Real processes on one home: served twice, working beside each other, killed at any moment, on a disk that is full."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from sosach.store import start
from sosach.store.desk.back_up import back_up, last_backup
from sosach.store.desk.restore import restore
from sosach.store.home import Home
from sosach.store.log.models import Event
from sosach.store.log.selectors import first_fault
from sosach.store.originals import original
from sosach.store.police.models import Batch
from sosach.store.registers.models import Person
from sosach.store.reports.models import Snapshot
from sosach.store.reports.services import Wanted, freeze_report
from sosach.store.sealing import write_key
from tests.store.invariants import check_invariants
from tests.store.people import KEY, ON, OPERATOR, ROOT, child, children, taken_in, workbook
from tests.store.police.lists import asked

resource = pytest.importorskip("resource")  # limits of a process: POSIX

SOSACH = [sys.executable, "-m", "sosach"]


def called(*call: object, **more: object) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own."""
    return subprocess.run([*SOSACH, *map(str, call)], capture_output=True, text=True, cwd=ROOT, check=False, **more)


def killed(after: float, *call: object) -> bool:
    """Starts a command and kills it; whether it was quicker."""
    with subprocess.Popen([*SOSACH, *map(str, call)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            return process.wait(after) == 0
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            return False


@pytest.fixture
def served(campaign):
    """A home whose pages are served by another process."""
    start.close()
    command = [*SOSACH, "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT) as server:
        assert "đang chạy" in server.stdout.readline()
        yield campaign
        server.kill()


def test_F89_one_home_is_served_once_and_commands_work_beside_it(served, tmp_path):
    second = called("serve", "--no-browser", "--port", "0")
    assert second.returncode == 2
    assert "đang chạy" in second.stderr
    register = workbook(tmp_path / "tre-em.xlsx", children(3))
    assert called("import", "children", register, "--as-of", ON).returncode == 0
    told = called("campaign", "status", "--on", ON, "--json")
    assert json.loads(told.stdout)["registers"]["children"]["persons"] == 3


_HOLD = """
import sys, time
from pathlib import Path
from sosach.store import start
start.open_home(Path(sys.argv[1]), sys.argv[2] or None)
from sosach.store.writing import writing
with writing():
    print("held", flush=True)
    time.sleep(float(sys.argv[3]))
"""


@pytest.mark.parametrize(("seconds", "code"), [(1.0, 0), (60.0, 2)])
def test_F90_a_command_waits_for_another_one_five_seconds(campaign, tmp_path, seconds, code):
    register = workbook(tmp_path / "tre-em.xlsx", children(3))
    start.close()
    holding = [sys.executable, "-c", _HOLD, str(campaign.folder), os.environ.get("DATABASE_URL", ""), str(seconds)]
    with subprocess.Popen(holding, stdout=subprocess.PIPE, text=True, cwd=ROOT) as holder:
        assert holder.stdout.readline() == "held\n"
        done = called("import", "children", register, "--as-of", ON)
        holder.kill()
    assert done.returncode == code
    assert ("đã chờ 5 giây" in done.stderr) is (code == 2)
    assert Person.objects.count() == (3 if code == 0 else 0)


KILLS = [3, pytest.param(40, marks=pytest.mark.deep)]


@pytest.mark.parametrize("kills", KILLS)
def test_F84_a_batch_is_there_whole_or_not_at_all(campaign, tmp_path, kills):
    asked(tmp_path, *range(1, 9))
    start.close()
    for kill in range(kills):
        out = tmp_path / f"dot-{kill}.xlsx"
        killed(0.7 + 0.05 * kill, "police", "send", "children", "--on", ON, "--out", out)
        for batch in Batch.objects.filter(cancelled_by=None):
            assert batch.lines.count() == batch.rows == 8
            assert original(campaign, batch.sha256, KEY)
        check_invariants()
        start.close()
    assert [batch.code for batch in Batch.objects.order_by("operation")] in ([], ["TE-01"])


@pytest.mark.parametrize("kills", KILLS)
def test_F85_a_report_is_approved_or_a_draft(campaign, tmp_path, kills):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), *children(3)[1:]])
    number = freeze_report(Wanted(kind="adhoc", on=ON), actor=OPERATOR).number
    start.close()
    for kill in range(kills):
        killed(0.6 + 0.05 * kill, "report", "approve", number, "--on", ON)
        locked = Snapshot.objects.get(number=number).approved_on is not None
        assert locked is Event.objects.filter(kind="report_approval").exists()
        assert first_fault() is None
        start.close()


@pytest.mark.parametrize("kills", KILLS)
def test_F84_a_backup_that_was_killed_leaves_the_old_one_or_the_new_one(campaign, tmp_path, kills):
    taken_in(tmp_path / "a.xlsx", children(200))
    write_key(KEY, tmp_path / "khoa.txt", "xã Hòa Mẫu")
    target = tmp_path / "usb" / "b.age"
    back_up(target, actor=OPERATOR, on=ON)
    start.close()
    for kill in range(kills):
        killed(0.6 + 0.04 * kill, "backup", target, "--on", ON)
        assert target.read_bytes().startswith(b"age-encryption.org/v1")
    if connection.vendor == "sqlite":
        done = restore(target, tmp_path / "khoa.txt", tmp_path / "other", None)
        assert done.manifest.database.events >= 3
    start.use(campaign, os.environ.get("DATABASE_URL") or None)
    back_up(target, actor=OPERATOR, on=ON)
    assert not (campaign.folder / "backup.new").exists()
    assert last_backup().events == Event.objects.count()


def test_F87_a_disk_that_takes_no_more_is_told_and_leaves_what_was_there(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(50))
    target = tmp_path / "usb" / "b.age"
    back_up(target, actor=OPERATOR, on=ON)
    before = target.read_bytes()
    start.close()

    def little_space() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, len(before) // 2))

    done = called("backup", target, "--on", ON, preexec_fn=little_space)
    assert done.returncode == 2
    assert "Việc cần làm" in done.stderr
    assert "Traceback" not in done.stderr
    assert target.read_bytes() == before
    assert [one.name for one in target.parent.iterdir()] == ["b.age"]


def test_F87_an_import_for_which_there_is_no_room_takes_nothing_in(campaign, tmp_path):
    register = workbook(tmp_path / "tre-em.xlsx", children(600))
    start.close()

    def little_space() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = called("import", "children", register, "--as-of", ON, preexec_fn=little_space)
    assert done.returncode == 2
    assert "Việc cần làm" in done.stderr
    assert "Traceback" not in done.stderr
    assert Person.objects.count() == 0
    assert first_fault() is None
    start.close()
    assert called("import", "children", register, "--as-of", ON).returncode == 0


def test_F103_a_home_that_was_restored_is_the_home_at_its_backup(campaign, tmp_path):
    """The drill of every month, with the commands alone."""
    if connection.vendor != "sqlite":
        return  # `tests/store/desk/test_restore.py` has an empty database at hand
    taken_in(tmp_path / "a.xlsx", children(20))
    write_key(KEY, tmp_path / "khoa.txt", "xã Hòa Mẫu")
    start.close()
    assert called("backup", tmp_path / "b.age", "--on", ON).returncode == 0
    other = Home(tmp_path / "other")
    began = time.monotonic()
    done = called("restore", tmp_path / "b.age", "--key-file", tmp_path / "khoa.txt", "--home", other.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert time.monotonic() - began < 60
    here, there = (called("log", "verify", "--json", "--home", home.folder).stdout for home in (campaign, other))
    assert here == there
    assert json.loads(here)["fault"] is None
    assert re.fullmatch(r"[0-9a-f]{64}", json.loads(here)["head"])
    assert sorted(_files(campaign.folder)) == sorted(_files(other.folder))


def _files(folder: Path) -> list[str]:
    kept = ("originals", "snapshots", "plans", "recipients.txt", "home.json")
    return [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.relative_to(folder).parts[0] in kept]
