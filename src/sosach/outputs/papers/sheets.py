"""The household review of a hamlet as PDF/A: a block per house that no page divides, a QR code on every page.

The QR code says the code of the list and the number of the page, and nothing else: whoever photographs it learns no
name. Everything that a page says is a string of Typst (see `pdf`).
"""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime

import segno
import typst

from sosach.forms.visits import CHOICES, Asks
from sosach.outputs.papers.pdf import STANDARD, fonts, string
from sosach.papers.sheets import House, Line, Sheets

_DOTS = "…………………………"
_HEADS = ("Mã", "Người trong danh sách", "Điều cần hỏi", "Trả lời (đánh dấu hoặc ghi)")
_FOUND = ("Họ và tên", "Ngày sinh", "Nam/Nữ", "Cha", "Mẹ", "Đã khai sinh?")
_MASK = 2  # of ISO/IEC 18004; any reads
_PAGES_OF_SUMMARY = 8  # more pages than a hamlet's summary ever fills

_PREAMBLE = """\
#set text(font: "Liberation Serif", size: 11pt, lang: "vi", hyphenate: false)
#set par(leading: 0.4em, spacing: 0.5em)
#set table(stroke: 0.5pt, inset: 3pt)
#let tick = box(width: 3.1mm, height: 3.1mm, stroke: 0.6pt, baseline: 0.3mm)
#let digits = box(grid(columns: (3.4mm,) * 12, ..range(12).map(_ => box(width: 3.4mm, height: 4mm, stroke: 0.5pt))))
#let code(it) = text(size: 7.5pt, it)
"""


def sheets_pdf(sheets: Sheets, on: date) -> bytes:
    """The file.

    Args:
        sheets: what is asked.
        on: the day by which it is dated.
    """
    return typst.compile(
        sheets_source(sheets).encode(),
        font_paths=fonts(),
        format="pdf",
        pdf_standards=STANDARD,
        pdf_tags=False,  # read on paper
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
    )


def sheets_source(sheets: Sheets) -> str:
    """The sheets in Typst's language."""
    title = f"Phiếu rà soát {sheets.hamlet} {sheets.code}"
    codes = ", ".join(_qr(sheets.page_code(page)) for page in range(1, len(sheets.houses) + _PAGES_OF_SUMMARY))
    blocks = "\n".join(_house(house) for house in sheets.houses)
    none = f"#text({string(f'{sheets.hamlet} không còn hộ cần hỏi.')})" if not sheets.houses else ""
    return (
        f"#set document(title: {string(title)})\n{_PREAMBLE}#let qr = ({codes},)\n{_page(sheets)}\n{none}\n{blocks}\n"
        f"{_summary(sheets)}\n"
    )


def _qr(said: str) -> str:
    """The code as a drawing, which Typst sets only on the page that shows it."""
    drawing = io.BytesIO()
    made = segno.make(said, error="m", micro=False, mask=_MASK)  # trying all eight takes five times as long
    made.save(drawing, kind="svg", xmldecl=False, nl=False, border=0, omitsize=True)
    return string(drawing.getvalue().decode())


def _page(sheets: Sheets) -> str:
    left = (
        f'[#text(weight: "bold", {string(f"UBND {sheets.unit}")}) \\ '
        f'#text(size: 13pt, weight: "bold", "PHIẾU RÀ SOÁT HỘ GIA ĐÌNH") \\ '
        f"#text({string(f'{sheets.hamlet} · Phiếu {sheets.code} · tờ ')})"
        '#context counter(page).display() #text("/") #context counter(page).final().first()]'
    )
    right = (
        f"align(right)[#context {{ let n = counter(page).get().first(); "
        'image(bytes(qr.at(n - 1)), format: "svg", width: 17mm); '
        f'v(-2pt); text(size: 9pt, {string(sheets.code)} + "-" + if n < 10 {{ "0" }} + str(n)) }}]'
    )
    asked = f"#text({string(f'Người hỏi: {_DOTS} Ngày: …/…/……')})"
    head = f"grid(columns: (1fr, 24mm), {left}, {right})"
    notice = f'#block(stroke: 0.4pt, inset: 3pt, text(size: 8.5pt, style: "italic", {string(sheets.notice)}))'
    footer = f"#align(center, text(size: 9pt, {string(f'Phiếu {sheets.code} · thu lại sau khi hỏi, không chụp ảnh')}))"
    return (
        '#set page(paper: "a4", margin: (top: 56mm, bottom: 14mm, left: 15mm, right: 12mm), header-ascent: 3mm, '
        f"header: [#{head} {asked} {notice}], footer: [{footer}])"
    )


