"""Which sheets of a workbook hold a list of persons, and what their columns are."""

from collections.abc import Mapping, Sequence

import polars as pl

from sosach.findings.notices import refused
from sosach.intake.headings import claim_of
from sosach.intake.layout import LOOKED_AT, Header, find_header
from sosach.intake.mapping import Mapped, Place, SheetColumn, map_columns, named_column
from sosach.intake.options import ReadingOptions
from sosach.intake.profile import Remembered
from sosach.intake.reading import Grid, OtherSheet
from sosach.registers.catalogue import registers
from sosach.registers.register import Register

EMPTY, NO_HEADER, NO_NAME = "trang trống", "không có dòng tiêu đề của danh sách", "không có cột họ tên"

_SAMPLE = 300  # rows below the heading whose cells may speak for or against a mapping
_CHILDHOOD, _THIS_CENTURY = 17, 2010  # years between the youngest and the oldest; a year no grown-up list ends with
_ENOUGH_FIELDS = 4  # a sheet that names so many fields is a list, even without the name

Titled = tuple[Grid, Header]


class MappingPlan:
    """Maps the columns of sheet after sheet, and knows in the end which wishes came true nowhere."""

    def __init__(
        self,
        register: Register,
        wishes: Sequence[tuple[str, str]],
        remembered: Mapping[str, tuple[str, ...]],
        file: str,
    ) -> None:
        self.register = register
        self._wishes = wishes
        self._remembered = [(field, heading) for field, headings in remembered.items() for heading in headings]
        self.file = file
        self._unused = list(wishes)

    def mapped(self, grid: Grid, header: Header) -> Mapped:
        """The columns of this sheet.

        Raises:
            Refused: two columns cannot be told apart, or the name is missing.
        """
        sample = grid.text.slice(header.below, _SAMPLE)
        columns = [
            SheetColumn(letter, heading, tuple(sample[letter].drop_nulls().to_list()), letter in header.joined)
            for letter, heading in header.headings
        ]
        here = [wish for wish in self._wishes if named_column(columns, wish[1]) is not None]
        self._unused = [wish for wish in self._unused if wish not in here]
        wished = {field for field, _ in here}
        here += [
            (field, heading)
            for field, heading in self._remembered
            if field in self.register.by_name and field not in wished and named_column(columns, heading) is not None
        ]
        mapped = map_columns(columns, self.register, here, Place(self.file, grid.name))
        missing = [field for field in self.register.required if field not in mapped.fields]
        if missing:
            label = self.register.by_name[missing[0]].label
            raise refused("column_required", sheet=grid.name, file=self.file, field_label=f"“{label}”")
        return mapped

    def refuse_unused(self, sheet: str) -> None:
        """Refuses a wish that no sheet could fulfil."""
        for field, heading in self._unused:
            raise refused("map_unknown", value=f"{field}={heading}"[:40], sheet=sheet, file=self.file)


def data_sheets(
    grids: Sequence[Grid], options: ReadingOptions, remembered: Remembered, file: str
) -> tuple[list[Titled], list[OtherSheet]]:
    """The sheets with a list of persons, and the others with the reason.

    Raises:
        Refused: there is none, or a sheet that was asked for has no list.
    """
    known = (registers()[options.register],) if options.register else tuple(registers().values())
    wanted = [wish for wish in options.mapping if not wish[1].startswith("@")]
    wanted += [(f, h) for fields in remembered.values() for f, headings in fields.items() for h in headings]
    letters = tuple(heading[1:].strip().upper() for _, heading in options.mapping if heading.startswith("@"))
    told = {field for field, _ in options.mapping}
    titled: list[Titled] = []
    others: list[OtherSheet] = []
    nameless: list[Titled] = []
    for grid in grids:
        header = find_header(grid, known, wanted, letters) if grid.text.height else None
        if header is None:
            others.append(OtherSheet(grid.name, NO_HEADER if grid.text.height else EMPTY))
        elif "full_name" in told or _has_name(header, known, remembered):
            titled.append((grid, header))
        else:
            nameless.append((grid, header))
    others += [OtherSheet(grid.name, NO_NAME) for grid, _ in nameless]
    _refuse_nothing(titled, nameless, others, grids, options, file)
    return titled, others


def all_young(titled: Sequence[Titled]) -> bool:
    """Whether all years of birth lie within the ages of children, the youngest of today."""
    children = registers()["children"]
    years: list[int] = []
    for grid, header in titled:
        for letter, heading in header.headings:
            claim = claim_of(heading, children)
            if claim and claim.field == "birth_date":
                shown = grid.text[letter].slice(header.below).drop_nulls()
                years += shown.str.extract(r"((?:19|20)\d\d)\s*$").drop_nulls().cast(pl.Int32).to_list()
    return bool(years) and min(years) >= max(years) - _CHILDHOOD and max(years) >= _THIS_CENTURY


def _has_name(header: Header, known: Sequence[Register], remembered: Remembered) -> bool:
    texts = {heading.text for _, heading in header.headings}
    if any(texts & set(fields.get("full_name", ())) for fields in remembered.values()):
        return True
    claims = [claim_of(heading, register) for _, heading in header.headings for register in known]
    return any(claim.field == "full_name" for claim in claims if claim)


def _refuse_nothing(
    titled: Sequence[Titled],
    nameless: Sequence[Titled],
    others: Sequence[OtherSheet],
    grids: Sequence[Grid],
    options: ReadingOptions,
    file: str,
) -> None:
    """Refuses when nothing can be read, saying what is missing where."""
    asked = set(options.sheets)
    lists = [
        pair for pair in nameless if pair[0].name in asked or (not titled and len(pair[1].headings) >= _ENOUGH_FIELDS)
    ]
    if lists:
        raise refused("column_required", sheet=lists[0][0].name, file=file, field_label="“Họ và tên”")
    unheaded = [sheet for sheet in others if sheet.why == NO_HEADER and (sheet.name in asked or not titled)]
    if unheaded and (asked or len(grids) == 1):
        raise refused("header_not_found", sheet=unheaded[0].name, file=file, count=LOOKED_AT)
    if not titled:
        raise refused("sheet_none", file=file)
