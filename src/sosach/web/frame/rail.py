"""The places of the desk, in the order of the work, and who goes where; a place appears once its page exists."""

from dataclasses import dataclass

from sosach.store.accounts.rights import ROLES, Right
from sosach.store.log.act import Actor
from sosach.web.frame.page import pages


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the rail."""

    page: str  # name of its page
    label: str
    icon: str
    rights: frozenset[Right]
    apart: bool = False  # at the foot


def _place(page: str, label: str, icon: str, *rights: Right, apart: bool = False) -> Place:
    return Place(page, label, icon, frozenset(rights), apart)


PLACES = (
    _place("home", "Việc", "week"),
    _place("imports", "Nhập tệp", "import", Right.IMPORT),
    _place("review_all", "Rà soát", "review", Right.DECIDE),
    _place("duplicates", "Trùng", "twins", Right.DECIDE),
    _place("police", "Công an", "police", Right.SEND, Right.RECEIVE),
    _place("civil", "Hộ tịch", "book", Right.COMPARE),
    _place("hamlets", "Thôn", "hamlet", Right.ANSWER),
    _place("upload", "Tải lên", "upload", Right.UPLOAD),
    _place("reports", "Báo cáo", "report", Right.REPORT),
    _place("progress", "Tiến độ", "progress", Right.COUNT),
    _place("approvals", "Chờ duyệt", "people", Right.DECIDE),
    _place("backup", "Sao lưu", "lock", Right.BACKUP, apart=True),
    _place("log", "Nhật ký", "log", Right.VERIFY, apart=True),
    _place("administration", "Quản trị", "settings", Right.START, apart=True),
)


# The police see what was sent to them and nothing else, not even figures of the rest.
NOT_FOR = {"police": frozenset({"progress"})}


def places(actor: Actor) -> list[Place]:
    """The places of an actor that exist."""
    there = {page.name for page in pages() if actor.hamlets is None or not page.whole_commune}
    mine = ROLES.get(actor.role, frozenset())
    hidden = NOT_FOR.get(actor.role, frozenset())
    return [place for place in PLACES if place.page in there - hidden and (not place.rights or place.rights & mine)]


ROLE_LABELS = {
    "operator": "Người vận hành",
    "culture": "Phòng Văn hóa – Xã hội",
    "police": "Công an xã",
    "registry": "Tư pháp – hộ tịch",
    "clinic": "Trạm Y tế",
    "collaborator": "Cộng tác viên",
    "union": "Đoàn thể",
    "service_centre": "Trung tâm CƯDVSNC",
    "leader": "Lãnh đạo UBND xã",
    "province": "Chi cục Dân số và Trẻ em",
    "administrator": "Quản trị",
}
