"""Cases 1 to 25 of the catalogue of faults: files that are broken, dishonest, locked or not what they say."""

import io
import random
import sys
import zipfile
from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.intake.opening import start
from sosach.intake.options import Limits, ReadingOptions
from sosach.intake.read import read
from sosach.intake.reading import Reading
from tests.intake import books
from tests.intake.encrypted import xls_stream, xls_with_filepass, xlsx_with_password

DEFAULT = ReadingOptions()
LIST = books.sheet_xml(books.children_xml())
HONEST = books.xlsx_bytes(LIST)


def refusal(path: Path, data: bytes, options: ReadingOptions = DEFAULT) -> Refused:
    """What is said about these bytes; nothing is left behind but the file itself."""
    path.write_bytes(data)
    with pytest.raises(Refused) as caught:
        read(path, options)
    assert sorted(path.parent.iterdir()) == [path]
    assert str(caught.value.notice).isprintable() or "\n" in str(caught.value.notice)
    return caught.value


def taken(path: Path, data: bytes, options: ReadingOptions = DEFAULT) -> Reading:
    """The reading of these bytes."""
    path.write_bytes(data)
    return read(path, options)


def codes(reading: Reading) -> list[str]:
    """The notices of a reading."""
    return [notice.code for notice in reading.notices]


def test_F1_an_empty_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.xlsx", b"").notice.code == "file_empty"


@pytest.mark.parametrize("part", [2, 3, 8])
def test_F2_a_download_that_broke_off(tmp_path: Path, part: int) -> None:
    assert refusal(tmp_path / "a.xlsx", HONEST[: len(HONEST) // part]).notice.code == "file_truncated"


def test_F2_an_xls_that_broke_off(tmp_path: Path) -> None:
    whole = books.xls_bytes([books.HEADINGS, *books.PERSONS])
    assert refusal(tmp_path / "a.xls", whole[: len(whole) // 2]).notice.code == "file_truncated"


def test_F3_random_bytes(tmp_path: Path) -> None:
    data = random.Random(1).randbytes(5000)
    assert refusal(tmp_path / "a.xlsx", data).notice.code == "file_not_workbook"


@pytest.mark.parametrize(
    "start", [b"<html><body>", b"\xef\xbb\xbf<!DOCTYPE html>", b"\r\n  <table border=1>", b"\xff\xfe<\0h\0t\0m\0l\0"]
)
def test_F4_a_web_page_saved_as_xls(tmp_path: Path, start: bytes) -> None:
    data = start + b"<tr><td>Ho va ten</td></tr></table></body></html>"
    assert refusal(tmp_path / "a.xls", data).notice.code == "file_html"


def test_F5_a_text_that_calls_itself_a_workbook(tmp_path: Path) -> None:
    text = "\n".join(";".join(map(str, row)) for row in [books.HEADINGS, *books.PERSONS])
    reading = taken(tmp_path / "a.xlsx", text.encode())
    assert reading.frame.height == 3
    assert codes(reading) == ["file_wrong_extension"]


def test_F5_a_workbook_that_calls_itself_a_text(tmp_path: Path) -> None:
    reading = taken(tmp_path / "a.csv", HONEST)
    assert reading.frame.height == 3
    assert codes(reading) == ["file_wrong_extension"]


def _swollen(piece: bytes, times: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in books.SKELETON.items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(LIST[: LIST.index(b"</sheetData>")])
            for _ in range(times):
                part.write(piece)
    return buffer.getvalue()


def test_F6_a_zip_bomb(tmp_path: Path) -> None:
    data = _swollen(b"<row></row>" * 95_000, 60)
    assert len(data) < 1 << 18
    assert refusal(tmp_path / "a.xlsx", data).notice.code == "file_bomb"


def test_F6_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    data = bytearray(_swollen(b"<row></row>" * 95_000, 60))
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (100_000).to_bytes(4, "little")
    assert refusal(tmp_path / "a.xlsx", bytes(data)).notice.code == "file_bomb"


def test_F7_one_endless_cell(tmp_path: Path) -> None:
    data = _swollen(b"a" * (1 << 20), 60)
    assert refusal(tmp_path / "a.xlsx", data).notice.code == "file_bomb"


@pytest.mark.parametrize("cell", ["XFD1048576", "GS5", "C1048577", "B99999999"])
def test_F8_a_cell_at_the_end_of_the_world(tmp_path: Path, cell: str) -> None:
    row = "".join(c for c in cell if c.isdigit())
    far = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>'
    told = refusal(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml() + far)))
    assert told.notice.code == "file_cell_far"
    assert row in told.notice.message


def test_F8_a_forgotten_cell_at_the_bottom(tmp_path: Path) -> None:
    far = '<row r="300000"><c r="C300000"><v>1</v></c></row>'
    told = refusal(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml() + far)))
    assert told.notice.code == "file_cell_far"
    assert "C300000" in told.notice.message


def test_F8_an_empty_styled_cell_far_away_is_nothing(tmp_path: Path) -> None:
    far = '<row r="9"><c r="XFD9" s="1"/></row>'
    assert taken(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml() + far))).frame.height == 3


