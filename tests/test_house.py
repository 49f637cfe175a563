"""What keeps the house in order: every rule of the building that a machine can check."""

import ast
import re
import unicodedata
from pathlib import Path

import pytest

from sosach.findings.notices import catalogue as notices
from sosach.registers.catalogue import registers
from sosach.rules import catalogue

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "sosach"
FILES = sorted(SOURCE.rglob("*.py"))
# Migrations are written by Django and never touched again.
MODULES = [file for file in FILES if file.name != "__init__.py" and file.parent.name != "migrations"]

# Rooms where every file has its mirrored test.
MIRRORED = (
    "text",
    "dates",
    "refdata",
    "ids",
    "people",
    "findings",
    "forms",
    "cleaning",
    "rules",
    "intake",
    "linkage",
    "outputs",
    "usecases",
    "cli",
    "population",
    "campaign",
    "engines",
    "papers",
)

# Folders of many facts of one form: one test walks each.
WALKED = {
    "population/injuries": "population/test_injuries.py",
    "population/untidiness": "population/test_untidiness.py",
}

NAMES_OF_NO_ROOM = {"utils", "helpers", "common", "base", "manager", "misc", "tools"}


def _place(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("file", FILES, ids=_place)
def test_no_file_is_longer_than_400_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("file", MODULES, ids=_place)
def test_every_module_says_what_it_is_for(file: Path) -> None:
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    assert docstring
    assert docstring[0].isupper() or docstring[0] in "`.("


def test_packages_are_empty_but_the_first() -> None:
    inner = [file for file in SOURCE.rglob("__init__.py") if file.parent != SOURCE]
    assert [file for file in inner if file.read_text(encoding="utf-8").strip()] == []


def test_no_file_has_a_name_that_means_nothing() -> None:
    assert [file for file in MODULES if file.stem in NAMES_OF_NO_ROOM] == []


@pytest.mark.parametrize("file", MODULES, ids=_place)
def test_public_functions_have_docstrings(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    public = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
    assert [n.name for n in public if not ast.get_docstring(n)] == []


@pytest.mark.parametrize("file", [f for f in MODULES if f.relative_to(SOURCE).parts[0] in MIRRORED], ids=_place)
def test_every_file_has_its_mirrored_test(file: Path) -> None:
    place = file.relative_to(SOURCE)
    mirrored = WALKED.get(place.parent.as_posix(), f"{place.parent.as_posix()}/test_{place.name}")
    assert (ROOT / "tests" / mirrored).exists()


def test_nothing_swallows_every_exception() -> None:
    broad = re.compile(r"except( Exception| BaseException)?:")
    assert [_place(f) for f in FILES if broad.search(f.read_text(encoding="utf-8"))] == []


def test_every_notice_is_used_and_well_formed() -> None:
    source = "\n".join(f.read_text(encoding="utf-8") for f in FILES)
    assert [code for code in notices() if f'"{code}"' not in source] == []
    for code, entry in notices().items():
        for text in (entry["message"], entry["next"]):
            assert text == unicodedata.normalize("NFC", text), code
            assert text.endswith((".", "{message}")), code  # a sentence told again has its own full stop
            assert "!" not in text, code


def test_every_field_of_every_register_is_labelled_and_known_by_a_heading() -> None:
    for register in registers().values():
        assert len({f.name for f in register.fields}) == len(register.fields)
        for field in register.fields:
            assert field.label
            assert field.headings, (register.name, field.name)


def test_rule_files_hold_rules_named_after_them() -> None:
    stems = {name.rsplit(".", 1)[1] for name in catalogue.modules()}
    for rule in catalogue.rules():
        assert rule.code in stems or rule.code.split("_", 1)[1] in stems


# Made-up people: the last six digits of a number start at 600000, telephones with 09990; so nobody living is meant.
_NUMBER = re.compile(r"(?<![\d.])(0\d{2})([0-3])(\d{2})(\d{6})(?!\d)")


@pytest.mark.parametrize(
    "file", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda f: f.relative_to(ROOT).as_posix()
)
def test_no_number_in_tests_can_belong_to_a_living_person(file: Path) -> None:
    found = _NUMBER.findall(file.read_text(encoding="utf-8"))
    assert [n for n in found if int(n[3]) < 600_000 and n[0] not in {"000", "003"}] == []


def test_nothing_that_lands_speaks_of_the_workshop() -> None:
    spoken = re.compile(r"/(work|farm)/|\.library|\.\./shared")
    tracked = [
        f
        for pattern in ("src/**/*", "tests/**/*", "tools/**/*", "docs/**/*", "*.md", "Makefile", ".ci/*", "bench/**/*")
        for f in ROOT.glob(pattern)
    ]
    texts = [
        f
        for f in tracked
        if f.is_file() and f.suffix in {".py", ".md", ".toml", ".csv", "", ".html", ".css"} and f != Path(__file__)
    ]
    assert [f.name for f in texts if spoken.search(f.read_text(encoding="utf-8"))] == []
