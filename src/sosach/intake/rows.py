"""Which rows below a heading are persons, and why the others are not.

The accounting always adds up: every row from the heading to the last one with content is a person or a skipped row
with its reason. A person must never be lost: whoever has a name and one more fact is one, even if the name is
“Cộng”. So a row is left out for what it positively is (a total, a signature, a name of a hamlet), never because
something is missing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from sosach.intake.facts import column_number
from sosach.intake.headings import Heading, claim_of
from sosach.intake.layout import Header
from sosach.intake.mapping import Mapped
from sosach.intake.reading import Grid
from sosach.intake.wording import fold, readable
from sosach.registers.field import Kind
from sosach.registers.register import Register

BLANK = "dòng trống"
TOTAL = "dòng tổng cộng"
SIGNATURE = "phần ký tên"
AGAIN = "dòng tiêu đề lặp lại"
NUMBERS = "dòng số thứ tự cột"
HAMLET = "tên thôn đứng riêng"
GROUP = "tên nhóm đứng riêng"
NOTE = "dòng ghi chú"
UNNAMED = "chỉ có số thứ tự"

# A name of at least two words, or one that is no word of a total; what else stands in the column is looked at closely.
_PLAIN_NAME = r"^\s*\p{L}[\p{L}\p{M}'’.\-]*(?:\s+\p{L}[\p{L}\p{M}'’.\-]*)+\s*$"
_TOTAL_WORD = r"(?i)^\s*(?:tổng|cộng|luỹ kế|lũy kế|tong|cong)(?:\s+(?:số|cộng|so|cong))?(?:\W|$)"
_FULL_DATE = r"^\D{0,3}\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}\s*$|^\s*[34]\d{4}\s*$|^\s*(?:19|20)\d{2}\s*$"

_TOTAL_MARKED = re.compile(r"(?:tổng|cộng|luỹ kế|lũy kế)(?:\W|$)")  # with marks no name begins so
_TOTAL_TCVN3 = "tæng céng"  # both words can be read as they stand, so that nothing tells the old encoding
_TOTAL_BARE = re.compile(
    r"^(?:tong cong|tong so|tong|cong|luy ke|cong trang|mang sang|chuyen trang)"
    r"(?:\s*(?:cong|so|toan|thon|xom|xa|ca|danh sach|trang|chung|nguoi|tre em|tre|chau|em|ho|doi tuong"
    r"|truong hop|nam|nu|va|co|la))*[\W\d]*$"
)
_COUNT = re.compile(r"^[\W\d]*\d[\d.,]*\s*(?:nam|nu|nguoi|tre|tre em|chau|ho|doi tuong|truong hop|em|dong)?\W*$")
_SIGNATURE = re.compile(
    r"nguoi lap|lap bieu|lap bang|thu truong|chu tich|truong thon|truong ban|truong xom|to truong|truong khu"
    r"|can bo|cong chuc|ke toan|ky ten|ky, ghi|da ky|dong dau|xac nhan"
    r"|noi nhan|thay mat|uy ban nhan dan|^ubnd|^kt\W|^tm\W|^tl\W|giam doc|hieu truong|nguoi tong hop"
    r"|cong tac vien|nguoi kiem tra|nguoi ra soat"
    r"|ngay.{0,6}thang.{0,6}nam(?!.{0,4}sinh)"
)
_HAMLET = re.compile(
    r"^\s*(?:(?:[IVXLC]+|\d{1,2}|[A-Z])\s*[.)/:-]?\s*)?(?P<name>(?:thôn|xóm|tổ dân phố|tdp|khu phố|khu dân cư"
    r"|khu|ấp|khóm|buôn|làng|bản|thon|xom|to dan pho|tổ)(?:\s+|\s*:\s*|\s+số\s+)\S.{0,60})$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^(?:ghi chu|luu y|chu y|\*|\(\*|-\s|danh sach (?:nay|tren|gom)|bieu|an dinh|trong do|bang chu)")
_GROUP = re.compile(
    r"^\s*(?:[IVXLC]+|[A-Z])\s*[.)/:-]\s*\S|^\s*(?:nhom|loai|doi tuong|do tuoi|tre|nguoi) ", re.IGNORECASE
)
_COLUMN_NUMBER = re.compile(r"^\s*\(?\s*(?:\d{1,2}|[A-Za-z])\s*\)?\s*(?:=.*)?$")
_ORDINAL = re.compile(r"^\s*\d{1,6}\s*[.)]?\s*$")
_NAME_LIKE = re.compile(r"[^\W\d_]{2,}")
_RUNNING = re.compile(r"s\W?t\W?t\W?|t\W?t\W?|so t\W?t|so thu tu|stt .*")  # heading of the running number
_ROMAN = re.compile(r"^\s*[IVXLC]+\s*[.)]?\s*$")
_SEX_WORDS = frozenset({"nam", "nu", "m", "f", "trai", "gai", "male", "female", "x"})
_FIELDS_OF_HEADING = 3  # that a row must name to be the heading of a table
_DIGITS_NEEDED = {
    Kind.PERSONAL_ID: 6,
    Kind.OLD_ID: 6,
    Kind.PHONE: 8,
    Kind.INSURANCE: 8,
    Kind.BIRTH_CERT: 2,
    Kind.CODE: 1,
}


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows below a heading."""

    first: int  # zero-based, the row below the heading
    last: int  # zero-based, the last one with content; one less than `first` when there is none
    persons: pl.Series  # zero-based rows, UInt32
    skipped: tuple[tuple[int, str], ...]  # (zero-based row, why)
    hamlets: tuple[tuple[int, str], ...]  # (zero-based row, hamlet that stands alone there)
    other_table: int | None = None  # zero-based row with the heading of another table, its columns in another order