def test_F9_strings_that_claim_to_be_four_thousand_million(tmp_path: Path) -> None:
    strings = f'<sst {books.MAIN} count="1" uniqueCount="4294967295"><si><t>a</t></si></sst>'.encode()
    data = books.xlsx_bytes(LIST, {"xl/sharedStrings.xml": strings})
    assert refusal(tmp_path / "a.xlsx", data).notice.code == "file_parts"


@pytest.mark.parametrize("told", ["A1:B2", "A1:XFD1048576", "A1"])
def test_F10_F11_a_dimension_that_lies(tmp_path: Path, told: str) -> None:
    sheet = books.sheet_xml(books.children_xml(), f'<dimension ref="{told}"/>')
    reading = taken(tmp_path / "a.xlsx", books.xlsx_bytes(sheet))
    assert reading.frame["row"].to_list() == [2, 3, 4]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml"])
def test_F12_two_parts_of_one_name(tmp_path: Path, name: str) -> None:
    buffer = io.BytesIO(HONEST)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, LIST)
    assert refusal(tmp_path / "a.xlsx", buffer.getvalue()).notice.code == "file_parts"


@pytest.mark.parametrize("name", ["../../x", "/etc/x", "C:/x", "xl/../../x"])
def test_F13_parts_that_climb_out(tmp_path: Path, name: str) -> None:
    buffer = io.BytesIO(HONEST)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, b"x")
    assert refusal(tmp_path / "a.xlsx", buffer.getvalue()).notice.code == "file_parts"


def test_F14_an_entity_that_reads_files(tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    evil = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'.encode() + LIST.replace("Gò Me".encode(), b"&e;")
    told = refusal(tmp_path / "a.xlsx", books.xlsx_bytes(evil))
    assert told.notice.code == "file_entities"
    assert "bí mật" not in str(told.notice)


@pytest.mark.parametrize(
    "part", ["xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml", "xl/worksheets/_rels/sheet1.xml.rels"]
)
def test_F15_a_billion_laughs(tmp_path: Path, part: str) -> None:
    laughs = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    assert refusal(tmp_path / "a.xlsx", books.xlsx_bytes(LIST, {part: laughs})).notice.code == "file_entities"


def test_F16_a_password(tmp_path: Path) -> None:
    data = xlsx_with_password("Mật khẩu 1", LIST)
    assert refusal(tmp_path / "a.xlsx", data).notice.code == "file_password"
    wrong = refusal(tmp_path / "a.xlsx", data, ReadingOptions(password="mật khẩu 1"))
    assert wrong.notice.code == "file_password_wrong"
    assert "mật khẩu 1" not in str(wrong.notice)
    assert taken(tmp_path / "a.xlsx", data, ReadingOptions(password="Mật khẩu 1")).frame.height == 3


@pytest.mark.parametrize(("kind", "major"), [(0, 0), (1, 1)], ids=["xor", "rc4"])
def test_F17_the_encryption_of_the_nineties(tmp_path: Path, kind: int, major: int) -> None:
    data = xls_with_filepass(kind, major)
    told = refusal(tmp_path / "a.xls", data, ReadingOptions(password="1"))
    assert told.notice.code == "file_old_encryption"
    assert "Codepage" not in str(told.notice)


def test_F18_macros_are_never_run(tmp_path: Path) -> None:
    reading = taken(tmp_path / "a.xlsm", books.xlsx_bytes(LIST, {"xl/vbaProject.bin": b"\xd0\xcf"}))
    assert codes(reading) == ["file_macro"]


@pytest.mark.parametrize("formula", ["[1]Sheet1!A1", 'WEBSERVICE("http://example.com")', "cmd|'/c calc'!A1"])
def test_F19_formulas_that_reach_out(tmp_path: Path, formula: str) -> None:
    row = (
        f'<row r="5"><c r="B5" t="str"><f>{formula}</f><v>Lê Văn Tám</v></c><c r="C5" t="str"><v>1/2/2015</v></c></row>'
    )
    reading = taken(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml() + row)))
    assert reading.frame["full_name__raw"].to_list()[-1] == "Lê Văn Tám"
    assert "file_links" in codes(reading)


