"""Which field a heading names: the register's own headings, then whose fact it is and which, then near spellings.

A heading of two rows has two parts. Together they are tried first (“Giấy khai sinh / Số”), then the lower one alone
(“Nơi học / Lớp”). A part that names a relative decides whose fact it is: “Thông tin mẹ / Năm sinh” is the mother's,
and “Dân tộc mẹ” is nobody's field, least of all the child's.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sosach.intake.wording import Words, words_of
from sosach.registers.register import Register

WHOLE, ROLE, SHORT, LOWER, HOLDS, NEAR = 100, 97, 95, 90, 80, 70  # how sure a claim is

_NEAR_ENOUGH, _CLEARLY_NEARER, _LONG_ENOUGH = 0.86, 0.05, 6
_BIRTH = frozenset({"ngay sinh", "nam sinh", "ngay nam sinh", "ns", "sinh"})
_SEX = frozenset({"gioi tinh", "gioi", "phai", "gt"})
_SEX_MARKS = {
    "nam": "male",
    "nu": "female",
    "trai": "male",
    "gai": "female",
    "con trai": "male",
    "con gai": "female",
    "be trai": "male",
    "be gai": "female",
}
_NAME_FRONTS = frozenset(
    {
        "ho",
        "ho dem",
        "ho lot",
        "ho va dem",
        "ho va lot",
        "ho ten dem",
        "ho ten lot",
        "ho chu dem",
        "ho va chu dem",
        "ho chu lot",
    }
)
_NAME_MIDDLES = frozenset({"dem", "chu dem", "ten dem", "lot", "chu lot", "ten lot", "ten dem chu lot"})
_DATE_PARTS = {"ngay": "day", "thang": "month", "nam": "year", "ngay thang": "day_month"}

# Columns that are known and are no field.
_NO_FIELD = re.compile(
    r"^(?:(?:s ?t ?t|tt)(?: ho)?|so tt|so thu tu|thu tu|no|cong|xa|huyen|tinh|tuoi|tong .*|tong"
    r"|ma (?:truong|lop|xa|thon|tinh))$"
    r"|(?<!\S)(?:(?:nguoi|ngay|thoi gian|can bo) (?:cap nhat|nhap|tao|lap|sua|dieu tra|thu thap)"
    r"|quan he (?:voi )?chu ho|(?:ma|so|cccd|dinh danh).* hoc sinh|giao duc|ngay cap|noi cap|ngay het han"
    r"|nghe nghiep|nghe|trinh do|hon nhan"
    r"|ton giao|chuc vu|he so|so tien|muc huong|muc tro cap|kinh phi|thanh tien|tai khoan|ngan hang|ky ten|ky nhan"
    r"|chu ky|xac nhan|email|zalo|facebook|chieu cao|can nang|ly do|ngay mat|ngay chet|ngay chuyen|so tuoi)(?!\S)"
)

# Words that give the field away in a longer heading; the first that fits.
_TELLING = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("at_risk", r"nguy co"),
        ("special_circumstance", r"hoan canh dac biet"),
        ("poverty", r"can ngheo|ho ngheo"),
        ("health_insurance_no", r"bhyt"),
        ("disability_degree", r"muc do (?:khuyet )?tat"),
        ("disability_type", r"dang (?:khuyet )?tat"),
        ("decision_date", r"^(?:ngay|thang).* quyet dinh"),
        ("decision_no", r"^(?:so )?quyet dinh"),
        ("benefit_status", r"^(?:trang thai|tinh trang).* (?:huong|tro cap|chi tra)"),
        ("benefit_from", r"^(?:ngay|thang|thoi diem|thoi gian).* huong|^huong tu"),
        ("registered_on", r"^ngay.* (?:dang ky|khai sinh)"),
        ("birth_cert_no", r"^so.* khai sinh"),
        ("birth_place", r"^noi sinh"),
        ("full_name", r"^ho ten"),
        ("birth_date", r"^(?:ngay|nam) sinh"),
        ("personal_id", r"^so cccd"),
        ("ethnicity", r"^dan toc"),
        ("sex", r"^gioi tinh"),
        ("phone", r"^so dien thoai"),
        ("hamlet", r"^(?:thon|xom|to dan pho)(?!\S)"),
        ("address", r"^(?:dia chi|noi (?:o|thuong tru|cu tru))(?!\S)"),
        ("residence", r"^(?:dia chi|noi (?:o|thuong tru|cu tru))(?!\S)"),
        ("note", r"^ghi chu"),
    )
)

# Whose fact: the mark on the word tells bố (father) from bộ, bỏ, and mẹ or má (mother) from mã (code).
_FATHER = frozenset({"cha", "bố", "bo", "ba", "tía"})
_MOTHER = frozenset({"mẹ", "me", "má"})
_GUARDIAN = re.compile(r"giam ho|do dau|dai dien|bao ho|phu huynh")
_CARER = re.compile(
    r"nguoi (?:truc tiep )?(?:nhan )?(?:cham soc|nuoi duong)|ho (?:gia dinh )?nhan cham soc|^cham soc$|^nuoi duong$"
)
_HEAD = re.compile(r"(?<!\S)chu ho(?!\S)")

_ATTRIBUTES = (
    ("relation", re.compile(r"quan he")),
    ("personal_id", re.compile(r"so cccd|so cmnd")),
    ("phone", re.compile(r"dien thoai|lien he|lien lac")),
    ("birth_date", re.compile(r"ngay sinh|ngay thang nam")),
    ("birth_year", re.compile(r"nam sinh|(?<!\S)ns(?!\S)|^sinh$|^nam$")),
    ("name", re.compile(r"ho ten|(?<!\S)ten(?!\S)")),
)
_ROLE_WORDS = re.compile(
    r"(?<!\S)(?:cha|bo|ba|tia|me|ma|nguoi|giam ho|do dau|dai dien|bao ho|phu huynh|truc tiep|nhan|cham soc"
    r"|nuoi duong|chu ho|gia dinh|ho|hoac|va|hay|neu co|cua|thong tin|hop phap|duoi"
    r"|de|ruot|voi|so|khac|ghi ro)(?!\S)"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a heading says the column is."""

    field: str
    sureness: int
    part: str | None = (
        None  # male, female: the column tells the sex; day, month, year: of a date; front, middle, back: of a name
    )
    relative: str | None = None  # whose fact, when not the registered person's

    @property
    def key(self) -> tuple[str, str | None]:
        """What two columns must not both be."""
        return self.field, self.part


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column, upper part first."""

    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """As it is named everywhere: `upper / lower`."""
        return " / ".join(" ".join(part.split()) for part in self.parts)


def claim_of(heading: Heading, register: Register, *, near: bool = True) -> Claim | None:
    """The field that this heading names in this register; None when it names none.

    Args:
        heading: of a column.
        register: whose fields are meant.
        near: whether a near spelling counts.
    """
    return _claim(heading.parts, _table_of(register), near) if heading.parts else None


def is_no_field(heading: str) -> bool:
    """Whether a heading is known to be no field: a running number, who changed the row."""
    return bool(_NO_FIELD.search(_forms(heading).full))


class _Table:
    """A register's headings in one form."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.fields = frozenset(register.by_name)
        self.marked: dict[str, str] = {}  # marks tell ĐT (telephone) from DT (ethnicity), Sổ from Số
        self.exact: dict[str, str] = {}
        for field in register.fields:
            for heading in field.headings:
                words = words_of(heading)
                self.marked.setdefault(" ".join(words.marked), field.name)
                self.exact.setdefault(words.full, field.name)
        if "personal_id" in self.fields:
            self.exact.setdefault(
                "so cmnd", "personal_id"
            )  # where the old number has no column, it stands for the number


