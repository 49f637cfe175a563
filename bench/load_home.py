"""Makes the home that `load.py` puts under load: a made-up commune of any size, taken in by the program's own services.

    python load_home.py FOLDER SIZE

In FOLDER then lie `home` (children and beneficiaries, their findings, twenty people who can sign in), `people.json` (who
they are: name, role, hamlets, password, secret of one-time codes) and `truth.parquet` (what the police know).
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.outputs.export_layout import BENEFICIARIES_EXPORT, CHILDREN_EXPORT, Layout
from sosach.outputs.export_workbook import write_register
from sosach.population.commune import HOA_MAU
from sosach.population.injured import injured
from sosach.population.population import Population, population
from sosach.store.log.act import Actor
from sosach.store.start import new_home, prepare
from sosach.web.pages.start.adapted_plan import sample_plan

DAY = date(2026, 6, 4)  # of the files
WORKDAY = date(2026, 6, 24)  # of the load: a Wednesday, on which the police answer
SEED = 2026
OPERATOR = Actor("Bùi Thị Mai", "operator")
PASSWORD = "chín con trâu qua cầu"
EXPORTS = {"children": CHILDREN_EXPORT, "beneficiaries": BENEFICIARIES_EXPORT}

# Twenty people at the desk; those who decide share the hamlets among themselves, as an office does.
ROLES = (
    "operator",
    *["culture"] * 7,
    "clinic",
    *["police"] * 2,
    "registry",
    *["collaborator"] * 3,
    *["union"] * 2,
    "leader",
    "province",
    "service_centre",
)
WITH_CODES = ("operator", "leader")


def make(folder: Path, size: int) -> None:
    """Makes the home."""
    folder.mkdir(parents=True, exist_ok=True)
    prepare()
    started = time.process_time()
    new_home(folder / "home")
    from sosach.store.desk.begin import begin_campaign

    plan = folder / "plan.toml"
    plan.write_text(sample_plan(), encoding="utf-8")
    (folder / "key.txt").unlink(missing_ok=True)
    begin_campaign(plan, folder / "key.txt", actor=OPERATOR, on=DAY)
    people = population(size, SEED, DAY)
    people.children.select("record_code", "personal_id", "birth_cert_no").write_parquet(folder / "truth.parquet")
    for register, layout in EXPORTS.items():
        take_in(folder, register, layout, people)
        print(f"{register}: {time.process_time() - started:.0f} s of processor time so far", file=sys.stderr)
    (folder / "people.json").write_text(json.dumps(let_people_in(), ensure_ascii=False, indent=1), encoding="utf-8")


def take_in(folder: Path, register: str, layout: Layout, people: Population) -> None:
    """The export of a register is written and taken in."""
    from sosach.store.desk.import_register import import_register
    from sosach.store.registers.services.importing import File

    path = folder / f"{register}.xlsx"
    if not path.exists():
        cells = injured(people.of(register), register, SEED, layout.fields(), layout.name).cells
        fresh = path.with_suffix(".new.xlsx")
        write_register(fresh, cells, layout, HOA_MAU.name, DAY)
        fresh.replace(path)
    opened = read(path, ReadingOptions(register=register, insist=True))
    import_register(File(opened, path.read_bytes(), DAY), "Đo tốc độ", actor=OPERATOR, on=DAY)


def let_people_in() -> list[dict[str, object]]:
    """Accounts that can sign in, some with one-time codes."""
    from sosach.store.accounts.rights import IN_HAMLETS
    from sosach.store.sign_in import one_time
    from sosach.store.sign_in.selectors import credential_of
    from sosach.store.sign_in.services import let_in, set_password, set_up_codes
    from sosach.web.frame.clock import now

    told = []
    for number, role in enumerate(ROLES):
        name = OPERATOR.name if number == 0 else f"{role} {number}"
        hamlets = [HOA_MAU.hamlets[number % len(HOA_MAU.hamlets)]] if role in IN_HAMLETS else []
        account = let_in(name, role, frozenset(hamlets), PASSWORD, actor=Actor("Đo tốc độ", "operator"), on=DAY)
        set_password(account, PASSWORD, actor=Actor(name, role), on=DAY)
        secret = ""
        if role in WITH_CODES:
            credential = credential_of(account.id)
            assert credential is not None
            secret = one_time.new_secret()
            step = int(now().timestamp() // one_time.STEP) - 1  # the one of now stays good for the load
            set_up_codes(credential, secret, one_time.code(secret, step), on=DAY, now=now())
        told.append({"name": name, "role": role, "hamlets": hamlets, "password": PASSWORD, "secret": secret})
    return told


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
