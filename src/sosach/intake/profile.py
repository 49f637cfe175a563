"""Remembers which heading was mapped to which field: a small TOML file beside the workbook, one table per register.

    [children]
    full_name = ["Tên cháu bé"]

Written when a caller maps a heading with --map; read at every later reading of workbooks in the same folder.
"""

import json
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from sosach.findings.notices import refused

NAME = "sosach-columns.toml"
_HEAD = "# Sổ Sạch: các tiêu đề cột đã ghép bằng --map. Xóa tệp này nếu không muốn nhớ nữa.\n"

Remembered = Mapping[str, Mapping[str, tuple[str, ...]]]  # register: field: headings


def place_of(workbook: Path, told: Path | None) -> Path:
    """Where the profile of this workbook lies."""
    return told or workbook.with_name(NAME)


def recall(path: Path) -> Remembered:
    """What was remembered; nothing when there is no file.

    Raises:
        Refused: the file is no profile.
    """
    try:
        known = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as failure:
        raise refused("profile_unreadable", file=path.name) from failure
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for register, fields in known.items():
        if not isinstance(fields, dict):
            raise refused("profile_unreadable", file=path.name)
        for field, headings in fields.items():
            listed = [headings] if isinstance(headings, str) else headings
            if not isinstance(listed, list) or not all(isinstance(h, str) for h in listed):
                raise refused("profile_unreadable", file=path.name)
            found.setdefault(register, {})[field] = tuple(listed)
    return found


def remember(path: Path, register: str, mapping: Sequence[tuple[str, str]]) -> bool:
    """Adds mapped headings and writes the file whole; False when nothing is new or the folder cannot be written.

    Column letters (`@C`) are of one file only and are not remembered. A heading belongs to the field it was mapped to
    last.
    """
    named = [(field, " ".join(heading.split())) for field, heading in mapping if not heading.startswith("@")]
    before = recall(path)
    fields = {
        field: [h for h in headings if h not in {n for _, n in named}]
        for field, headings in before.get(register, {}).items()
    }
    for field, heading in named:
        fields.setdefault(field, []).append(heading)
    after = {**before, register: {field: tuple(headings) for field, headings in fields.items() if headings}}
    if not named or after == before:
        return False
    return _written(path, after)


def _written(path: Path, known: Remembered) -> bool:
    lines = [_HEAD]
    for register in sorted(known):
        lines.append(f"\n[{register}]\n")
        lines.extend(
            f"{field} = [{', '.join(map(_quoted, known[register][field]))}]\n" for field in sorted(known[register])
        )
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".sosach-") as folder:
            draft = Path(folder) / path.name
            draft.write_text("".join(lines), encoding="utf-8")
            draft.replace(path)
    except OSError:
        return False  # a folder that cannot be written forgets; the reading itself is done
    return True


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
