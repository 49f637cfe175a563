"""What an export says rightly and writes untidily: spaces, capitals, separators in numbers. Nobody has to decide it."""

from collections.abc import Sequence

import polars as pl

from sosach.outputs.upload.file_words import FileWords, file_words
from sosach.outputs.upload.settled import Person as Named
from sosach.outputs.upload.settled import Settled
from sosach.registers.field import Kind
from sosach.registers.register import Register
from sosach.store.registers.models import Import, Person
from sosach.store.upload.collecting import Key, Source

# The states of cells that say their value rightly, and no more than that.
_RIGHT = {
    Kind.NAME: ("good", "tidied"),
    Kind.PERSONAL_ID: ("separators",),
    Kind.ADDRESS: (),
    Kind.TEXT: (),
}


def tidied(
    register: Register, base: Import, typed: pl.DataFrame, settled: Sequence[Settled]
) -> tuple[list[Settled], dict[Key, Source]]:
    """The cells that would say the same more tidily.

    Args:
        register: the register.
        base: its last export.
        typed: the typed frame of that export.
        settled: what is changed anyway.
    """
    words = file_words(typed, register)
    taken = {(one.where, one.field) for one in settled}
    people = _people(base)
    found: list[Settled] = []
    sources: dict[Key, Source] = {}
    for field in register.fields:
        for sheet, row, value in _untidy(typed, field.name, field.kind, words):
            where = (sheet, row)
            if where in people and (where, field.name) not in taken:
                person, named = people[where]
                change = f"TIDY-{person:06}"
                found.append(Settled(person=named, where=where, field=field.name, old=value, new=value, change=change))
                sources[change, field.name] = Source(
                    person=person, field=field.name, old=value, new=value, event=None, hamlet=named.hamlet
                )
    return found, sources


def _people(base: Import) -> dict[tuple[str, int], tuple[int, Named]]:
    """Who stands where in the export."""
    columns = ("id", "sheet", "row", "full_name", "birth_date", "record_code", "hamlet")
    return {
        (sheet, row): (
            person,
            Named(full_name=full_name, birth_date=birth_date, record_code=code, hamlet=hamlet),
        )
        for person, sheet, row, full_name, birth_date, code, hamlet in Person.objects.filter(
            seen_in=base.operation, left=""
        ).values_list(*columns)
    }


def _untidy(typed: pl.DataFrame, name: str, kind: Kind, words: FileWords) -> list[tuple[str, int, str]]:
    """Sheet, row and value of the cells of a field that are written untidily."""
    if kind not in _RIGHT or name not in typed.columns:
        return []
    value, raw = pl.col(name), pl.col(f"{name}__raw")
    written = value.str.to_uppercase() if name in words.capitals else value
    told = typed.filter(raw.ne(written).fill_null(value=False) & _is_right(typed, name, kind))
    return told.select("sheet", pl.col("row").cast(pl.Int64), value).rows()


def _is_right(typed: pl.DataFrame, name: str, kind: Kind) -> pl.Expr:
    """Whether the cell says its value rightly; what an old encoding hides is no matter of tidiness."""
    state, legacy = f"{name}__state", f"{name}__legacy"
    right = pl.col(state).is_in(_RIGHT[kind]) if _RIGHT[kind] and state in typed.columns else pl.lit(value=True)
    return right & pl.col(legacy).is_null() if legacy in typed.columns else right
