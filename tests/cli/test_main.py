import subprocess
import sys

import pytest

import sosach
from sosach.cli import check, main
from sosach.cli.main import CANNOT, COMMANDS, DONE, command_line, run


def _help(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as end:
        run([*arguments, "--help"])
    assert end.value.code == DONE
    return capsys.readouterr().out


def test_help_names_every_command(capsys):
    told = _help(capsys)
    for command in COMMANDS:
        assert command.__name__.rsplit(".", 1)[1].replace("imports", "import").replace("_", "-") in told


def test_help_is_vietnamese_throughout(capsys):
    for arguments in ((), ("check",)):
        told = _help(capsys, *arguments).lower()
        assert [word for word in ("usage", "options", "positional", "show this", "optional") if word in told] == []


def test_every_command_has_an_example(capsys):
    assert "Ví dụ:\n  sosach check tre-em.xlsx" in _help(capsys, "check")


def test_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit) as end:
        run(["--version"])
    assert end.value.code == DONE
    assert capsys.readouterr().out == f"sosach {sosach.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "told", "advice"),
    [
        ([], "Chưa ghi LỆNH.", "Xem sosach --help."),
        (["chek"], "“chek”", "Chọn một trong các giá trị đó."),
        (["check"], "Chưa ghi TỆP.", "Xem sosach check --help."),
        (["check", "a.xlsx", "--outt", "b"], "Không có tùy chọn “--outt”.", "Xem sosach check --help."),
        (["check", "a.xlsx", "--out"], "Tùy chọn --out chưa có giá trị.", "Xem sosach check --help."),
        (["check", "a.xlsx", "--on", "18/6/2026"], "Ngày “18/6/2026” ở tùy chọn --on", "Viết dạng 2026-06-18."),
        (["check", "a.xlsx", "--fail-on", "info"], "không nhận “info”", "Chọn một trong các giá trị đó."),
        (["check", "a.xlsx", "--register", "merit"], "không nhận “merit”", "Chọn một trong các giá trị đó."),
    ],
)
def test_a_command_line_that_cannot_be_used(arguments, told, advice, capsys):
    assert run(arguments) == CANNOT
    said = capsys.readouterr()
    assert said.err.startswith("sosach: ")
    assert told in said.err
    assert said.err.endswith(f"\nViệc cần làm: {advice}\n")
    assert said.out == ""


def test_an_interrupted_command_says_that_nothing_half_done_stays(monkeypatch, capsys):
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    assert run(["check", "a.xlsx"]) == CANNOT
    assert capsys.readouterr().err.startswith("sosach: Đã dừng theo yêu cầu")


def test_what_nobody_foresaw_ends_with_a_sentence(monkeypatch, capsys):
    def broken(_: object) -> int:
        raise LookupError("Nguyễn Văn Minh")

    monkeypatch.setattr(check, "run", broken)
    assert run(["check", "a.xlsx"]) == CANNOT
    told = capsys.readouterr().err
    assert "sosach check chưa làm xong" in told
    assert "Minh" not in told


def test_the_parser_of_all_commands_can_be_asked_for():
    assert command_line().parse_args(["check", "a.xlsx"]).command == "check"


def test_help_needs_none_of_the_heavy_packages():
    code = f"import sys, {main.__name__} as m\ntry: m.run(['--help'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    loaded = set(ended.stdout.splitlines()[-1].split())
    assert loaded & {"polars", "xlsxwriter", "python_calamine", "django", "msoffcrypto"} == set()