@dataclass(slots=True)
class _Sheet:
    """What the close look at a row must know."""

    kinds: Mapping[int, tuple[str, Kind]]  # column: field and kind
    name: int | None  # column of the person's name
    number: int | None  # column of the running number
    headings: Mapping[int, frozenset[str]]  # column: its folded headings
    merged_across: frozenset[int]  # rows with a cell merged over three columns or more
    last_certain: int
    certain: tuple[int, ...]  # rows that are persons at first sight
    signed: bool = field(default=False)  # a signature was met
    signed_until: int = field(default=-1)  # the first certain person after signatures that stand amid the list
    ended: bool = field(default=False)  # a total was met after the last certain person


def find_rows(grid: Grid, header: Header, mapped: Mapped, register: Register) -> Rows:
    """Sorts the rows below the heading.

    Args:
        grid: the sheet.
        header: its heading.
        mapped: its columns.
        register: of which the fields are.
    """
    below = grid.text.slice(header.below)
    broken = grid.cells.select(letter for letter in grid.cells.columns if letter in mapped.claims).slice(header.below)
    if not below.height:
        return Rows(header.below, header.below - 1, pl.Series([], dtype=pl.UInt32), (), ())
    content = _any(below) | (_any(broken) if broken.width else pl.repeat(False, below.height, eager=True))
    last = int(content.arg_true()[-1]) if content.any() else -1
    below, content = below.head(last + 1), content.head(last + 1)
    certain = _certain(below, mapped) & content
    sheet = _sheet(grid, header, mapped, register, certain)
    skipped: list[tuple[int, str]] = [(int(row), BLANK) for row in (~content).arg_true()]
    hamlets: list[tuple[int, str]] = []
    doubtful = (content & ~certain).arg_true()
    lost: list[int] = []
    other: int | None = None
    for row, cells in zip(doubtful, below[doubtful].iter_rows(), strict=True):
        if other is None and _heads_other_table(cells, sheet, register):
            other = int(row) + header.below
        why = _why_no_person(int(row), cells, sheet)
        if why is None:
            continue
        lost.append(int(row))
        skipped.append((int(row), why))
        if why == HAMLET:
            hamlets.append((int(row) + header.below, _hamlet(cells)))
    keep = content.scatter(lost, False) if lost else content
    persons = (keep.arg_true() + header.below).cast(pl.UInt32)
    return Rows(
        header.below,
        header.below + last,
        persons,
        tuple(sorted((row + header.below, why) for row, why in skipped)),
        tuple(hamlets),
        other,
    )


def _any(frame: pl.DataFrame) -> pl.Series:
    return frame.select(pl.any_horizontal(pl.all().is_not_null())).to_series()


def _certain(below: pl.DataFrame, mapped: Mapped) -> pl.Series:
    """Rows that are persons at first sight: a plain name and a full date, a long number or the word for a sex."""
    name = mapped.column_of("full_name")
    if name is None:
        return pl.repeat(False, below.height, eager=True)
    plain = pl.col(name).str.contains(_PLAIN_NAME) & ~pl.col(name).str.contains(_TOTAL_WORD)
    signs = [pl.lit(False)]
    for letter, claim in mapped.claims.items():
        if claim.field == "birth_date" and claim.part in (None, "male", "female"):
            signs.append(pl.col(letter).str.contains(_FULL_DATE))
        elif claim.field == "personal_id":
            signs.append(pl.col(letter).str.count_matches(r"\d") >= 9)
        elif claim.field == "sex" and claim.part is None:
            signs.append(pl.col(letter).str.contains(r"(?i)^\s*(?:nam|nữ|nu)\s*$"))
    return below.select((plain & pl.any_horizontal(signs)).fill_null(value=False)).to_series()


