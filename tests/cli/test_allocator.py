"""The allocator is told how to work before Polars is there, and nobody's own setting is overruled."""

import os
import subprocess
import sys

from sosach.cli import allocator


def test_the_setting_is_made(monkeypatch) -> None:
    monkeypatch.delenv(allocator.VARIABLE, raising=False)
    allocator.keep_pages()
    assert os.environ[allocator.VARIABLE] == allocator.SETTING


def test_what_somebody_has_set_stays(monkeypatch) -> None:
    monkeypatch.setenv(allocator.VARIABLE, "narenas:1")
    allocator.keep_pages()
    assert os.environ[allocator.VARIABLE] == "narenas:1"


def test_polars_is_not_loaded_before() -> None:
    asked = "import sys, sosach.__main__, sosach.cli.allocator, sosach.cli.main; sys.exit('polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_the_command_makes_the_setting() -> None:
    told = {name: value for name, value in os.environ.items() if name != allocator.VARIABLE}
    asked = (
        "import os, sys; from sosach.__main__ import main\n"
        "sys.argv[1:] = ['--version']\n"
        "try: main()\n"
        f"finally: print(os.environ.get('{allocator.VARIABLE}'))"
    )
    done = subprocess.run([sys.executable, "-c", asked], env=told, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == allocator.SETTING
