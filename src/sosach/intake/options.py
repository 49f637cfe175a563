"""How a workbook is to be read, and how much a reading may cost; free of heavy imports, for the start must be quick."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file may ask of this machine; a larger file is refused with the limit stated, never read halfway."""

    parts: int = 2_000  # entries of a zip container
    part_bytes: int = 2 << 30  # of one part, really inflated
    total_bytes: int = 3 << 30  # of all parts together, really inflated
    ratio: int = 200  # inflated to compressed, for parts larger than `ratio_from`
    ratio_from: int = 1 << 20
    columns: int = 200
    cells: int = 20_000_000  # rows times columns of the rectangle that holds them
    cell_letters: int = 32_767  # what Excel lets stand in one cell
    memory_bytes: int = 4 << 30  # of the child's address space
    seconds: float = 300.0  # from the child's start to its last word


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """The reading options that all commands share."""

    register: str | None = None  # None: recognised
    sheets: tuple[str, ...] = ()  # none: all data sheets
    mapping: tuple[tuple[str, str], ...] = ()  # (field, heading or @ and a column letter)
    insist: bool = False  # the register that is named is right, whatever the sheets look like
    password: str | None = None
    profile: Path | None = None  # where mappings are remembered; None: beside the workbook
    limits: Limits = field(default_factory=Limits)