READERS = {
    "aborts": "import os; os.abort()",
    "panics": "import sys; sys.stdin.buffer.read(9); raise BaseException",
    "leaves": "pass",
    "babbles": "import sys; sys.stdout.write('x' * 100_000)",
    "promises": "import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\x0f{\"size\": 999999}')",
    "devours": "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 28,) * 2); bytearray(1 << 40)",
}


@pytest.mark.parametrize("code", READERS.values(), ids=READERS.keys())
def test_F20_F21_a_reader_that_dies(tmp_path: Path, code: str) -> None:
    path = books.children(tmp_path / "a.xlsx")
    opening = start(path, DEFAULT, (sys.executable, "-c", code))
    with pytest.raises(Refused) as caught:
        read(path, DEFAULT, opening)
    assert caught.value.notice.code == "file_reader_stopped"
    assert read(path, DEFAULT).frame.height == 3  # this process lives


def test_F21_a_reader_that_hangs(tmp_path: Path) -> None:
    path = books.children(tmp_path / "a.xlsx")
    options = ReadingOptions(limits=Limits(seconds=0.3))
    opening = start(path, options, (sys.executable, "-c", "import time; time.sleep(600)"))
    with pytest.raises(Refused) as caught:
        read(path, options, opening)
    assert caught.value.notice.code == "file_time"


@pytest.mark.parametrize("damage", [0, 7, 21])
def test_F20_a_binary_workbook_whose_records_are_noise(tmp_path: Path, damage: int) -> None:
    noise = random.Random(damage).randbytes(3000)
    data = books.zipped({**books.xlsb_parts([books.HEADINGS, *books.PERSONS]), "xl/worksheets/sheet1.bin": noise})
    assert refusal(tmp_path / "a.xlsb", data).notice.code in ("file_reader_stopped", "sheet_none", "header_not_found")


@pytest.mark.parametrize("seed", range(12))
def test_F21_an_xls_with_damaged_records(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(books.xls_bytes([books.HEADINGS, *books.PERSONS * 20]))
    start_at, end = xls_stream(bytes(data))
    for _ in range(40):
        data[chance.randrange(start_at, end)] = chance.randrange(256)
    path = tmp_path / "a.xls"
    path.write_bytes(data)
    try:
        reading = read(path, DEFAULT)
    except Refused as answer:
        told = answer.notice.message
    else:
        told = f"{reading.sheets[0].rows_read} dòng"
    assert told


def test_F23_more_cells_than_may_be(tmp_path: Path) -> None:
    path = books.children(tmp_path / "a.xlsx", books.PERSONS * 50)
    with pytest.raises(Refused) as caught:
        read(path, ReadingOptions(limits=Limits(cells=500)))
    assert caught.value.notice.code == "file_too_large"
    assert "62" in caught.value.notice.message  # rows that fit


def test_F24_the_shadow_of_an_open_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "~$a.xlsx", b"\x05Nguy").notice.code == "file_temporary"


def test_F24_a_file_that_is_open_elsewhere_is_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "~$a.xlsx").write_bytes(b"\x05Nguy")
    assert "file_open" in codes(taken(tmp_path / "a.xlsx", HONEST))


@pytest.mark.parametrize(("number", "code"), [(None, "file_denied"), (32, "file_locked")], ids=["rights", "excel"])
def test_F24_a_file_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None, code: str
) -> None:
    path = books.children(tmp_path / "a.xlsx")

    def denied(_: Path) -> bytes:
        failure = PermissionError(13, "denied")
        failure.winerror = number  # type: ignore[attr-defined]
        raise failure

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(Refused) as caught:
        read(path, DEFAULT)
    assert caught.value.notice.code == code


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"%PDF-1.7 ..."), ("a.docx", None), ("a.png", b"\x89PNG\r\n")])
def test_other_files_are_named_as_such(tmp_path: Path, name: str, data: bytes | None) -> None:
    content = books.zipped({"[Content_Types].xml": books.TYPES, "word/document.xml": "<w/>"}) if data is None else data
    assert refusal(tmp_path / name, content).notice.code == "file_type"


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "file_folder"), (tmp_path / "khong-co.xlsx", "file_not_found")):
        with pytest.raises(Refused) as caught:
            read(path, DEFAULT)
        assert caught.value.notice.code == code
