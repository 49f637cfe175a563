"""What the makers of tables share: a source is read from `sources/`, a made table is written with its head."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
TABLES = HERE.parents[1] / "src" / "sosach" / "refdata" / "tables"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table about to be written."""

    name: str
    head: Mapping[str, str]  # `note` may hold several lines
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return TABLES / f"{self.name}.csv"

    def text(self) -> str:
        """The file's content."""
        out = io.StringIO()
        for key, value in self.head.items():
            for line in value.splitlines():
                out.write(f"# {key}: {line}\n")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return out.getvalue()


def source(path: str) -> list[dict[str, str]]:
    """The records of a source file, blanks around values removed."""
    with (SOURCES / path).open(encoding="utf-8", newline="") as file:
        return [{key: (value or "").strip() for key, value in record.items()} for record in csv.DictReader(file)]


def sheet(name: str, head: Mapping[str, str], columns: str, rows: Iterable[tuple[str, ...]]) -> Sheet:
    """A table whose columns are named in one line."""
    return Sheet(name, head, tuple(columns.split()), tuple(rows))
