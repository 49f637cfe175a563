"""The walk-through does what it says: its commands exist, and its examples run in order on made-up files."""

import argparse
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from sosach.cli.main import command_line, run
from tests.store.people import child, children, workbook
from tests.store.police.lists import written_into
from tests.store.upload import exports
from tests.store.visits import lists as visit_lists

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs" / "huong-dan").glob("[0-9]-*.md"))

_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SPOKEN = re.compile(r"`sosach ([a-z]+(?: [a-z]+)?)")
_OPTION = re.compile(r"`(--[a-z-]+)")
_DECISION = re.compile(r"quyết định số (\d+)")
_LINK = re.compile(r"\]\(([^)#:]+)\)")


def commands(page: Path) -> Iterator[list[str]]:
    """The command lines of a page."""
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        for line in block.splitlines():
            program, *arguments = shlex.split(line)
            assert program == "sosach"
            yield arguments


def parsers(parser: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """All commands with their parsers."""
    yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                yield from parsers(inner, f"{name} {word}".strip())


ALL = dict(parsers(command_line()))
OPTIONS = {option for parser in ALL.values() for action in parser._actions for option in action.option_strings}


def births_book(path: Path) -> None:
    """The extract of the births book: the children of the register, and two that are in no register."""
    headings = ("Số giấy khai sinh", "Ngày đăng ký", "Họ và tên", "Ngày sinh", "Giới tính", "Họ tên cha", "Họ tên mẹ")
    facts = ("full_name", "birth_date", "sex", "father_name", "mother_name")
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Khai sinh")
    sheet.write_row(0, 0, headings)
    for line, row in enumerate(children(42), 1):
        sheet.write_row(line, 0, (f"{line}/2020", "01/07/2020", *(row[name] for name in facts)))
    book.close()


def filled_in(path: Path) -> None:
    """What the police write into the list: the number of the one child in it."""
    number = child(12)["personal_id"]
    written_into(path, path, {2: {"result": "Cấp/bổ sung số", "new_personal_id": number}})


def answered(path: Path) -> None:
    """What the hamlet writes into its list: one answer, and a child who is on no list."""
    baby = {
        "Họ và tên trẻ": "Nguyễn Thị Mới",
        "Ngày sinh": "02/05/2026",
        "Giới tính": "Nữ",
        "Họ tên mẹ": "Trần Thị Sen",
    }
    visit_lists.filled(path, {1: "Đúng"}, [{**baby, "Đã khai sinh": "Chưa"}])


def ticked(path: Path) -> None:
    """What was typed into the software."""
    exports.tick(path, {1: "x"})


def taken_over(path: Path) -> None:
    """A later export of a software that has taken everything over."""
    book = openpyxl.load_workbook(path.with_name("tai-len.xlsx"))
    new = openpyxl.load_workbook(path.with_name("tai-len-new.xlsx")).worksheets[0]
    for line, row in enumerate(new.iter_rows(min_row=2, values_only=True), 1):
        book.worksheets[0].append([f"TE{line:04}99", *row[1:]])
    book.save(path)


# What others do before a file comes back, and which argument names that file.
MEANWHILE = {
    ("police", "receive"): (filled_in, 2),
    ("visits", "receive"): (answered, 2),
    ("upload", "receive"): (ticked, 2),
    ("upload", "confirm"): (taken_over, 3),
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the plans and the exports that the pages speak of, and an empty home."""
    from sosach.store import start

    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    rows = children(40)
    rows[4] = child(5, personal_id="")
    rows[8] = child(9, birth_date="31/02/2012")
    rows[11] = child(12, personal_id="27214600084")
    workbook(tmp_path / "tre-em.xlsx", rows)
    rows[4] = child(5)
    workbook(tmp_path / "tre-em-moi.xlsx", [*rows, child(41)])
    births_book(tmp_path / "khai-sinh.xlsx")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOSACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SOSACH_USER", "Bùi Thị Mai")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield tmp_path
    start.close()


def test_examples_run_from_the_first_page_to_the_last(desk, capsys):
    decision = ""
    for page in PAGES:
        for arguments in commands(page):
            if arguments[0] == "undo":  # the page shows a number; which one it is depends on what came before
                arguments[1] = decision
            if tuple(arguments[:2]) in MEANWHILE:
                do, place = MEANWHILE[tuple(arguments[:2])]
                do(desk / arguments[place])
            done = run(arguments)
            told = capsys.readouterr()
            assert done == 0, (page.name, arguments, told.err)
            if found := _DECISION.search(told.out):
                decision = found[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_speaks_of_commands_and_options_that_exist(page):
    text = page.read_text(encoding="utf-8")
    spoken = {name for name in _SPOKEN.findall(text) if name not in ALL and name.split()[0] not in ALL}
    assert spoken == set()
    assert set(_OPTION.findall(text)) - OPTIONS == set()


@pytest.mark.parametrize("page", [*PAGES, ROOT / "docs" / "huong-dan" / "README.md"], ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_contents_name_every_page():
    contents = (ROOT / "docs" / "huong-dan" / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if f"({page.name})" not in contents] == []
