"""What is doubtful about a file as a whole; nothing is changed until somebody accepts it with a reason."""

from datetime import date

from sosach.findings.notices import Notice, notice
from sosach.store.registers.laying import Laid
from sosach.store.registers.matching import KNOWN, WAITING

HALF = 0.5  # of the persons at home are missing
ELSEWHERE = 0.2  # of the rows with an address lie in another commune
ENOUGH = 20  # rows or persons, before a share means anything


def questions(laid: Laid, file: str, as_of: date, latest: date | None) -> list[Notice]:
    """The questions that a file raises.

    Args:
        laid: the file beside its register.
        file: its name.
        as_of: the day of which it tells.
        latest: the day of the last file taken in; None: it is the first.
    """
    asked = []
    if latest is not None and as_of < latest:
        asked.append(notice("import_older", file=file, on=f"{as_of:%d/%m/%Y}", latest=f"{latest:%d/%m/%Y}"))
    found = sum(laid.ended.get(ending, 0) for ending in (KNOWN, WAITING))
    total = len(laid.stored)
    if total >= ENOUGH and found < HALF * total:
        asked.append(notice("import_half", file=file, count=found, total=total))
    away, addressed = _elsewhere(laid)
    if addressed >= ENOUGH and away >= ELSEWHERE * addressed:
        asked.append(notice("import_elsewhere", file=file, count=away, total=addressed, unit=laid.commune.name))
    return asked


def _elsewhere(laid: Laid) -> tuple[int, int]:
    """Rows whose address lies in another commune, and rows whose address names one."""
    if "address__commune" not in laid.typed.columns:
        return 0, 0
    communes = laid.typed["address__commune"].drop_nulls()
    return int((communes != laid.commune.code).sum()), communes.len()
