"""The command `sosach`: finds the command that was called, and turns refusals into messages and exit codes."""

import argparse
from collections.abc import Sequence

import sosach
from sosach.cli import (
    backup,
    check,
    console,
    decide,
    duplicates,
    imports,
    link,
    log,
    merge,
    restore,
    serve,
    set_aside,
    undo,
    waiting,
)
from sosach.cli.campaign import campaign
from sosach.cli.civil import civil
from sosach.cli.demo import demo
from sosach.cli.last_resort import LastResort
from sosach.cli.papers import papers
from sosach.cli.parser import Parser
from sosach.cli.police import police
from sosach.cli.report import report
from sosach.cli.upload import upload
from sosach.cli.visits import visits
from sosach.findings.notices import Refused, notice, refused

COMMANDS = (
    check,
    duplicates,
    link,
    campaign,
    imports,
    waiting,
    decide,
    merge,
    set_aside,
    undo,
    civil,
    police,
    visits,
    upload,
    report,
    papers,
    serve,
    log,
    backup,
    restore,
    demo,
)

DONE, DID_NOT_HOLD, CANNOT = 0, 1, 2

_DESCRIPTION = """\
Sổ Sạch: rà soát, chuẩn hóa và làm sạch sổ trẻ em và sổ đối tượng bảo trợ xã hội của xã.

Cách dùng: sosach LỆNH [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach check tre-em.xlsx
  sosach check tre-em.xlsx --plan plans/mau.toml --on 2026-06-18

Xem hướng dẫn của từng lệnh: sosach LỆNH --help"""


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and gives its exit code."""
    console.prepare()
    with LastResort(" ".join(("sosach", *arguments[:1]))):
        try:
            return _run(arguments)
        except Refused as refusal:
            console.refuse(refusal.notice)
        except KeyboardInterrupt:
            console.refuse(notice("stopped"))
    return CANNOT


def command_line() -> Parser:
    """The parser of all commands."""
    parser = Parser("sosach", _DESCRIPTION, _EPILOG)
    parser.add_argument("--version", action="version", version=f"sosach {sosach.__version__}", help="hiện số phiên bản")
    of_command: type[argparse.ArgumentParser] = Parser
    commands = parser.add_subparsers(
        title="Lệnh", metavar="LỆNH", dest="command", required=True, parser_class=of_command, prog=parser.prog
    )
    for command in COMMANDS:
        command.declare(commands)
    parser.set_defaults(call=run)  # for a command that calls others
    return parser


def _run(arguments: Sequence[str]) -> int:
    chosen, unknown = command_line().parse_known_args(list(arguments))
    if unknown:  # argparse would name the program alone, and its help does not list the command's options
        raise refused("option_unknown", value=unknown[0], command=f"sosach {chosen.command}")
    result: int = chosen.run(chosen)
    return result
