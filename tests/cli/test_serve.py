"""`sosach serve`: one process per home, on this machine alone unless told otherwise."""

import argparse
import socket
from pathlib import Path

import pytest

from sosach.cli import serve
from sosach.cli.main import command_line, run
from sosach.store.home import create
from sosach.store.lock import serving


def _chosen(*arguments: str) -> argparse.Namespace:
    return command_line().parse_args(["serve", *arguments])


def test_the_desk_is_open_to_this_machine_alone_unless_told_otherwise():
    chosen = _chosen()
    assert (chosen.host, chosen.port, chosen.no_browser) == ("127.0.0.1", 8765, False)
    assert chosen.run is serve.run


def test_a_second_serve_on_one_home_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    home = create(tmp_path / "home")
    with serving(home):
        assert run(["serve", "--home", str(home.folder), "--no-browser", "--port", "0"]) == 2
    assert "đang chạy" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(["serve", "--home", str(tmp_path / "home"), "--no-browser", "--port", port]) == 2
    assert f"Cổng {port}" in capsys.readouterr().err