_tables: dict[str, _Table] = {}


def _table_of(register: Register) -> _Table:
    """The register's table; made once, for hashing a register costs more than a heading."""
    known = _tables.get(register.name)
    if known is None or known.register is not register:
        known = _tables[register.name] = _Table(register)
    return known


@lru_cache(maxsize=20_000)
def _forms(text: str) -> Words:
    return words_of(text)


@lru_cache(maxsize=20_000)
def _claim(parts: tuple[str, ...], table: _Table, near: bool) -> Claim | None:
    lowest = _forms(parts[-1])
    whole = [_forms(" ".join(order)) for order in ((parts, parts[::-1]) if len(parts) > 1 else (parts,))]
    if special := _special(parts, lowest):
        return special
    for form in whole:
        if found := table.marked.get(" ".join(form.marked)) or table.exact.get(form.full):
            return _said(found, WHOLE)
    if _NO_FIELD.search(lowest.full) or _NO_FIELD.search(whole[0].full):
        return None
    if role := next((r for part in (lowest, *map(_forms, parts[-2::-1])) if (r := _role(part))), None):
        return _of_relative(role, lowest, whole[0], table)
    return _of_person(whole, lowest, len(parts) > 1, table) or (_near(whole[0].short, table) if near else None)


def _special(parts: tuple[str, ...], lowest: Words) -> Claim | None:
    """A sex that the column tells, and a date that stands in three columns."""
    above = {_forms(part).short for part in parts[:-1]}
    if lowest.full in _SEX_MARKS and (not above or above & (_BIRTH | _SEX)) and lowest.marked[0] != "năm":
        return Claim("birth_date" if above & _BIRTH else "sex", WHOLE, _SEX_MARKS[lowest.full])
    if lowest.full in _NAME_FRONTS and lowest.marked[0] != "hộ" and not any(_role(_forms(part)) for part in parts):
        return Claim("full_name", WHOLE, "front")
    if lowest.full in _NAME_MIDDLES and not any(_role(_forms(part)) for part in parts):
        return Claim("full_name", WHOLE, "middle")
    if lowest.full in _DATE_PARTS and above & _BIRTH:
        return Claim("birth_date", WHOLE, _DATE_PARTS[lowest.full])
    return None


