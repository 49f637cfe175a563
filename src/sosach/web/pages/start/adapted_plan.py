"""The sample plan made the plan of a commune: its name, its hamlets; dates and tasks stay those of the plan of 2026."""

import json
import re
from collections.abc import Sequence
from datetime import date
from importlib import resources

from sosach.web.pages.start.communes import Found

_UNIT = re.compile(r"\[unit\]\n.*?\n\n", re.DOTALL)
_OWN = re.compile(r"^(number|issued_on) = .*\n", re.MULTILINE)
_HAMLETS = "[[hamlets]]"


def sample_plan() -> str:
    """The plan of the made-up commune."""
    return resources.files("sosach.web.pages.start").joinpath("sample_plan.toml").read_text(encoding="utf-8")


def adapted(commune: Found, hamlets: Sequence[str], since: date) -> str:
    """The plan of a commune.

    Args:
        commune: whose.
        hamlets: names as they were typed, each once.
        since: from when they are known by these names.
    """
    whole = sample_plan()
    head, _, _ = whole.partition(_HAMLETS)
    unit = (
        f"[unit]\nname = {_said(commune.name)}\nprovince = {_said(commune.province)}\ncode = {_said(commune.code)}\n\n"
    )
    head = _UNIT.sub(lambda _: unit, head, count=1)
    document, bases, rest = head.partition("[[document.bases]]")
    told = "".join(f"\n{_HAMLETS}\nname = {_said(name)}\nvalid_from = {since.isoformat()}\n" for name in hamlets)
    return f"{_OWN.sub('', document)}{bases}{rest.rstrip()}\n{told}"


def typed_hamlets(text: str) -> list[str]:
    """The names in a text, one a line, each once, without numbering."""
    lines = (re.sub(r"^\s*(?:\d+[.)]\s*|[-•]\s*)", "", line).strip() for line in text.splitlines())
    return list(dict.fromkeys(" ".join(line.split()) for line in lines if line))


def _said(text: str) -> str:
    """A TOML string."""
    return json.dumps(text, ensure_ascii=False)