def _sheet(grid: Grid, header: Header, mapped: Mapped, register: Register, certain: pl.Series) -> _Sheet:
    kinds = {column_number(x): (c.field, register.by_name[c.field].kind) for x, c in mapped.claims.items()}
    headings = {column_number(x): frozenset(" ".join(fold(p).split()) for p in h.parts) for x, h in header.headings}
    name = mapped.column_of("full_name")
    number = next((column for column, texts in headings.items() if any(map(_RUNNING.fullmatch, texts))), None)
    across = frozenset(
        row - header.below
        for top, left, bottom, right in grid.merged
        if right - left >= 2
        for row in range(top, min(bottom, top + 9) + 1)
    )
    found = certain.arg_true()
    last_certain = int(found[-1]) if found.len() else -1
    people = tuple(found.to_list())
    return _Sheet(kinds, column_number(name) if name else None, number, headings, across, last_certain, people)


def _why_no_person(row: int, cells: Sequence[str | None], sheet: _Sheet) -> str | None:
    """The reason why this row is no person; None when it is one."""
    texts = {column: cell for column, cell in enumerate(cells) if cell is not None}
    facts = _facts(texts, sheet)
    if not texts:
        return None  # only broken formulas: somebody stands there
    if why := _why_table(row, texts, sheet):
        return why
    words = _words(texts, sheet)
    if facts < 1 + _is_total(words) and (why := _why_alone(words, texts, sheet, row)):
        return why
    if row > sheet.last_certain and (why := _why_signed(texts, sheet, facts)):
        return why
    if row <= sheet.last_certain and not facts and (why := _why_signed_amid(row, texts, sheet)):
        return why
    return None if _is_person(texts, sheet, facts) else _rest(texts, sheet)


def _facts(texts: Mapping[int, str], sheet: _Sheet) -> int:
    """How many cells are plainly what their column should hold."""
    return sum(
        _fits(text, *sheet.kinds[column])
        for column, text in texts.items()
        if column in sheet.kinds and column != sheet.name
    )


def _fits(text: str, name: str, kind: Kind) -> bool:
    digits = sum(c.isdigit() for c in text)
    if kind in _DIGITS_NEEDED:
        return (
            digits >= _DIGITS_NEEDED[kind] and not _COUNT.match(fold(text))
            if kind is Kind.CODE
            else digits >= _DIGITS_NEEDED[kind]
        )
    if kind is Kind.SEX:
        return fold(text).strip() in _SEX_WORDS
    if kind in (Kind.DATE, Kind.YEAR):
        return bool(re.search(r"\d{1,2}\s*[/.-]\s*\d{1,4}|^\s*(?:19|20)\d\d\s*$|^\s*[34]\d{4}\s*$", text))
    if name.endswith("_relation") or kind in (Kind.ETHNICITY, Kind.NATIONALITY):
        return bool(_NAME_LIKE.search(text)) and not digits and len(text) <= 40 and not _SIGNATURE.search(fold(text))
    return False


def _why_table(row: int, texts: Mapping[int, str], sheet: _Sheet) -> str | None:
    """Rows that belong to the table's frame: the heading again, the numbers of the columns."""
    same = sum(" ".join(fold(text).split()) in sheet.headings.get(column, ()) for column, text in texts.items())
    if same >= 2 and same * 2 >= len(texts):
        return AGAIN
    if len(texts) >= 3 and all(_COLUMN_NUMBER.match(text) for text in texts.values()):
        numbers = [int(n) for text in texts.values() if (n := re.sub(r"\D", "", text.partition("=")[0]))]
        if len(numbers) * 2 >= len(texts) and numbers == sorted(set(numbers)) and (row < 3 or sheet.name in texts):
            return NUMBERS
    return None


def _heads_other_table(cells: Sequence[str | None], sheet: _Sheet, register: Register) -> bool:
    """Whether this row is a heading whose columns are not those of the heading above."""
    texts = {column: cell for column, cell in enumerate(cells) if cell is not None}
    if len(texts) < _FIELDS_OF_HEADING or any(any(c.isdigit() for c in text) for text in texts.values()):
        return False
    if _why_table(_FIELDS_OF_HEADING, texts, sheet) == AGAIN:
        return False
    claims = {column: claim_of(Heading((text,)), register, near=False) for column, text in texts.items()}
    named = {column: claim.field for column, claim in claims.items() if claim and claim.part is None}
    if "full_name" not in named.values() or len(set(named.values())) < _FIELDS_OF_HEADING:
        return False
    return any(sheet.kinds.get(column, ("",))[0] != field for column, field in named.items())


def _words(texts: Mapping[int, str], sheet: _Sheet) -> list[str]:
    """The cells with words, composed and single-spaced; running numbers in Roman figures are none."""
    found = [t for column, t in texts.items() if _speaks(t, name=column == sheet.name) and not _ROMAN.match(t)]
    return [readable(text) for text in found]


