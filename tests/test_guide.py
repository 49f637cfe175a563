"""The guide knows every option of the program and every field, and names none that there is not."""

import re
from pathlib import Path

import pytest

from sosach.cli.main import run
from sosach.registers.catalogue import registers

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "guide.vi.md").read_text(encoding="utf-8")

OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")
ROW = re.compile(r"^\| `([a-z_]+)` \|", re.MULTILINE)


def options(capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The options of the commands that need no campaign."""
    for command in ("check", "duplicates", "link"):
        with pytest.raises(SystemExit):
            run([command, "--help"])
    return set(OPTION.findall(capsys.readouterr().out)) - {"--help"}


def test_every_option_is_explained_and_none_invented(capsys):
    assert set(OPTION.findall(GUIDE)) - {"--help"} == options(capsys)


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_readme_names_no_option_that_there_is_not(page, capsys):
    named = set(OPTION.findall((ROOT / page).read_text(encoding="utf-8"))) - {"--help"}
    assert named - options(capsys) == set()


def test_fields_are_those_of_the_registers():
    assert set(ROW.findall(GUIDE)) == {name for register in registers().values() for name in register.by_name}


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_links_of_the_readme_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