def _of_person(whole: Sequence[Words], lowest: Words, several: bool, table: _Table) -> Claim | None:
    for form in whole:
        if form.short in table.exact:
            return _said(table.exact[form.short], SHORT)
    if several and (found := table.exact.get(lowest.full) or table.exact.get(lowest.short)) and lowest.full != "so":
        return _said(found, LOWER)
    for field, pattern in _TELLING:
        if field in table.fields and pattern.search(whole[0].short):
            return _said(field, HOLDS)
    return None


def _of_relative(role: str, lowest: Words, whole: Words, table: _Table) -> Claim | None:
    """The relative's fact; None when the register has no such field."""
    attribute = _attribute(lowest.full) or _attribute(whole.full) or "name"
    plain = attribute == "name" and not _ATTRIBUTES[-1][1].search(whole.full)
    if plain and _ROLE_WORDS.sub(" ", whole.full).strip():
        return None  # the ethnicity, the job, the address of a relative
    for who in _who(role, table):
        for field in _names(who, attribute):
            if field in table.fields:
                return Claim(field, ROLE, relative=who)
    return None


def _who(role: str, table: _Table) -> tuple[str, ...]:
    if role == "carer" and "carer_name" not in table.fields:
        return ("guardian",)
    return ("guardian",) if role == "parents" else (role,)


def _names(who: str, attribute: str) -> tuple[str, ...]:
    """The fields that may hold this fact of this relative, best first."""
    if who == "head":
        return ("household_head",) if attribute == "name" else ()
    other = {"birth_date": f"{who}_birth_year", "birth_year": f"{who}_birth_date", "phone": "phone"}
    return (f"{who}_{attribute}", *((other[attribute],) if attribute in other else ()))


def _role(part: Words) -> str | None:
    """Whose fact this part of a heading speaks of."""
    if _HEAD.search(part.full):
        return "head"
    words = set(part.marked)
    father, mother = bool(words & _FATHER), bool(words & _MOTHER)
    if (father and mother) or (_GUARDIAN.search(part.full) and (father or mother)):
        return "parents"
    if _GUARDIAN.search(part.full):
        return "guardian"
    if _CARER.search(part.full) or _CARER.search(part.short):
        return "carer"
    return "father" if father else "mother" if mother else None


def _attribute(text: str) -> str | None:
    """The fact that is named first."""
    named = [(found.start(), name) for name, pattern in _ATTRIBUTES if (found := pattern.search(text))]
    return min(named)[1] if named else None


def _near(key: str, table: _Table) -> Claim | None:
    """A heading of the register that is nearly spelt so, and clearly nearer than that of any other field."""
    if len(key) < _LONG_ENOUGH:
        return None
    best: dict[str, float] = {}
    for known, field in table.exact.items():
        if len(known) >= _LONG_ENOUGH and abs(len(known) - len(key)) <= 4:
            best[field] = max(best.get(field, 0.0), difflib.SequenceMatcher(None, known, key).ratio())
    ranked = sorted(best.items(), key=lambda item: -item[1])[:2]
    if not ranked or ranked[0][1] < _NEAR_ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEARLY_NEARER):
        return None
    return _said(ranked[0][0], NEAR)


def _said(field: str, sureness: int) -> Claim:
    who = field.split("_", 1)[0]
    return Claim(field, sureness, relative=who if who in ("father", "mother", "guardian", "carer") else None)
