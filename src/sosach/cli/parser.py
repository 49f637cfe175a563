"""The option parser, speaking Vietnamese: `argparse` with its English sentences replaced."""

import argparse
import re
from collections.abc import Callable
from datetime import date
from typing import NoReturn

from sosach.findings.notices import refused

# What argparse says in English, and the notice that says it in Vietnamese with the same values.
_SENTENCES = (
    (re.compile(r"unrecognized arguments: (?P<value>.+)"), "option_unknown"),
    (re.compile(r"the following arguments are required: (?P<value>.+)"), "option_missing"),
    (
        re.compile(
            r"argument (?P<option>[^:]+): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<candidates>.+)\)"
        ),
        "option_choice",
    ),
    (re.compile(r"argument (?P<option>[^:]+): expected .*"), "option_value"),
)


class Parser(argparse.ArgumentParser):
    """An option parser whose errors are refusals."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            usage=argparse.SUPPRESS,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "Đầu vào"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Raises the refusal that says the same in Vietnamese."""
        for pattern, code in _SENTENCES:
            if found := pattern.fullmatch(message):
                raise refused(code, command=self.prog, **found.groupdict())
        raise refused("option_other", value=message, command=self.prog)


def day(option: str) -> Callable[[str], date]:
    """A reader of ISO dates for an option."""

    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise refused("date_option", value=text, option=option) from None

    return read
