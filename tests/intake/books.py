"""Workbooks made for the tests of intake: honest ones by openpyxl, strange ones by hand; everybody is made up."""

import datetime as dt
import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt

TYPES = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<Types'
    b' xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
    b' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
    b' ContentType="application/xml"/><Override PartName="/xl/workbook.xml"'
    b' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    b'<Override PartName="/xl/worksheets/sheet1.xml"'
    b' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELS = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships'
    b' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="xl/workbook.xml"/></Relationships>'
)
BOOK = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<workbook'
    b' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet'
    b' name="Danh sach" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
BOOK_RELS = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships'
    b' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
    b' Target="worksheets/sheet1.xml"/><Relationship Id="rId2"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"'
    b' Target="styles.xml"/><Relationship Id="rId3"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"'
    b' Target="sharedStrings.xml"/></Relationships>'
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

HEADINGS = ("STT", "Họ và tên trẻ", "Ngày sinh", "Giới tính", "Dân tộc", "Số định danh cá nhân", "Họ tên mẹ", "Thôn")
MINH = (1, "Nguyễn Văn Minh", "05/03/2018", "Nam", "Kinh", "027218700001", "Trần Thị Hoa", "Gò Me")
LAN = (2, "Lê Thị Lan", "17/11/2020", "Nữ", "Tày", "027320700002", "Lương Thị Bé", "Bến Cỏ")
SON = (3, "Giàng A Sơn", "01/01/2012", "Nam", "Mông", "027212700003", "Sùng Thị Mỷ", "Bến Cỏ")
PERSONS = (MINH, LAN, SON)


def book_of(rows: Sequence[Sequence[Any]], *, name: str = "Danh sách trẻ em") -> openpyxl.Workbook:
    """A workbook with one sheet of these rows."""
    book = openpyxl.Workbook()
    add_sheet(book, name, rows)
    del book["Sheet"]
    return book


def add_sheet(book: openpyxl.Workbook, name: str, rows: Sequence[Sequence[Any]]) -> Any:
    """One more sheet."""
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(list(row))
    return sheet


def saved(book: openpyxl.Workbook, path: Path) -> Path:
    """The workbook on disk."""
    book.save(path)
    return path


def children(path: Path, persons: Sequence[Sequence[Any]] = PERSONS, **more: Any) -> Path:
    """A plain list of children on disk."""
    return saved(book_of([HEADINGS, *persons], **more), path)


def children_of(path: Path, headings: Sequence[str], persons: Sequence[Sequence[Any]]) -> Path:
    """A list of children under other headings; texts that begin like formulas stay texts."""
    book = book_of([headings])
    for row in persons:
        place = book.active.max_row + 1
        for column, value in enumerate(row, 1):
            cell = book.active.cell(place, column, value)
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    return saved(book, path)


def sheet_xml(rows: str, before: str = "", after: str = "") -> bytes:
    """The XML of a sheet with these rows."""
    body = f"{before}<sheetData>{rows}</sheetData>{after}"
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet {MAIN}>{body}</worksheet>'
    return text.encode()


def row_xml(number: int, cells: Sequence[Any], *, style: Mapping[int, int] | None = None) -> str:
    """A row of texts and numbers."""
    styled = style or {}
    parts = []
    for column, cell in enumerate(cells):
        place = f'r="{chr(65 + column)}{number}"' + (f' s="{styled[column]}"' if column in styled else "")
        if isinstance(cell, int | float):
            parts.append(f"<c {place}><v>{cell}</v></c>")
        elif cell:
            parts.append(f'<c {place} t="inlineStr"><is><t>{cell}</t></is></c>')
    return f'<row r="{number}">{"".join(parts)}</row>'


def children_xml(persons: Sequence[Sequence[Any]] = PERSONS) -> str:
    """The rows of a plain list of children."""
    return "".join(row_xml(number, cells) for number, cells in enumerate([HEADINGS, *persons], 1))


SKELETON = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELS,
    "xl/workbook.xml": BOOK,
    "xl/_rels/workbook.xml.rels": BOOK_RELS,
}


def xlsx_bytes(sheet: bytes, parts: Mapping[str, bytes] | None = None) -> bytes:
    """A container with one sheet and further parts."""
    return zipped({**SKELETON, "xl/worksheets/sheet1.xml": sheet, **(parts or {})})


def styles_xml(codes: Sequence[str], fonts: Sequence[str] = ("Calibri",)) -> bytes:
    """Styles 1, 2, ... with these number formats, then one style per font after the first."""
    formats = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in enumerate(codes))
    named = "".join(f'<font><sz val="11"/><name val="{font}"/></font>' for font in fonts)
    styles = "".join(f'<xf numFmtId="{164 + n}" fontId="0" applyNumberFormat="1"/>' for n in range(len(codes)))
    styles += "".join(f'<xf numFmtId="0" fontId="{n}" applyFont="1"/>' for n in range(1, len(fonts)))
    count = 1 + len(codes) + len(fonts) - 1
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<styleSheet {MAIN}><numFmts count="{len(codes)}">{formats}</numFmts>'
        f'<fonts count="{len(fonts)}">{named}</fonts>'
        f'<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        f'<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="{count}"><xf numFmtId="0" fontId="0"/>{styles}</cellXfs></styleSheet>'
    ).encode()


