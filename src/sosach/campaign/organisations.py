"""The organisations of a plan, their tasks in the plan's own words, and what each may do with the registers.

Source: the plan, II and III. Everybody sees what the task needs (Personal Data Protection Law 91/2025/QH15).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sosach.campaign.plan_table import Table

# What there is to do, by the words that a plan uses; the home of a campaign enforces them.
RIGHTS: Mapping[str, str] = {
    "start": "mở chiến dịch, mở tài khoản",
    "extend": "gia hạn",
    "import": "nhập tệp kết xuất",
    "decide": "sửa hoặc xác nhận thông tin",
    "undo": "hoàn tác",
    "answer": "ghi kết quả rà soát tại hộ",
    "send": "chuyển danh sách cho Công an",
    "receive": "nhận kết quả của Công an",
    "compare": "đối chiếu sổ hộ tịch",
    "upload": "cập nhật lên phần mềm",
    "report": "lập báo cáo",
    "see": "xem hồ sơ, số định danh được che",
    "see_number": "xem đủ số định danh",
    "count": "xem số liệu tổng hợp",
    "verify": "kiểm tra nhật ký",
    "backup": "sao lưu",
}

ROLES = (
    "culture",
    "police",
    "registry",
    "clinic",
    "collaborator",
    "union",
    "service_centre",
    "leader",
    "province",
)


@dataclass(frozen=True, slots=True)
class Task:
    """Something that the plan asks of an organisation."""

    section: str  # “III.5”
    text: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """Somebody who has a part in the plan."""

    key: str
    name: str  # in full
    short: str  # as papers say after the first mention
    role: str  # one of `ROLES`
    rights: frozenset[str]  # of `RIGHTS`
    tasks: tuple[Task, ...]
    in_hamlets: bool  # its people see only the hamlets that are theirs


def read_organisations(table: Table) -> dict[str, Organisation]:
    """The organisations by key, in the order of the file.

    Raises:
        Refused: something is missing, or not understood.
    """
    found = {key: _organisation(key, table.table(key)) for key in list(table.values)}
    table.finish()
    return found


def _organisation(key: str, table: Table) -> Organisation:
    name = table.take("name", str)
    organisation = Organisation(
        key=key,
        name=name,
        short=table.maybe("short", str) or name,
        role=table.choice("role", ROLES),
        rights=frozenset(table.choices("rights", RIGHTS)),
        tasks=tuple(_task(entry) for entry in table.tables("tasks")),
        in_hamlets=table.maybe("in_hamlets", bool) or False,
    )
    table.finish()
    return organisation


def _task(table: Table) -> Task:
    task = Task(section=table.take("section", str), text=table.take("text", str))
    table.finish()
    return task
