"""The decisions in force, as a file beside the results: every run reads it, adds what is new, and writes it again.

JSON that people can read: keys of the two persons, what was decided, the remark, and who it was about. It holds names,
and is kept like the lists themselves.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from sosach.findings.notices import refused
from sosach.intake.options import ReadingOptions
from sosach.linkage.decided import Decision, Ruling, together
from sosach.linkage.person_key import parts_of
from sosach.outputs.decision_book import Filled, read_decisions

_VERSION = 1


def read_store(path: Path) -> tuple[Decision, ...]:
    """The decisions in a file.

    Raises:
        Refused: it is not there, is no file of ours, or was written by a later version.
    """
    try:
        facts = json.loads(path.read_text(encoding="utf-8-sig"))
        if facts["version"] > _VERSION:
            raise refused("decisions_newer", file=path.name)
        return tuple(map(_decision, facts["decisions"]))
    except OSError as failure:
        raise refused("file_not_found", file=path.name) from failure
    except (ValueError, KeyError, TypeError) as failure:
        raise refused("decisions_unreadable", file=path.name) from failure


def in_force(store: Path, given: Path | None, options: ReadingOptions) -> Filled:
    """The decisions of earlier runs with those that are given now, which prevail.

    Args:
        store: the file of earlier runs, which need not be there.
        given: a workbook with decisions filled in, or the decisions of another run; None: nothing new.
        options: how a workbook is read.

    Raises:
        Refused: a file cannot be used.
    """
    old = read_store(store) if store.exists() else ()
    if given is None:
        return Filled(old, ())
    if given.suffix.lower() == store.suffix:
        return Filled(together(old, read_store(given)), ())
    new = read_decisions(given, options)
    return Filled(together(old, new.decisions), new.notices)


def write_store(path: Path, decisions: Sequence[Decision]) -> None:
    """Writes the file anew."""
    entries = [
        {"one": d.one, "other": d.other, "ruling": d.ruling.value, "note": d.note, "about": d.about} for d in decisions
    ]
    text = json.dumps({"version": _VERSION, "decisions": entries}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def _decision(entry: dict[str, str]) -> Decision:
    keys = (entry["one"], entry["other"])
    if not all(map(parts_of, keys)):
        raise ValueError(f"no keys of persons: {keys}")
    ruling = Ruling(entry["ruling"])
    return Decision(
        one=keys[0], other=keys[1], ruling=ruling, note=str(entry.get("note", "")), about=str(entry.get("about", ""))
    )