def _house(house: House) -> str:
    doors = (
        f"tick + {string(' Có người ở nhà   ')} + tick + {string(' Vắng, hẹn lại ngày …/…   ')} + tick + "
        f"{string(f' Chuyển đi, nơi đến: {_DOTS}')}"
    )
    head = ", ".join(f'text(size: 10pt, weight: "bold", {string(said)})' for said in _HEADS)
    cells = ", ".join(cell for line in house.lines for cell in _line(line))
    table = f"table(columns: (22mm, 1.05fr, 1.3fr, 1.75fr), table.header({head}), {cells})"
    return (
        f"#block(breakable: {'true' if len(house.lines) > 14 else 'false'}, width: 100%, above: 10pt)[\n"
        f'#line(length: 100%, stroke: 1.2pt)\n#text(weight: "bold", {string(house.name)}) \\\n#{{ {doors} }}\n'
        f"#{table}\n{_met()}\n"
        f"#text({string(f'Người cung cấp thông tin: {_DOTS} Quan hệ: …………… Ký tên: ……………')})\n]"
    )


def _line(line: Line) -> Iterator[str]:
    front, dash, seal = line.code.rpartition("-")
    yield f"code({string(front + dash)} + linebreak() + {string(seal)})"
    if line.first:
        yield f"table.cell(rowspan: {line.together}, text({string(line.person)}))"
    yield f"text({string(line.question)})"
    yield f"[#{{ {_room(line.asks)} }}]"


def _room(asks: Asks) -> str:
    """Where the answer goes: boxes to tick, boxes for digits, or a line."""
    if asks is Asks.NUMBER:
        return "digits"
    if asks is Asks.CONFIRM_NUMBER:
        return f"tick + {string(' Đúng   ')} + tick + {string(' Sai, số đúng:')} + linebreak() + digits"
    if asks in CHOICES:
        return " + ".join(f"tick + {string(f' {choice}   ')}" for choice in CHOICES[asks])
    if asks is Asks.DATE:
        return f"{string('…/…/……   ')} + tick + {string(' Không rõ')}"
    return string(_DOTS)


def _met() -> str:
    """Room for children of the house who are on no list."""
    head = ", ".join(f"text(size: 9.5pt, {string(said)})" for said in _FOUND)
    sex = f"tick + {string(' Nam ')} + tick + {string(' Nữ')}"
    registered = f"tick + {string(' Có ')} + tick + {string(' Chưa')}"
    cells = f'"", "…/…/……", [#{{ {sex} }}], "", "", [#{{ {registered} }}]'
    opening = string("Trẻ em của hộ chưa có trong danh sách (mới sinh, mới đến):   ")
    return (
        f"#{{ text(size: 10pt, {opening}) + tick + {string(' Không có')} }}\n"
        f"#table(columns: (2fr, 1fr, 1.3fr, 1.5fr, 1.5fr, 1.3fr), rows: (auto, 7mm), {head}, {cells})"
    )


def _summary(sheets: Sheets) -> str:
    """The hamlet's own list of houses, with its sums and signatures."""
    head = ", ".join(
        f'text(size: 10pt, weight: "bold", {string(said)})'
        for said in ("TT", "Hộ", "Số người", "Số câu hỏi", "Đã hỏi", "Hẹn lại ngày", "Ghi chú")
    )
    rows = ", ".join(
        f"{string(str(number))}, {string(house.name)}, {string(str(house.persons))}, {string(str(len(house.lines)))}, "
        'tick, "", ""'
        for number, house in enumerate(sheets.houses, 1)
    )
    title = string(f"Tổng hợp {sheets.hamlet} · {sheets.code}")
    total = f"{len(sheets.houses)} hộ, {sheets.persons} người, {sheets.questions} câu hỏi"
    table = f"#table(columns: (8mm, 1fr, 14mm, 16mm, 13mm, 22mm, 34mm), table.header({head}), {rows})" if rows else ""
    return (
        f'#pagebreak(weak: true)\n#text(size: 13pt, weight: "bold", {title})\n'
        f"{table}\n#text({string(f'Cộng: {total}.')}) \\\n"
        f"#text({string('Phiếu phát ra …… Thu về …… Hẹn lại …… Trẻ chưa có trong danh sách ……')})\n#v(6pt)\n"
        f'#grid(columns: (1fr, 1fr), align(center)[#text(weight: "bold", {string("CỘNG TÁC VIÊN")}) \\ '
        f'#text(style: "italic", {string("(Ký, ghi rõ họ tên)")})], align(center)[#text(weight: "bold", '
        f'{string("TRƯỞNG THÔN")}) \\ #text(style: "italic", {string("(Ký, ghi rõ họ tên)")})])'
    )
