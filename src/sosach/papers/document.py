"""A paper as what it says and how its parts are meant, before it becomes Word or PDF.

Text is text: nothing in it is markup, a formula or a mark of a template. Parts have names, so that a template of an
office can put each where it wants it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Style(StrEnum):
    """What a paragraph is; Word's styles have these names."""

    BODY = "SoSach Than bai"
    CLOSING = "SoSach Ket thuc"  # the last sentence, which stays with the signature
    SECTION = "SoSach Muc I"  # I. KẾT QUẢ …: capitals, bold
    CLAUSE = "SoSach Muc 1"  # 1. Số trẻ …: bold
    TITLE = "SoSach Ten loai"
    SUBJECT = "SoSach Trich yeu"
    ADDRESSEE = "SoSach Kinh gui"
    CENTRED = "SoSach Can giua"
    NOTE = "SoSach Ghi chu"  # italic, small
    GROUND = "SoSach Can cu"  # italic
    BULLET = "SoSach Gach dau dong"
    ANNEX = "SoSach Phu luc"
    CELL = "SoSach O bang"
    SMALL_CELL = "SoSach O bang nho"
    AGENCY = "SoSach Co quan"  # letterhead, caps 13
    MOTTO = "SoSach Tieu ngu"  # letterhead, bold 14
    NUMBER = "SoSach So hieu"  # letterhead, 13
    PLACE_DATE = "SoSach Dia danh"  # letterhead, italic 14
    RECIPIENTS_HEAD = "SoSach Noi nhan"
    RECIPIENT = "SoSach Noi nhan dong"
    SIGNER = "SoSach Ky"


class Align(StrEnum):
    """How a column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """Some text of one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]
    style: Style = Style.BODY
    drafted: bool = False  # written by the program from figures, to be edited

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its lines drawn; the head is printed again on every page."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]  # shares of the page
    aligns: tuple[Align, ...]
    small: bool = False  # 9.5 in place of 12

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in (*self.rows, self.widths, self.aligns)):
            raise ValueError("rows of a table differ in length")


@dataclass(frozen=True, slots=True)
class Rule:
    """A short line in the middle of the page, under a title; as wide as a share of the page."""

    share: float = 0.25


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty lines for a signature."""

    lines: int


@dataclass(frozen=True, slots=True)
class Column:
    """One side of two columns without lines: paragraphs, rules and gaps."""

    blocks: tuple["Paragraph | Rule | Gap", ...]


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Letterhead, signatures: two columns beside one another."""

    left: Column
    right: Column
    shares: tuple[float, float]


Block = Paragraph | Table | Rule | Gap | TwoColumns


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of a section."""

    name: str  # “head”, “title”, “addressee”, “body”, “signature”, “annex_1”
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one shape that are numbered together."""

    parts: tuple[Part, ...]
    landscape: bool = False
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper."""

    title: str  # of the file
    sections: tuple[Section, ...]
    draft: bool = False
    numbers: dict[str, str] = field(default_factory=dict)  # every number of the prose as printed, by the figure's name

    def blocks(self) -> Iterator[Block]:
        """Everything in order."""
        for section in self.sections:
            for part in section.parts:
                yield from part.blocks


def text(said: str, style: Style = Style.BODY, *, drafted: bool = False) -> Paragraph:
    """A paragraph of one look."""
    return Paragraph((Run(said),), style, drafted)


def lead(opening: str, said: str, *, drafted: bool = False) -> Paragraph:
    """A paragraph that opens in bold."""
    return Paragraph((Run(opening, bold=True), Run(f" {said}")), Style.BODY, drafted)


def row(*cells: object, bold: bool = False) -> tuple[Cell, ...]:
    """A row of a table."""
    return tuple(Cell(str(cell), bold) for cell in cells)


def table(
    head: Sequence[str],
    rows: Sequence[tuple[Cell, ...]],
    widths: Sequence[float],
    *,
    words: int = 2,
    small: bool = False,
) -> Table:
    """A table of figures: the first column in the middle, then columns of words, the rest to the right.

    Args:
        head: of the columns.
        rows: below it.
        widths: shares of the page; of the last column where columns of figures share alike.
        words: how many columns, from the first on, hold words.
        small: whether it is set small.
    """
    spread = [*widths, *[widths[-1]] * (len(head) - len(widths))]
    first = Align.CENTRE if words > 1 else Align.LEFT
    aligns = [first, *[Align.LEFT] * (words - 1), *[Align.RIGHT] * (len(head) - words)]
    return Table(tuple(head), tuple(rows), tuple(spread), tuple(aligns), small)


def said(paper: Paper) -> list[str]:
    """Everything that a paper says, piece by piece in reading order."""
    return [piece for block in paper.blocks() for piece in _said(block)]


def _said(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Table):
        yield from block.head
        yield from (cell.text for line in block.rows for cell in line)
    elif isinstance(block, TwoColumns):
        for column in (block.left, block.right):
            for inner in column.blocks:
                yield from _said(inner)
