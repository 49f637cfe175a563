"""Cases 1 to 24 of the catalogue of faults, at the command: files that are broken, dishonest, locked or not what they
say. (22 and 25 are about pages.)
"""

import io
import random
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path

import pytest

from sosach.cli import reading
from sosach.intake.opening import start
from sosach.intake.options import Limits, ReadingOptions
from tests.faults.command import ON, done, refusal, rows, said, sentences
from tests.intake import books
from tests.intake.encrypted import xls_stream, xls_with_filepass, xlsx_with_password

LIST = books.sheet_xml(books.children_xml())
HONEST = books.xlsx_bytes(LIST)


def test_F1_an_empty_file(tmp_path: Path) -> None:
    assert sentences(refusal(tmp_path / "a.xlsx", b""), "rỗng", "Kết xuất lại")


@pytest.mark.parametrize("part", [2, 3, 8])
def test_F2_a_download_that_broke_off(tmp_path: Path, part: int) -> None:
    assert "đứt giữa chừng" in refusal(tmp_path / "a.xlsx", HONEST[: len(HONEST) // part])


def test_F2_an_xls_that_broke_off(tmp_path: Path) -> None:
    whole = books.xls_bytes([books.HEADINGS, *books.PERSONS])
    assert "đứt giữa chừng" in refusal(tmp_path / "a.xls", whole[: len(whole) // 2])


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.xlsb", "a.ods"])
def test_F3_random_bytes(tmp_path: Path, name: str) -> None:
    data = random.Random(1).randbytes(5000)
    assert sentences(refusal(tmp_path / name, data), f"mang đuôi {Path(name).suffix}", "không phải bảng tính")


@pytest.mark.parametrize(
    "start", [b"<html><body>", b"\xef\xbb\xbf<!DOCTYPE html>", b"\r\n  <table border=1>", b"\xff\xfe<\0h\0t\0m\0l\0"]
)
def test_F4_a_web_page_saved_as_xls(tmp_path: Path, start: bytes) -> None:
    data = start + b"<tr><td>Ho va ten</td></tr></table></body></html>"
    assert sentences(refusal(tmp_path / "a.xls", data), "trang web", "Lưu thành .xlsx")


def test_F5_a_text_that_calls_itself_a_workbook(tmp_path: Path) -> None:
    text = "\n".join(";".join(map(str, row)) for row in [books.HEADINGS, *books.PERSONS])
    result = done(tmp_path / "a.xlsx", text.encode())
    assert result.summary["persons"] == 3
    assert sentences(result.warnings, "“a.xlsx” mang đuôi .xlsx", "văn bản CSV")


def test_F5_a_workbook_that_calls_itself_a_text(tmp_path: Path) -> None:
    result = done(tmp_path / "a.csv", HONEST)
    assert result.summary["persons"] == 3
    assert "mang đuôi .csv nhưng nội dung là bảng tính .xlsx" in result.warnings


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
    assert "bung ra quá" in refusal(tmp_path / "a.xlsx", data)


def test_F6_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    data = bytearray(_swollen(b"<row></row>" * 95_000, 60))
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (100_000).to_bytes(4, "little")
    assert "bung ra quá" in refusal(tmp_path / "a.xlsx", bytes(data))


_PEAK = """\
import resource, subprocess, sys
ended = subprocess.run([sys.executable, "-m", "sosach", "check", *sys.argv[1:]], capture_output=True, encoding="utf-8")
print(ended.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10, ended.stderr.count("bung ra"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in KiB on Linux")
def test_F6_a_bomb_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(_swollen(b"<row></row>" * 95_000, 300))  # 300 MB
    ended = subprocess.run([sys.executable, "-c", _PEAK, path], capture_output=True, text=True, check=True)
    code, megabytes, told = map(int, ended.stdout.split())
    assert (code, told) == (2, 1)
    assert megabytes < 100
    assert list(tmp_path.iterdir()) == [path]


def test_F7_one_endless_cell(tmp_path: Path) -> None:
    assert "bung ra quá" in refusal(tmp_path / "a.xlsx", _swollen(b"a" * (1 << 20), 60))


@pytest.mark.parametrize("cell", ["XFD1048576", "GS5", "C1048577", "B99999999", "C300000"])
def test_F8_a_cell_at_the_end_of_the_world(tmp_path: Path, cell: str) -> None:
    row = "".join(c for c in cell if c.isdigit())
    far = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>'
    told = refusal(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml() + far)))
    assert sentences(told, "“Danh sach”", row, "ngoài phạm vi đọc", "Xóa ô thừa")


def test_F8_an_empty_styled_cell_far_away_is_nothing(tmp_path: Path) -> None:
    far = '<row r="9"><c r="XFD9" s="1"/></row>'
    result = done(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml() + far)))
    assert rows(result) == [2, 3, 4]


def test_F9_strings_that_claim_to_be_four_thousand_million(tmp_path: Path) -> None:
    strings = f'<sst {books.MAIN} count="1" uniqueCount="4294967295"><si><t>a</t></si></sst>'.encode()
    told = refusal(tmp_path / "a.xlsx", books.xlsx_bytes(LIST, {"xl/sharedStrings.xml": strings}))
    assert sentences(told, "không bình thường", "“xl/sharedStrings.xml”")


@pytest.mark.parametrize("told", ["A1:B2", "A1:XFD1048576", "A1"])
def test_F10_F11_a_dimension_that_lies(tmp_path: Path, told: str) -> None:
    sheet = books.sheet_xml(books.children_xml(), f'<dimension ref="{told}"/>')
    assert rows(done(tmp_path / "a.xlsx", books.xlsx_bytes(sheet))) == [2, 3, 4]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml"])
def test_F12_two_parts_of_one_name(tmp_path: Path, name: str) -> None:
    buffer = io.BytesIO(HONEST)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, LIST)
    assert sentences(refusal(tmp_path / "a.xlsx", buffer.getvalue()), "không bình thường", "heet1.xml")


@pytest.mark.parametrize("name", ["../../x", "/etc/x", "C:/x", "xl/../../x"])
def test_F13_parts_that_climb_out(tmp_path: Path, name: str) -> None:
    buffer = io.BytesIO(HONEST)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, b"x")
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert "không bình thường" in refusal(tmp_path / "a" / "b" / "a.xlsx", buffer.getvalue())
    assert [entry.name for entry in tmp_path.rglob("x")] == []


def test_F14_an_entity_that_reads_files(tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    evil = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'.encode() + LIST.replace("Gò Me".encode(), b"&e;")
    told = refusal(tmp_path / "a.xlsx", books.xlsx_bytes(evil))
    assert "tham chiếu ra ngoài" in told
    assert "bí mật" not in told


@pytest.mark.parametrize(
    "part", ["xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml", "xl/worksheets/_rels/sheet1.xml.rels"]
)
def test_F15_a_billion_laughs(tmp_path: Path, part: str) -> None:
    laughs = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    assert "tham chiếu ra ngoài" in refusal(tmp_path / "a.xlsx", books.xlsx_bytes(LIST, {part: laughs}))


def test_F16_a_password(tmp_path: Path) -> None:
    path, word = tmp_path / "a.xlsx", tmp_path.parent / f"{tmp_path.name}.txt"
    data = xlsx_with_password("Mật khẩu 1", LIST)
    assert sentences(refusal(path, data), "có mật khẩu mở", "--password-file")
    word.write_text("mật khẩu 1", encoding="utf-8")
    told = refusal(path, data, "--password-file", word)
    assert "Mật khẩu chưa mở được" in told
    assert "mật khẩu 1" not in told
    word.write_text("Mật khẩu 1\n", encoding="utf-8")
    result = done(path, data, "--password-file", word)
    assert rows(result) == [2, 3, 4]
    assert [file.name for file in result.folder.iterdir() if "Mật khẩu 1".encode() in file.read_bytes()] == []


@pytest.mark.parametrize(("kind", "major"), [(0, 0), (1, 1)], ids=["xor", "rc4"])
def test_F17_the_encryption_of_the_nineties(tmp_path: Path, kind: int, major: int) -> None:
    word = tmp_path.parent / f"{tmp_path.name}.txt"
    word.write_text("1", encoding="utf-8")
    told = refusal(tmp_path / "a.xls", xls_with_filepass(kind, major), "--password-file", word)
    assert sentences(told, "khóa kiểu cũ", "lưu lại dạng .xlsx")


def test_F18_macros_are_never_run_and_never_kept(tmp_path: Path) -> None:
    macro = b"\xd0\xcf\x11\xe0 a macro of somebody"
    result = done(tmp_path / "a.xlsm", books.xlsx_bytes(LIST, {"xl/vbaProject.bin": macro}))
    assert "có macro" in result.warnings
    with zipfile.ZipFile(result.folder / "review.xlsx") as review:
        assert [name for name in review.namelist() if "vba" in name.lower()] == []


@pytest.mark.parametrize("formula", ["[1]Sheet1!A1", 'WEBSERVICE("http://example.com")', "cmd|'/c calc'!A1"])
def test_F19_formulas_that_reach_out(tmp_path: Path, formula: str) -> None:
    row = (
        f'<row r="5"><c r="B5" t="str"><f>{formula}</f><v>Lê Văn Tám</v></c><c r="C5" t="str"><v>1/2/2015</v></c></row>'
    )
    result = done(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml() + row)))
    assert result.source("full_name")[-1] == "Lê Văn Tám"
    assert "liên kết ra tệp khác" in result.warnings
    with zipfile.ZipFile(result.folder / "review.xlsx") as review:
        assert [name for name in review.namelist() if "externalLink" in name] == []
        assert b"example.com" not in b"".join(map(review.read, review.namelist()))


READERS = {
    "aborts": "import os; os.abort()",
    "panics": "import sys; sys.stdin.buffer.read(9); raise BaseException",
    "leaves": "pass",
    "babbles": "import sys; sys.stdout.write('x' * 100_000)",
    "promises": "import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\x0f{\"size\": 999999}')",
    "devours": "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 28,) * 2); bytearray(1 << 40)",
}


@pytest.mark.parametrize("code", READERS.values(), ids=READERS.keys())
def test_F20_F21_a_reader_that_dies(tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = books.children(tmp_path / "a.xlsx")
    with monkeypatch.context() as patched:
        patched.setattr(reading, "start", partial(start, reader=(sys.executable, "-c", code)))
        assert sentences(refusal(path), "Không đọc được", "tệp hỏng ở định dạng .xlsx")
    assert rows(done(path)) == [2, 3, 4]  # this process lives


def test_F21_a_reader_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = books.children(tmp_path / "a.xlsx")
    sleeper = (sys.executable, "-c", "import time; time.sleep(600)")
    monkeypatch.setattr(reading, "start", partial(start, reader=sleeper))
    monkeypatch.setattr(reading, "ReadingOptions", partial(ReadingOptions, limits=Limits(seconds=0.3)))
    assert sentences(refusal(path), "giây nên đã dừng", "Tách tệp nhỏ hơn")


@pytest.mark.parametrize("damage", [0, 7, 21])
def test_F20_a_binary_workbook_whose_records_are_noise(tmp_path: Path, damage: int) -> None:
    noise = random.Random(damage).randbytes(3000)
    data = books.zipped({**books.xlsb_parts([books.HEADINGS, *books.PERSONS]), "xl/worksheets/sheet1.bin": noise})
    told = refusal(tmp_path / "a.xlsb", data)
    assert any(part in told for part in ("tệp hỏng", "không có trang tính nào", "Không tìm thấy dòng tiêu đề"))


@pytest.mark.parametrize("seed", range(12))
def test_F21_an_xls_with_damaged_records_is_refused_or_read(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(books.xls_bytes([books.HEADINGS, *books.PERSONS * 20]))
    start_at, end = xls_stream(bytes(data))
    for _ in range(40):
        data[chance.randrange(start_at, end)] = chance.randrange(256)
    path = tmp_path / "a.xls"
    path.write_bytes(data)
    try:
        assert done(path).summary["persons"] > 0
    except AssertionError:
        assert not (tmp_path / "a-checked").exists()
        assert refusal(path)


def test_F23_more_cells_than_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = books.children(tmp_path / "a.xlsx", books.PERSONS * 50)
    monkeypatch.setattr(reading, "ReadingOptions", partial(ReadingOptions, limits=Limits(cells=500)))
    assert sentences(refusal(path), "vượt giới hạn 62 dòng", "Tách theo thôn")  # rows that fit


def test_F23_a_sheet_of_a_million_rows_and_forty_columns(tmp_path: Path) -> None:
    last = '<row r="1048576"><c r="AN1048576"><v>1</v></c></row>'
    data = books.xlsx_bytes(books.sheet_xml(books.children_xml() + last))
    assert sentences(refusal(tmp_path / "a.xlsx", data), "“Danh sach”", "AN1048576")


def test_F24_the_shadow_of_an_open_file(tmp_path: Path) -> None:
    assert sentences(refusal(tmp_path / "~$a.xlsx", b"\x05Nguy"), "tệp tạm", "Chọn tệp không có ~$")


def test_F24_a_file_that_is_open_elsewhere_is_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "~$a.xlsx").write_bytes(b"\x05Nguy")
    assert sentences(done(tmp_path / "a.xlsx", HONEST).warnings, "có vẻ đang mở", "Lưu và đóng tệp")


@pytest.mark.parametrize(
    ("number", "told"), [(None, "Không có quyền đọc"), (32, "đang mở trong Excel")], ids=["rights", "excel"]
)
def test_F24_a_file_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None, told: str
) -> None:
    path = books.children(tmp_path / "a.xlsx")

    def denied(_: Path) -> bytes:
        failure = PermissionError(13, "denied")
        failure.winerror = number  # type: ignore[attr-defined]
        raise failure

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert told in refusal(path)


@pytest.mark.parametrize("place", ["B0", "B99999999999", "ZZZZ5", "5B", ""])
@pytest.mark.parametrize(
    "cell", ['t="e"><v>#N/A</v>', "><f>1+1</f>", 's="1"><v>5</v>', 't="inlineStr"><is><t>x</t></is>']
)
def test_a_cell_at_a_place_that_there_is_not(tmp_path: Path, place: str, cell: str) -> None:
    row = f'<row r="5"><c r="{place}" {cell}</c></row>'
    parts = {"xl/styles.xml": books.styles_xml(["000000000000"])}
    path = tmp_path / "a.xlsx"
    path.write_bytes(books.xlsx_bytes(books.sheet_xml(books.children_xml() + row), parts))
    ended = said("check", path, "--on", ON)
    assert ended.code in (0, 2)
    assert "lường trước" not in ended.err


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", b'encoding="UTF-8"', b'encoding="UTF-X"'),
        ("xl/styles.xml", b'numFmtId="164"', b'numFmtId="a"'),
        ("xl/styles.xml", b'fontId="0"', b'fontId="99999999999999999999"'),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b'<cols><col min="a" max="-1" width="b"/></cols><sheetData>'),
        ("xl/worksheets/sheet1.xml", b'<row r="2"', b'<row hidden="1" r="0"'),
        ("xl/worksheets/sheet1.xml", b'<row r="2"', b'<row hidden="1" r="99999999999999"'),
    ],
)
def test_a_damaged_number_or_name_inside_a_part(tmp_path: Path, part: str, old: bytes, new: bytes) -> None:
    sheet = LIST.replace(b'<c r="F2"', b'<c s="1" r="F2"')
    parts = {**books.SKELETON, "xl/worksheets/sheet1.xml": sheet, "xl/styles.xml": books.styles_xml(["000000000000"])}
    assert old in parts[part]
    path = tmp_path / "a.xlsx"
    path.write_bytes(books.zipped({**parts, part: parts[part].replace(old, new, 1)}))
    ended = said("check", path, "--on", ON)
    assert ended.code in (0, 2)
    assert "lường trước" not in ended.err


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"%PDF-1.7 ..."), ("a.docx", None), ("a.png", b"\x89PNG\r\n")])
def test_other_files_are_named_as_such(tmp_path: Path, name: str, data: bytes | None) -> None:
    content = books.zipped({"[Content_Types].xml": books.TYPES, "word/document.xml": "<w/>"}) if data is None else data
    assert sentences(refusal(tmp_path / name, content), f"loại tệp {Path(name).suffix}", "Dùng .xlsx")


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").mkdir()
    assert "là thư mục" in refusal(tmp_path / "so.xlsx")
    assert "Không thấy tệp" in refusal(tmp_path / "khong-co.xlsx")


def test_the_command_itself_ends_with_two_and_speaks_vietnamese(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    command = [sys.executable, "-m", "sosach", "check", "a.xlsx", "--on", ON]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "sosach: Tệp “a.xlsx” rỗng, có 0 byte.\nViệc cần làm: Kết xuất lại từ phần mềm.\n"
