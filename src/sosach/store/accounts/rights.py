"""Who may do what: the roles of the plan's organisations and their rights; what is not listed is not allowed.

Source: the plan, III (tasks of the organisations; clinic and collaborators export, review and update too), and the
Personal Data Protection Law 91/2025/QH15: everybody sees what the task needs.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Right(StrEnum):
    """Something that a service does or shows."""

    START = "start"  # a campaign, its organisations and accounts
    EXTEND = "extend"  # a deadline
    IMPORT = "import"  # an export of a register
    DECIDE = "decide"  # change or confirm a fact
    UNDO = "undo"
    ANSWER = "answer"  # household review
    SEND = "send"  # batches to the police
    RECEIVE = "receive"  # the police's answers
    COMPARE = "compare"  # with the births book
    UPLOAD = "upload"
    REPORT = "report"
    SEE = "see"  # persons, numbers masked
    SEE_NUMBER = "see_number"
    COUNT = "count"  # figures without persons
    VERIFY = "verify"  # the log
    BACKUP = "backup"


_WORK = frozenset({Right.SEE, Right.COUNT})

ROLES: Mapping[str, frozenset[Right]] = MappingProxyType(
    {
        "operator": frozenset(Right),  # whoever sits at the command line owns the folder anyway
        "culture": frozenset(Right) - {Right.START},  # Phòng Văn hóa - Xã hội, in charge
        "police": _WORK | {Right.RECEIVE, Right.SEE_NUMBER},
        "registry": _WORK | {Right.COMPARE, Right.SEE_NUMBER},  # hộ tịch
        "clinic": _WORK | {Right.IMPORT, Right.ANSWER, Right.UPLOAD},
        "collaborator": _WORK | {Right.IMPORT, Right.ANSWER, Right.UPLOAD},
        "union": _WORK | {Right.ANSWER},
        "service_centre": frozenset({Right.COUNT}),  # helps with the technique and sees no persons
        "leader": _WORK | {Right.EXTEND, Right.UNDO, Right.REPORT, Right.SEE_NUMBER, Right.VERIFY, Right.BACKUP},
        "province": frozenset({Right.COUNT}),
        "administrator": frozenset({Right.START, Right.VERIFY, Right.BACKUP}),  # may not read persons
    }
)

# Roles that work in hamlets: without hamlets of their own they see nobody.
IN_HAMLETS = frozenset({"collaborator", "union"})
