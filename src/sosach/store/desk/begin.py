"""A campaign begins: its recovery key is written into a file that is put away, and kept nowhere else."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from sosach.campaign.plan import read_plan
from sosach.findings.notices import refused
from sosach.store.accounts.models import Campaign
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import campaign, require
from sosach.store.accounts.services import start_campaign
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.sealing import keep_recipients, new_key, recipients, write_key
from sosach.store.start import current
from sosach.store.writing import writing

T = TypeVar("T")


def key_file_beside(folder: Path) -> Path:
    """Where the recovery key is written when nobody says otherwise: beside the home, never in it."""
    return folder.absolute().with_name(f"{folder.absolute().name}-khoa-khoi-phuc.txt")


def begin_campaign(plan_file: Path, key_file: Path, *, actor: Actor, on: date) -> Campaign:
    """Begins the campaign of this home and writes its recovery key.

    Raises:
        Refused: the plan cannot be used, a campaign has begun here already, or the key cannot be written: there is a
            file of that name, or it would lie in the home.
    """
    unit = read_plan(plan_file).unit.name
    if Campaign.objects.exists():  # told before anything is said of key files
        raise refused("campaign_exists", path=current().folder)
    return _with_key(key_file, unit, lambda made: start_campaign(plan_file, actor=actor, on=on, recipients=[made]))


def replace_key(key_file: Path, *, actor: Actor, on: date) -> int:
    """Seals for a new recovery key from now on; what was sealed before is opened by the old one alone.

    Raises:
        Refused: the actor may not, or the key cannot be written.
    """
    require(actor, Right.START)

    def sealed_for(made: str) -> int:
        with writing():
            number = begin("recipients", Act(actor=actor, on=on), recipients=[made]).number
        keep_recipients(current(), [made])  # last: stopped before it, the old key goes on opening what is sealed
        return number

    return _with_key(key_file, campaign().unit_name, sealed_for, begun=True)


def _with_key(key_file: Path, unit: str, act: Callable[[str], T], *, begun: bool = False) -> T:
    """Writes a key and does what needs it; when that is refused the key is of no use and goes.

    Args:
        key_file: where to.
        unit: the commune.
        act: takes the recipient.
        begun: whether the campaign has begun: then a key for which the home seals already stays, whatever failed.
    """
    if key_file.absolute().is_relative_to(current().folder.absolute()):
        raise refused("key_file_inside", path=key_file)
    key = new_key()
    write_key(key, key_file, unit)
    done = False
    try:
        result = act(key.recipient)
        done = True
    finally:
        if not done and not (begun and key.recipient in recipients(current())):
            key_file.unlink()
    return result
