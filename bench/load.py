"""Twenty people at the desk of a large commune: how long pages and decisions take.

    python load.py [--persons 300000] [--seconds 120] [--work DIR] [--cores 0,1] [--no-errands] [--json FILE]

The home is made once per size and kept in the work folder; every run works on a copy of it. Server (`sosach serve`) and
people are processes of their own, each on its core. The people sign in through the page, with one-time codes where their
account has them, and think 3 to 6 seconds between requests. First come the errands of a week that concern many rows,
in processor time: `campaign status`, a batch to the police and back. Exit 1: a limit does not hold, or something failed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from load_people import DECISION, READING, Session, Visit, Visitor

HERE = Path(__file__).resolve().parent
LIMITS = {READING: 100.0, DECISION: 150.0}  # milliseconds, of 95 in 100, by the clock of whoever waits
ERRAND_LIMITS = {
    "campaign status": 0.5,
    "police send": 10.0,
    "police receive": 10.0,
    "undo of it": 10.0,
}  # seconds; of batches per 5,000 rows
THINKING = (3.0, 6.0)
EXPECTED = {409}  # somebody else was quicker: the page that says so
WORKDAY = "2026-06-24"


def home_copy(work: Path, persons: int) -> Path:
    """A fresh copy of the home of this size; the home is made if it is not there."""
    master = work / f"commune-{persons}"
    if not (master / "people.json").exists():
        shutil.rmtree(master / "home", ignore_errors=True)
        subprocess.run([sys.executable, str(HERE / "load_home.py"), str(master), str(persons)], check=True)
    run = work / "run"
    shutil.rmtree(run, ignore_errors=True)
    shutil.copytree(master, run, ignore=shutil.ignore_patterns("*.xlsx"))
    return run


def errands(run: Path, core: int) -> list[dict[str, float]]:
    """What concerns many rows, in a process of its own."""
    done = subprocess.run([sys.executable, str(HERE / "load_errands.py"), str(run)], check=True, capture_output=True, text=True, preexec_fn=lambda: os.sched_setaffinity(0, {core}))  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def serve(run: Path, core: int) -> tuple[subprocess.Popen[str], int]:
    """The server on its core, and its port."""
    command = [
        sys.executable,
        "-m",
        "sosach",
        "serve",
        "--home",
        str(run / "home"),
        "--port",
        "0",
        "--no-browser",
        "--on",
        WORKDAY,
    ]
    env = {**os.environ, "SOSACH_TIMING": "1", "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=env, preexec_fn=lambda: os.sched_setaffinity(0, {core})
    )
    assert server.stdout is not None
    said = server.stdout.readline()
    port = re.search(r":(\d+)/", said)
    if port is None:
        raise SystemExit(f"the server did not start: {said}")
    return server, int(port.group(1))


def at_work(visitor: Visitor, until: float, failures: list[str]) -> None:
    """One person, until the time is over."""
    acts = visitor.acts()
    time.sleep(visitor.dice.uniform(0, THINKING[1]))
    while time.monotonic() < until:
        try:
            next(acts)
        except (OSError, ValueError, AttributeError, LookupError) as failure:
            failures.append(f"{visitor.role}: {failure!r}")
            return
        time.sleep(visitor.dice.uniform(*THINKING))


def load(port: int, people: Sequence[dict[str, str]], seconds: float) -> tuple[list[Visit], list[str], float]:
    """Everybody signs in, then works; gives what was asked, what failed, and the seconds it took."""
    visits: list[Visit] = []
    failures: list[str] = []
    sessions = [Session(port, person, visits) for person in people]
    for session in sessions:
        session.sign_in()
    for session in sessions:
        session.recording = True
    started = time.monotonic()
    threads = [
        threading.Thread(
            target=at_work, args=(Visitor(session, number, random.Random(number)), started + seconds, failures)
        )
        for number, session in enumerate(sessions)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return visits, failures, time.monotonic() - started


def cpu_of(process: int) -> float:
    """Processor seconds of a process so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rank(values: Sequence[float], share: float) -> float:
    """The value below which a share of all lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(len(ordered) * share * 1000) // 1000) - 1)]


def table(visits: Sequence[Visit]) -> list[dict]:
    """One row per page, and one for all reading and all decisions."""
    by_page: dict[tuple[str, str], list[Visit]] = defaultdict(list)
    for visit in visits:
        by_page[visit.kind, visit.name].append(visit)
    rows = [
        row(kind, name, told)
        for (kind, name), told in sorted(by_page.items(), key=lambda one: (one[0][0] != READING, one[0][1]))
    ]
    return rows + [
        row(kind, "all", told) for kind in (READING, DECISION) if (told := [one for one in visits if one.kind == kind])
    ]


def row(kind: str, name: str, told: Sequence[Visit]) -> dict:
    """Figures of one page, milliseconds."""
    walls, servers, cpus = ([getattr(one, what) for one in told] for what in ("wall", "server", "cpu"))
    errors = sum(one.status >= 400 and one.status not in EXPECTED for one in told)
    return {
        "kind": kind, "name": name, "n": len(told), "errors": errors, "wall_p50": rank(walls, 0.5), "wall_p95": rank(walls, 0.95), "wall_max": max(walls),
        "server_p50": rank(servers, 0.5), "server_p95": rank(servers, 0.95), "server_max": max(servers), "cpu_p50": rank(cpus, 0.5), "cpu_p95": rank(cpus, 0.95),
    }  # fmt: skip


def show(rows: Sequence[dict], done: Sequence[dict[str, float]]) -> None:
    """The tables, as the page on speed has them."""
    if done:
        print("\n| errand | rows | processor s |\n|---|---|---|")
        for one in done:
            print(f"| {one['name']} | {one['rows']:,} | {one['seconds']:.2f} |")
    print(
        "\n| | page | n | wall p50 | p95 | max | server p50 | p95 | max | processor p50 | p95 | errors |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
    )
    for one in rows:
        times = " | ".join(
            f"{one[f'{what}_{at}']:.0f}"
            for what, ats in (
                ("wall", ("p50", "p95", "max")),
                ("server", ("p50", "p95", "max")),
                ("cpu", ("p50", "p95")),
            )
            for at in ats
        )
        print(f"| {one['kind']} | {one['name']} | {one['n']} | {times} | {one['errors']} |")


def broken(rows: Sequence[dict], done: Sequence[dict[str, float]], failures: Sequence[str]) -> list[str]:
    """The limits that do not hold."""
    found = [*failures]
    for one in rows:
        if one["name"] == "all" and one["wall_p95"] > LIMITS[one["kind"]]:
            found.append(
                f"{one['kind']}: 95 in 100 take up to {one['wall_p95']:.0f} ms, more than {LIMITS[one['kind']]:.0f}"
            )
        if one["name"] == "all" and one["errors"]:
            found.append(f"{one['kind']}: {one['errors']} errors")
    for one in done:
        limit = ERRAND_LIMITS[one["name"]] * max(1.0, one["rows"] / 5000 if one["name"] != "campaign status" else 1.0)
        if one["seconds"] > limit:
            found.append(f"{one['name']}: {one['seconds']:.1f} s of processor time, more than {limit:.1f}")
    return found


def main() -> int:
    """Makes, serves, loads, reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--persons", type=int, default=300_000)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--work", type=Path, default=Path("bench-load"))
    parser.add_argument("--cores", default="0,1", help="of the server, of the people")
    parser.add_argument("--no-errands", action="store_true")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    at_server, at_people = (int(core) for core in chosen.cores.split(","))
    run = home_copy(chosen.work.absolute(), chosen.persons)
    people = json.loads((run / "people.json").read_text(encoding="utf-8"))
    done = [] if chosen.no_errands else errands(run, at_server)
    os.sched_setaffinity(0, {at_people})
    server, port = serve(run, at_server)
    try:
        before = cpu_of(server.pid)
        visits, failures, took = load(port, people, chosen.seconds)
        used = cpu_of(server.pid) - before
    finally:
        server.terminate()
        server.wait(20)
    rows = table(visits)
    show(rows, done)
    answers = Counter(visit.status for visit in visits)
    print(
        f"\n{len(visits)} requests of {len(people)} people in {took:.0f} s; the server's core was busy {used / took:.0%} of the time; answers: {dict(answers)}"
    )
    wrong = broken(rows, done, failures)
    for (name, status, said), count in Counter((v.name, v.status, v.said) for v in visits if v.status >= 400).items():
        print(f"{count} times {status} at {name}: {said}")
    print("\n".join(f"LIMIT {one}" for one in wrong) or "all limits hold")
    if chosen.json:
        chosen.json.write_text(json.dumps({"rows": rows, "errands": done, "broken": wrong}, indent=1), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