def _speaks(text: str, *, name: bool) -> bool:
    """Whether a cell has words; a name may be a single letter."""
    return bool(_NAME_LIKE.search(text)) or (name and any(c.isalpha() for c in text))


def _is_total(words: Sequence[str]) -> bool:
    if not words:
        return False
    first = words[0]
    return bool(_TOTAL_MARKED.match(first.lower()) or _TOTAL_BARE.match(fold(first)) or first.lower() == _TOTAL_TCVN3)


def _why_alone(words: Sequence[str], texts: Mapping[int, str], sheet: _Sheet, row: int) -> str | None:
    """Rows without a person's facts that say what they are."""
    if not words:
        return UNNAMED if sheet.number in texts or len(texts) == 1 else None
    if _is_total(words) and not _is_numbered_person(texts, sheet):
        sheet.ended = sheet.ended or row > sheet.last_certain
        return TOTAL
    if len(words) == 1 and _HAMLET.match(words[0]):
        return HAMLET
    if _NOTE.match(fold(words[0])):
        return NOTE
    return _why_group(words, texts, sheet, row)


def _why_group(words: Sequence[str], texts: Mapping[int, str], sheet: _Sheet, row: int) -> str | None:
    """A text that stands alone, without the running number that persons of this sheet have."""
    unnumbered = sheet.number is None or not _ORDINAL.match(texts.get(sheet.number, ""))
    if len(words) > 1 or len(texts) > 2 or not unnumbered or row > max(sheet.last_certain, 0) + 1:
        return None
    apart = row in sheet.merged_across or sheet.name not in texts or sheet.number is not None
    return GROUP if apart or _GROUP.match(fold(words[0])) else None


def _is_numbered_person(texts: Mapping[int, str], sheet: _Sheet) -> bool:
    """A running number beside a name of one bare word: somebody may be called Cộng."""
    name = texts.get(sheet.name, "") if sheet.name is not None else ""
    numbered = sheet.number is not None and bool(_ORDINAL.match(texts.get(sheet.number, "")))
    return (
        numbered
        and not any(c.isdigit() or c == ":" for c in name)
        and fold(name).strip() in ("cong", "tong")
        and len(texts) > 2
    )


def _why_signed(texts: Mapping[int, str], sheet: _Sheet, facts: int) -> str | None:
    """Rows after the last certain person that are signatures, or stand below one."""
    speaks = any(_SIGNATURE.search(fold(" ".join(text.split()))) for text in texts.values())
    if speaks and facts < 2:
        sheet.signed = True
        return SIGNATURE
    numbered = sheet.number is not None and bool(_ORDINAL.match(texts.get(sheet.number, "")))
    if facts or numbered:
        return None
    return SIGNATURE if sheet.signed else NOTE if sheet.ended else None


def _why_signed_amid(row: int, texts: Mapping[int, str], sheet: _Sheet) -> str | None:
    """Two signatures side by side above persons who were added later, and the two names below them."""
    if sheet.number in texts or len(texts) < 2:
        return None
    marks = sum(bool(_SIGNATURE.search(fold(" ".join(text.split())))) for text in texts.values())
    if marks >= 2:
        sheet.signed_until = next((int(r) for r in sheet.certain if r > row), -1)
        return SIGNATURE
    strangers = [c for c, text in texts.items() if c != sheet.name and _is_stranger(text, sheet.kinds.get(c))]
    return SIGNATURE if row < sheet.signed_until and len(strangers) == len(texts) - (sheet.name in texts) else None


def _is_stranger(text: str, kind: tuple[str, Kind] | None) -> bool:
    """Words where a number or a date belongs, or in no field's column."""
    return not any(c.isdigit() for c in text) and (kind is None or kind[1] in (*_DIGITS_NEEDED, Kind.DATE, Kind.YEAR))


def _is_person(texts: Mapping[int, str], sheet: _Sheet, facts: int) -> bool:
    """A name and one more cell, or two facts without a name."""
    named = sheet.name is not None and _speaks(texts.get(sheet.name, ""), name=True)
    if named:
        return len(texts) > 1 or len(texts[sheet.name or 0].split()) >= 2
    mapped = sum(column in sheet.kinds for column in texts)
    return facts >= 2 or (facts == 1 and mapped >= 2) or mapped >= 3


def _rest(texts: Mapping[int, str], sheet: _Sheet) -> str:
    if sheet.number in texts and len(texts) == 1:
        return UNNAMED
    return NOTE


def _hamlet(cells: Sequence[str | None]) -> str:
    """The hamlet's name in a row where it stands alone."""
    texts = [readable(cell) for cell in cells if cell]
    found = next((match for text in texts if (match := _HAMLET.match(text))), None)
    return re.split(r"\s*[(:–,-]\s*", found["name"])[0] if found else ""
