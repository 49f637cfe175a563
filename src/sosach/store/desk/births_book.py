"""The register and the births book are laid side by side again, after anything that may change who is who."""

from contextlib import suppress
from datetime import date

import polars as pl

from sosach.campaign.outcome import Whom
from sosach.campaign.precedence import source_of
from sosach.campaign.readiness import NUMBER_GROUPS
from sosach.findings.notices import Refused
from sosach.registers.catalogue import registers
from sosach.store.civil.beside import BIRTHS, CHILDREN, pairs
from sosach.store.civil.models import Extract
from sosach.store.civil.services.linking import current, is_compared, relink, unlink
from sosach.store.findings.models import Finding, State
from sosach.store.findings.services import Recomputed, lift, recompute_all
from sosach.store.registers.services.importing import File, Taken


def extract_taken(file: File, taken: Taken, on: date) -> None:
    """An import of births is an extract that is compared from now on; anything else, or one known already, is none."""
    if taken.register == BIRTHS and not taken.again:
        source = source_of(BIRTHS, [sheet.title for sheet in file.opened.sheets])
        Extract.objects.create(operation=taken.operation, source=source.value, compared_on=on)


def laid_again(changed: str, typed: pl.DataFrame | None = None, *, operation: int, on: date) -> None:
    """After a file of one of the two was taken in or taken back; within `writing()`, before its findings are computed.

    The findings of the other register are computed here.

    Args:
        changed: the register whose findings the caller computes.
        typed: its typed current frame, if the caller has made it.
        operation: what has changed it.
        on: the day.
    """
    if changed not in (BIRTHS, CHILDREN) or not is_compared():
        return
    other = BIRTHS if changed == CHILDREN else CHILDREN
    made = {other: current(other, on)} | ({} if typed is None else {changed: typed})
    with suppress(Refused):  # a file without anything to compare by: who was who before stays
        relink(on, made)
    recompute_all(registers()[other], made[other], operation=operation, on=on)


def compared_anew(*, operation: int, on: date) -> Recomputed:
    """Lays both side by side and computes the findings of both; within `writing()`. Gives those of the children.

    Raises:
        Refused: they have nothing in common by which anybody could be found again.
    """
    made = {name: current(name, on) for name in (BIRTHS, CHILDREN)}
    if is_compared():
        relink(on, made)
    else:
        unlink()
    recompute_all(registers()[BIRTHS], made[BIRTHS], operation=operation, on=on)
    moved = recompute_all(registers()[CHILDREN], made[CHILDREN], operation=operation, on=on)
    _ask_again(operation, on)
    return moved


def _ask_again(operation: int, on: date) -> None:
    """Whose number waited for the registration of birth, and whose birth is registered: the police can be asked."""
    waiting = Finding.objects.filter(
        register=CHILDREN, group__in=NUMBER_GROUPS, state=State.WAITING, waiting_for=Whom.CIVIL_REGISTRATION.value
    )
    registered = {child for child, _ in pairs(sure=True)}
    found = [finding for finding in waiting if finding.person_id in registered]
    lift(found, operation=operation, on=on, why="đã đăng ký khai sinh")
