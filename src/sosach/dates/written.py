"""A written date in one form, `day/month/year`, whatever words, separators and cell formats the office used.

The forms that come out: `4/6/2015`, `2015/6/4`, `6/2015`, `2015/6`, `2015`, each number as it was written and `0` for
a day or month that is not known (`--/06/1948` becomes `0/06/1948`); nothing for a placeholder; `#42065` for a count of
days that stands as text. Everything else is no date and comes out as `?`. Nothing is judged here: `31/2/2015` is a
written date.
"""

import re

import polars as pl

from sosach.dates.serial import from_1900
from sosach.text import cells, rare

NO_DATE = "?"
DAY_COUNT = "#"

# Most cells of most files: they only need one separator.
_SIMPLE = r"^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/-]\d{4}|\d{4})$"

# A number is a count of days from 1927 to 2064; fewer than five digits are a year.
_COUNTS = range(10_000, 60_001)
_YEARS = range(1900, 2101)

_LONGEST = 100  # characters; a longer cell is a story, not a date

_UNKNOWN = r"[-–—_.…x?*]"
_NOTHING = re.compile(
    rf"(?:{_UNKNOWN}|[/\\ 0])*|n/?a|null|none|nan|trống|trong|kxđ|đang cập nhật|dang cap nhat"
    r"|(?:không|khong|ko|k|chưa|chua)"
    r"(?: (?:có|co|rõ|ro|biết|biet|nhớ|nho|xác định|xac dinh|thông tin|thong tin|ngày|ngay|sinh|được))*"
)
# Another calendar, or a guess: there is no reading without asking.
_ASK = re.compile(r"âm lịch|\bâm\b|\bal\b|nhuận|khoảng|chừng|ước|hoặc|~")

_LONG_DASHES = re.compile(r"[–—‑−]")
_EDGES = re.compile(r"^[\s'’‘`\"“”:]+|[\s'’‘`\"“”.,;]+$")
_NOTES = (
    re.compile(
        r"(?:[ t,]+|(?<=\d)t)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:am|pm|sa|ch))?(?:z|[+-]\d{2}:?\d{2})?$"
    ),
    re.compile(r"^(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,]+(?=ngày|\d)"),
    re.compile(
        r"\b(?:không|ko|k|chưa) (?:nhớ|rõ|biết|có|xác định)(?: (?:rõ|được))?(?:,? ?(?:ngày|tháng|và|sinh|cụ thể))*"
    ),
    re.compile(r"\(?\b(?:dương lịch|dl)\b\)?"),
    re.compile(r" ?\([^\d()]*\)$"),
    re.compile(r"^(?:(?:ngày,? tháng,? năm sinh|ngày sinh|năm sinh|sinh|sn|ns)\b[ :.]*)+"),
)

_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bngày\b ?"), " "),
    (re.compile(r"[-/., ]*(?:\btháng|thg\.?|\bt(?=\d))[-/., ]*"), "/"),
    (re.compile(r"[-/., ]*\bnăm\b[-/., ]*"), "/"),
)
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {month: i for i, month in enumerate(_MONTH_NAMES.split(), 1)}
_MONTH = "(?P<month>" + "|".join(_MONTHS) + r")[a-z]*[ /.,-]*"
_NAMED = (
    re.compile(rf"(?P<day>\d{{1,2}})[ /.,-]*{_MONTH}(?P<year>\d{{4}}|\d{{2}})"),
    re.compile(rf"{_MONTH}(?P<day>\d{{1,2}}),? +(?P<year>\d{{4}})"),
    re.compile(rf"{_MONTH}(?P<year>\d{{4}})"),
)

_SEP = r" ?[/.,\\ -] ?/?"
_GAP = rf"(?:{_UNKNOWN}|[/\\ ])"


def _form(pattern: str, form: str) -> tuple[re.Pattern[str], str]:
    return re.compile(pattern), form


# The first that fits the whole text tells its parts.
_FORMS = (
    _form(rf"\d{{1,2}}[/.-] ?(?:{_UNKNOWN}|/)+ ?[/.-]? ?\d{{4}}", NO_DATE),  # a day without a month
    _form(rf"/?(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}(\d{{4}}|\d{{2}})", r"\1/\2/\3"),
    _form(rf"(\d{{4}}){_SEP}(\d{{1,2}}){_SEP}(\d{{1,2}})", r"\1/\2/\3"),
    _form(rf"/?(\d{{1,2}}){_SEP}(\d{{4}})", r"\1/\2"),
    _form(rf"(\d{{4}}){_SEP}(\d{{1,2}})", r"\1/\2"),
    _form(rf"{_GAP}*(\d{{4}})", r"\1"),
    _form(rf"{_GAP}+(\d{{1,2}})[/.-](\d{{4}})", r"0/\1/\2"),
)


def written(cell: pl.Expr) -> pl.Expr:
    """The date of each marked cell in one form, as the module tells; broken and uncounted formulas are no dates."""
    text = cell.str.strip_prefix(cells.DATE)
    simple = text.str.contains(_SIMPLE)
    rest = rare.each(pl.when(~simple).then(text), _rewritten)
    return pl.when(simple).then(text.str.replace_all(r"[.-]", "/")).otherwise(rest)


def _rewritten(cell: str) -> str:
    if len(cell) > _LONGEST:
        return NO_DATE
    if cell[:1] == cells.NUMBER:
        return _from_number(cell[1:])
    text = cell.removeprefix(cells.SHOWN)
    return NO_DATE if text[:1] in cells.MARKS else _from_text(text.lower())


def _from_number(number: str) -> str:
    whole, _, fraction = number.partition(".")
    if whole.isdecimal() and int(whole) in _COUNTS:
        day = from_1900(int(whole))
        return day.strftime("%Y/%m/%d") if day else NO_DATE
    return _from_text(whole if not fraction.strip("0") else number)


def _from_text(text: str) -> str:
    text = _EDGES.sub("", _LONG_DASHES.sub("-", text))
    if _NOTHING.fullmatch(text):
        return ""
    if _ASK.search(text):
        return NO_DATE
    for note in _NOTES:
        text = note.sub("", text)
    text = re.sub(r"(?<=\d)\.0+$", "", _EDGES.sub("", text))
    return _from_digits(text) if text.isdecimal() else _from_parts(text)


def _from_digits(text: str) -> str:
    """Digits without separators: the year tells where it stands."""
    last_four, first_four = int(text[-4:]) in _YEARS, int(text[:4]) in _YEARS
    if len(text) == 8 and (last_four or first_four):
        return f"{text[:2]}/{text[2:4]}/{text[4:]}" if last_four else f"{text[:4]}/{text[4:6]}/{text[6:]}"
    if len(text) in (6, 7) and last_four:
        return f"{text[:-6]}/{text[-6:-4]}/{text[-4:]}".removeprefix("/")
    if len(text) == 6:
        return f"{text[:2]}/{text[2:4]}/{text[4:]}"
    if len(text) == 5 and int(text) in _COUNTS:
        return DAY_COUNT + text
    return text if len(text) == 4 else NO_DATE


def _from_parts(text: str) -> str:
    for pattern in _NAMED:
        if named := pattern.fullmatch(text):
            parts = named.groupdict() | {"month": str(_MONTHS[named["month"]])}
            return "/".join(parts[part] for part in ("day", "month", "year") if part in parts)
    for word, sign in _WORDS:
        text = word.sub(sign, text)
    for pattern, form in _FORMS:
        if found := pattern.fullmatch(text.strip()):
            return found.expand(form)
    return NO_DATE
