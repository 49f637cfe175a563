"""What is said about files and options: a refusal ends the command, a notice goes into the summary.

Every sentence is built in the order file, sheet, row or column, and is followed by one step to take. The texts stand in
`notices.toml` beside this file, those about the home of a campaign in `notices_home.toml`, those about lists that leave
the office in `notices_forms.toml`, those about the police's batches and the births book in the home in
`notices_police.toml`, those about reports and papers in `notices_papers.toml`, those about a command that broke off in
`notices_command.toml`, one table per code.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence about a file or an option, and the next step."""

    code: str
    message: str
    next_step: str

    def __str__(self) -> str:
        return f"{self.message}\nViệc cần làm: {self.next_step}"


class Refused(Exception):  # noqa: N818  # a refusal is an answer, no error of the program
    """The input cannot be used as it is; nothing was written. The command ends with exit code 2."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.message)
        self.notice = notice


_FILES = (
    "notices.toml",
    "notices_home.toml",
    "notices_forms.toml",
    "notices_police.toml",
    "notices_papers.toml",
    "notices_upload.toml",
    "notices_visits.toml",
    "notices_campaign.toml",
    "notices_care.toml",
    "notices_command.toml",
    "notices_pages.toml",
)


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """All codes with `message` and `next` as templates."""
    folder = resources.files("sosach.findings")
    texts = [folder.joinpath(name).read_text(encoding="utf-8") for name in _FILES]
    return {code: entry for text in texts for code, entry in tomllib.loads(text).items()}


def notice(code: str, **values: object) -> Notice:
    """The notice of this code with its values filled in.

    Raises:
        KeyError: an unknown code, or a value that the sentence needs is missing (a programming error).
    """
    entry = catalogue()[code]
    message = _NAMELESS_SHEET.sub(_file_alone, entry["message"]) if values.get("sheet") == "" else entry["message"]
    return Notice(code, message.format_map(values), entry["next"].format_map(values))


# A text file is one sheet without a name: its sentences speak of the file alone.
_NAMELESS_SHEET = re.compile(r"(?P<first>[Tt])rang tính “\{sheet\}” (?:trong|của) “\{file\}”")


def _file_alone(found: re.Match[str]) -> str:
    return f"{found['first']}ệp “{{file}}”"


def refused(code: str, **values: object) -> Refused:
    """The refusal of this code, to be raised."""
    return Refused(notice(code, **values))