def record(number: int, body: bytes) -> bytes:
    """A record of BIFF12: number and length in seven bits a byte."""
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    length, size = b"", len(body)
    while True:
        byte, size = size & 0x7F, size >> 7
        length += bytes([byte | 0x80 if size else byte])
        if not size:
            return head + length + body


def wide(text: str) -> bytes:
    """A string of BIFF12."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb_bytes(rows: Sequence[Sequence[Any]], **more: Any) -> bytes:
    """An .xlsb workbook of these rows."""
    return zipped(xlsb_parts(rows, **more))


def xlsb_parts(
    rows: Sequence[Sequence[Any]], *, code: str = "000000000000", styled: Sequence[tuple[int, int]] = ()
) -> dict[str, bytes]:
    """The parts of an .xlsb workbook of texts and numbers; the cells named (row, column) are in this number format."""
    cells = b""
    for row, values in enumerate(rows):
        cells += record(0, struct.pack("<II", row, 0) + bytes([44, 1, 0, 0x10 if row == 3 else 0, 0]))
        for column, value in enumerate(values):
            style = 1 if (row, column) in styled else 0
            head = struct.pack("<I", column) + style.to_bytes(3, "little") + b"\0"
            if isinstance(value, str):
                cells += record(6, head + wide(value))
            elif value is not None:
                cells += record(5, head + struct.pack("<d", value))
    extent = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = [record(129, b""), record(148, extent), record(145, b""), cells, record(146, b""), record(130, b"")]
    named = record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Danh sach"))
    book = [record(131, b""), record(143, b""), named, record(144, b""), record(132, b"")]
    formats = [record(615, struct.pack("<I", 1)), record(44, struct.pack("<H", 164) + wide(code)), record(616, b"")]
    masked = record(47, struct.pack("<HHH", 0, 164, 0) + bytes(10))
    styles = [record(278, b""), *formats, record(617, struct.pack("<I", 2)), record(47, bytes(16)), masked]
    return {
        "[Content_Types].xml": TYPES,
        "xl/workbook.bin": b"".join(book),
        "xl/_rels/workbook.bin.rels": BOOK_RELS.replace(b"sheet1.xml", b"sheet1.bin").replace(
            b"styles.xml", b"styles.bin"
        ),
        "xl/worksheets/sheet1.bin": b"".join(sheet),
        "xl/styles.bin": b"".join([*styles, record(618, b""), record(279, b"")]),
    }


def xls_bytes(
    rows: Sequence[Sequence[Any]],
    *,
    codes: Mapping[tuple[int, int], str] | None = None,
    fonts: Mapping[tuple[int, int], str] | None = None,
    hidden: Sequence[int] = (),
) -> bytes:
    """An .xls workbook; number formats and fonts by (row, column)."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Danh sach")
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            style = xlwt.XFStyle()
            if isinstance(value, dt.date):
                style.num_format_str = "dd/mm/yyyy"
            style.num_format_str = (codes or {}).get((row, column), style.num_format_str)
            style.font.name = (fonts or {}).get((row, column), "Arial")
            if value is not None:
                sheet.write(row, column, value, style)
    for row in hidden:
        sheet.row(row).hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def ods_bytes(
    rows: Sequence[Sequence[Any]], *, shown: Mapping[tuple[int, int], str] | None = None, name: str = "Danh sach"
) -> bytes:
    """An .ods workbook of texts, numbers and dates; `shown` is what number cells show."""
    told = shown or {}
    body = ""
    for row, values in enumerate(rows):
        hidden = ' table:visibility="collapse"' if row == 3 else ""
        cells = ""
        for column, value in enumerate(values):
            text = told.get((row, column), str(value))
            if isinstance(value, str):
                cells += f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
            elif isinstance(value, dt.date):
                date = f'office:value-type="date" office:date-value="{value.isoformat()}"'
                shown_date = told.get((row, column), value.strftime("%d/%m/%Y"))
                cells += f"<table:table-cell {date}><text:p>{shown_date}</text:p></table:table-cell>"
            elif value is None:
                cells += "<table:table-cell/>"
            else:
                number = f'office:value-type="float" office:value="{value}"'
                cells += f"<table:table-cell {number}><text:p>{text}</text:p></table:table-cell>"
        body += f"<table:table-row{hidden}>{cells}</table:table-row>"
    spaces = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="{name}">'
        f'<table:table-column table:number-columns-repeated="8"/>{body}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A container of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
