"""Pairs side by side: fact by fact the one row beside the other, what differs marked, why, and room to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from sosach.forms.pair_decisions import code_of
from sosach.linkage.decided import Decision
from sosach.linkage.differences import differences
from sosach.linkage.person_key import key_parts, keys
from sosach.linkage.reasons import reasons
from sosach.outputs.decision_book import RULING_WORDS
from sosach.outputs.linking.decided_sheet import form_columns
from sosach.outputs.linking.list_sheet import Entry, ListColumn
from sosach.outputs.linking.people import Side
from sosach.text.collation import person_key, sort_key

_NEARLY_SURE = 0.995  # printed as “trên 99 %”: nobody is certain because a computer says so

# What stands side by side, with the width of each of the two columns.
_FIELDS: Mapping[str, tuple[str, float]] = {
    "full_name": ("Họ và tên", 15.5),
    "birth_date": ("Ngày sinh", 10.2),
    "sex": ("Giới tính", 6.5),
    "personal_id": ("Số định danh", 13.2),
    "mother_name": ("Mẹ", 14.0),
    "father_name": ("Cha", 14.0),
    "guardian_name": ("Người giám hộ", 13.0),
    "status": ("Trạng thái", 9.0),
}
FIELDS = ("full_name", "birth_date", "sex", "personal_id", "mother_name", "father_name")

MARK = "warning"


@dataclass(frozen=True, slots=True)
class Deciding:
    """What was decided before, by pair of positions."""

    by_pair: Mapping[tuple[int, int], Decision]

    def entries(self, pairs: pl.DataFrame) -> tuple[list[Entry], list[Entry]]:
        """What stands in the columns of the decision and of the remark."""
        found = [self.by_pair.get(pair) for pair in pairs.select("left", "right").iter_rows()]
        return [RULING_WORDS[d.ruling] if d else None for d in found], [d.note or None if d else None for d in found]


def in_order(pairs: pl.DataFrame, one: Side) -> pl.DataFrame:
    """The pairs by hamlet, then by name as Vietnamese lists have it, of the first of the two."""
    facts = one.persons.facts.select(pl.col("hamlet", "name").gather(pl.lit(pairs["left"])))
    order = facts.select(sort_key(pl.col("hamlet")).alias("h"), person_key(pl.col("name")).alias("n"))
    keyed = pairs.hstack(order)
    return keyed.sort("h", "n", "left", "right", nulls_last=True, maintain_order=True).drop("h", "n")


def pair_columns(
    pairs: pl.DataFrame, one: Side, other: Side, decided: Deciding, fields: Sequence[str] = FIELDS
) -> list[ListColumn]:
    """The columns of a sheet of pairs.

    Args:
        pairs: `left`, `right` (positions), the levels of the linker and `probability`, in the order of the sheet.
        one: the list of `left`.
        other: the list of `right`.
        decided: what was decided before.
        fields: what stands side by side.
    """
    marks = _marks(pairs, one, other, (*fields, "hamlet"))
    columns = [ListColumn(title="STT", entries=list(range(1, pairs.height + 1)), width=4.8, looks=("centred",))]
    for name in fields:
        columns += _side_by_side(pairs, one, other, name, marks.get(name, frozenset()))
    columns += _places(pairs, one, other, marks.get("hamlet", frozenset()))
    columns.append(ListColumn(title="Khả năng", entries=_likely(pairs), width=9, looks=("centred",)))
    columns.append(ListColumn(title="Vì sao", entries=why(pairs, one, other), width=52))
    return [*columns, *decision_columns(pairs, one, other, decided)]


def agreeing_columns(pairs: pl.DataFrame, one: Side, other: Side, decided: Deciding) -> list[ListColumn]:
    """The columns of a sheet of pairs that say the same: whoever is sure needs no reasons."""
    hamlets = one.persons.facts["hamlet"].gather(pairs["left"]).to_list()
    return [
        ListColumn(title="STT", entries=list(range(1, pairs.height + 1)), width=6, looks=("centred",)),
        ListColumn(title="Thôn", entries=hamlets, width=18),
        ListColumn(title="Họ và tên", entries=one.entries("full_name", pairs["left"]), width=26),
        ListColumn(title="Ngày sinh", entries=one.entries("birth_date", pairs["left"]), width=11),
        ListColumn(title="Số định danh", entries=one.entries("personal_id", pairs["left"]), width=15),
        ListColumn(title=f"Dòng, {one.name}", entries=one.places(pairs["left"]), width=12),
        ListColumn(title=f"Dòng, {other.name}", entries=other.places(pairs["right"]), width=12),
        *decision_columns(pairs, one, other, decided),
    ]


def decision_columns(pairs: pl.DataFrame, one: Side, other: Side, decided: Deciding) -> list[ListColumn]:
    """The columns to fill in, and the hidden one by which the row is found again."""
    rulings, notes = decided.entries(pairs)
    return form_columns({"ruling": rulings, "note": notes, "code": codes(pairs, one, other)})


def codes(pairs: pl.DataFrame, one: Side, other: Side) -> list[str]:
    """The codes of pairs: keys of their persons that hold in the next export too."""
    both = [
        keys(key_parts(side.persons.facts.select(pl.all().gather(pl.lit(pairs[end])))))
        for side, end in ((one, "left"), (other, "right"))
    ]
    return [code_of(a, b) for a, b in zip(*both, strict=True)]


def why(pairs: pl.DataFrame, one: Side, other: Side) -> list[str]:
    """The reasons of every pair in one paragraph; what keeps a pair from being plain comes first."""
    told = reasons(pairs, one.persons.facts, other.persons.facts)
    plain = pairs["ground"].is_null()
    return [
        " ".join(sentences if is_plain else [*sentences[-1:], *sentences[:-1]])
        for sentences, is_plain in zip(told, plain, strict=True)
    ]


def _likely(pairs: pl.DataFrame) -> list[str]:
    return ["trên 99 %" if p >= _NEARLY_SURE else f"{max(round(p * 100), 1)} %" for p in pairs["probability"]]


def _marks(pairs: pl.DataFrame, one: Side, other: Side, fields: Sequence[str]) -> Mapping[str, frozenset[int]]:
    """By field the pairs in which the two say something different."""
    both = [name for name in fields if name in one.persons.register.by_name and name in other.persons.register.by_name]
    found = differences(
        [one.persons.register.by_name[name] for name in both],
        lambda name: one.persons.field(name, pairs["left"]),
        lambda name: other.persons.field(name, pairs["right"]),
    ).filter(pl.col("kind").is_in(("differs", "less_precise")))
    return {str(name): frozenset(part["pair"]) for (name,), part in found.group_by("field")}


def _side_by_side(pairs: pl.DataFrame, one: Side, other: Side, name: str, marked: frozenset[int]) -> list[ListColumn]:
    """The two columns of a field; none where neither list has it."""
    label, width = _FIELDS[name]
    if not any(name in side.persons.register.by_name for side in (one, other)):
        return []
    marks = [MARK if number in marked else None for number in range(pairs.height)]
    nothing: list[Entry] = [None] * pairs.height
    return [
        ListColumn(
            title=side.name,
            upper=label,
            entries=side.entries(name, pairs[end]) if name in side.persons.register.by_name else nothing,
            width=width,
            marks=marks,
        )
        for side, end in ((one, "left"), (other, "right"))
    ]


def _places(pairs: pl.DataFrame, one: Side, other: Side, marked: frozenset[int]) -> list[ListColumn]:
    """Hamlet and row of each."""
    columns = []
    marks = [MARK if number in marked else None for number in range(pairs.height)]
    for side, end in ((one, "left"), (other, "right")):
        hamlets = side.persons.facts["hamlet"].gather(pairs[end])
        columns.append(ListColumn(title=side.name, upper="Thôn", entries=hamlets.to_list(), width=10.5, marks=marks))
    for side, end in ((one, "left"), (other, "right")):
        width = 6.5 if len(side.sheets) == 1 else 13.0
        columns.append(ListColumn(title=side.name, upper="Ở dòng", entries=side.places(pairs[end]), width=width))
    return columns
