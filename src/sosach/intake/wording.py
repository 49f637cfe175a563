"""The words of headings brought to one form: without marks, abbreviations written out, one name for one thing.

“Số ĐDCN/CCCD”, “Mã định danh/ CMND” and “Số căn cước công dân” become `so cccd`; “Ngày, tháng, năm sinh” becomes
`ngay sinh`. Words for the registered person and remarks in brackets are left out in a second, shorter form.
"""

import re
import unicodedata
from dataclasses import dataclass

from sosach.text.legacy import decoded

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]?")
# Signs that Vietnamese text has not, or has not there: only then an old encoding is looked for.
_OLD_LETTERS = re.compile(r"[¡-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]|[a-z][À-ÖØ-Ý]")
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}\)?[.)\]:-]|\(\d{1,2}\)|[IVX]{1,4}[.)])\s*(?=\S)")

# Applied in this order to folded words. What stands for one thing becomes one word or one phrase.
_ONE_FORM = tuple(
    (re.compile(rf"(?<!\S)(?:{old})(?!\S)"), new)
    for old, new in (
        (r"d toc|dtoc", "dan toc"),
        (r"hoten|hovaten", "ho ten"),
        (r"h ten|ho va ten|ho ten ten|ho (?:va )?(?:chu )?(?:dem|lot) (?:va )?ten|ho ten dem ten", "ho ten"),
        (r"ho ten (?:day du|goi|khai sinh)", "ho ten"),
        (r"ngay thang nam sinh|ngay thang sinh|ngay nam sinh|sinh ngay(?: thang(?: nam)?)?|ntns|ngaysinh", "ngay sinh"),
        (r"ngay sinh nam sinh|nam sinh ngay sinh", "ngay sinh"),
        (r"so giay to tuy than|giay to tuy than|so giay to|gttt", "cccd"),
        (r"can cuoc cong dan|the can cuoc|can cuoc|(?<=so )cc", "cccd"),
        (r"sodinhdanh|dinh danh ca nhan|ddcn|sdd|(?<=so )dd|dinh danh|ma so ca nhan|ma ca nhan|ma cong dan", "cccd"),
        (r"chung minh nhan dan|chung minh thu(?: nhan dan)?|cmtnd|cmt|so cm", "cmnd"),
        (r"(?:ma so|ma|so the|the)(?= (?:cccd|cmnd))", "so"),
        (r"(?:so )?(?:cccd|cmnd)(?: (?:hoac |va |hay )?(?:so )?(?:cccd|cmnd))+", "so cccd"),
        (r"(?<!so )cccd", "so cccd"),
        (r"(?<!so )cmnd", "so cmnd"),
        (r"so dt|sdt|so di dong|dtdd|dien thoai di dong", "so dien thoai"),
        (r"bao hiem y te|the bhyt", "bhyt"),
        (r"qd", "quyet dinh"),
        (r"(?<=muc do )kt|(?<=muc )kt|(?<=dang )kt|(?<=loai )kt", "khuyet tat"),
        (r"moi quan he|qh", "quan he"),
        (r"nguoi cs|ncs", "nguoi cham soc"),
        (r"hcdb", "hoan canh dac biet"),
        (r"(?<=loai )dt|(?<=nhom )dt|(?<=ma )dt|(?<=dien )dt", "doi tuong"),
        (r"tdp", "to dan pho"),
    )
)  # fmt: skip

# Words that only say whose fact it is, when nobody else is meant; a heading keeps at least one other word.
_PERSON = re.compile(
    r"(?<!\S)(?:cua |thong tin (?:ve )?)?(?:tre em|tre|hoc sinh|hoc vien|thieu nhi|thanh vien"
    r"|chau be|cac chau|chau|em be|con em|be"
    r"|nguoi duoc khai sinh|nguoi khai sinh"
    r"|doi tuong (?:bao tro xa hoi|bao tro|btxh|huong|thu huong)|doi tuong|nguoi (?:duoc )?huong(?: tro cap"
    r"| che do| luong)?|nguoi thu huong"
    r"|nguoi khuyet tat|nguoi cao tuoi|nkt|nct|cong dan|nguoi)(?!\S)"
)
_FILLING = re.compile(
    r"(?<!\S)(?:thong tin(?: ve| chung| ca nhan)?|cua|ve|thuoc|thuoc dien|neu co|ghi ro"
    r"|theo giay khai sinh|theo khai sinh)(?!\S)"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A heading in its forms."""

    text: str  # as printed, single-spaced
    marked: tuple[str, ...]  # its words in small letters with marks
    folded: tuple[str, ...]  # the same words without marks
    full: str  # one form for one thing
    short: str  # without brackets and without words for the registered person


def words_of(text: str) -> Words:
    """The forms of a heading."""
    tidy = readable(text)
    bare = _NUMBERING.sub("", tidy)
    marked = tuple(_WORD.findall(bare.lower()))
    full = canonical(" ".join(map(fold, marked)))
    unbracketed = canonical(" ".join(map(fold, _WORD.findall(_BRACKETS.sub(" ", bare).lower())))) or full
    return Words(tidy, marked, tuple(map(fold, marked)), full, _without_person(unbracketed))


def readable(text: str) -> str:
    """The text composed and single-spaced, out of an old encoding where it is in one (`Hä vµ tªn` is Họ và tên)."""
    found = decoded(text) if _OLD_LETTERS.search(text) else None
    return " ".join(unicodedata.normalize("NFKC", found.text if found else text).split())


def fold(text: str) -> str:
    """Small letters without marks, đ as d."""
    apart = unicodedata.normalize("NFKD", text.lower().replace("đ", "d").replace("ð", "d"))
    return "".join(c for c in apart if not unicodedata.combining(c))


def canonical(folded: str) -> str:
    """Folded words with one form for one thing."""
    for pattern, new in _ONE_FORM:
        folded = pattern.sub(new, folded)
    return " ".join(folded.split())


def _without_person(full: str) -> str:
    short = " ".join(_FILLING.sub(" ", _PERSON.sub(" ", full)).split())
    return short or full
