"""Exports of the made-up commune, and what was settled about its people."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import polars as pl
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from sosach.cleaning.frame import Cleaning, typed
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.intake.reading import Reading
from sosach.outputs.export_layout import CHILDREN_EXPORT, Layout
from sosach.outputs.export_workbook import write_register
from sosach.outputs.upload.prepare import Upload
from sosach.outputs.upload.settled import NewPerson, Person, Settled
from sosach.outputs.upload.typing_list import ListSeal
from sosach.population.injured import injured
from sosach.population.population import population

ON = date(2026, 6, 18)
SEAL = ListSeal(code="CN-03", key=bytes(range(32)), unit="xã Hòa Mẫu", on=ON)
NEW = "027218700004"


@dataclass(frozen=True)
class Export:
    """An export on disk and as it is read."""

    path: Path
    reading: Reading
    typed: pl.DataFrame

    def upload(self, settled: list[Settled], new: tuple[NewPerson, ...] = ()) -> Upload:
        return Upload(reading=self.reading, typed=self.typed, settled=settled, new_persons=new, seal=SEAL)

    def settled(self, at: int, field: str, new: str | None, change: str = "Q-000001") -> Settled:
        """A fact of the person at this place."""
        row = self.typed.row(at, named=True)
        who = Person(
            full_name=row["full_name"], birth_date=row["birth_date"], record_code=row.get("record_code"),
            hamlet=row.get("hamlet"),
        )  # fmt: skip
        return Settled(
            person=who, where=(row["sheet"], row["row"]), field=field, old=row.get(field), new=new, change=change
        )  # fmt: skip


def opened(path: Path) -> Export:
    """An export as it is read."""
    reading = read(path, ReadingOptions(profile=path.with_name("none.json")))
    return Export(path, reading, typed(reading.frame, Cleaning(register=reading.register, on=ON)))


def export(path: Path, layout: Layout = CHILDREN_EXPORT, size: int = 40) -> Export:
    """A fresh export of the made-up commune, with what a careful officer has done to it."""
    truth = population(size, 3, ON).of(layout.register)
    people = injured(truth, layout.register, 3, layout.fields(), layout.name)
    write_register(path, people.cells, layout, "xã Hòa Mẫu", ON)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rule = DataValidation(type="list", formula1='"Nam,Nữ"')
    rule.add("E5:E40")
    sheet.add_data_validation(rule)
    sheet["C6"].fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet["AI4"] = "Số trẻ"
    sheet["AI5"] = "=COUNTA(C5:C40)"
    book.create_sheet("Ghi chép")["B2"] = "=1+1"
    book.save(path)
    return opened(path)
