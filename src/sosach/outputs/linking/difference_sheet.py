"""What two lists say differently of one person: a line per fact, both values, which source prevails."""

import polars as pl

from sosach.findings.wording import SEX_WORDS
from sosach.linkage.meeting import Meeting
from sosach.outputs.linking.found import Links
from sosach.outputs.linking.list_sheet import ListColumn, ListSheet
from sosach.outputs.linking.pair_sheet import MARK, decision_columns
from sosach.outputs.shown import discreet, shown_values
from sosach.text.collation import person_key, sort_key

_EMPTY = "(để trống)"


def difference_sheet(name: str, found: Links) -> ListSheet:
    """The sheet: of the pairs that are one person, by hamlet and name, a person's lines together."""
    lines = _in_order(found.differences.filter(pl.col("verdict") == "same"), found).head(found.most_rows)
    left, right = found.left, found.right
    facts = left.persons.facts.select(pl.col("hamlet").gather(pl.lit(lines["left"])))
    other = right.persons.facts.select(pl.col("hamlet").gather(pl.lit(lines["right"])))
    hamlets = pl.select(pl.coalesce(pl.lit(facts["hamlet"]), pl.lit(other["hamlet"]))).to_series()
    labels = {field.name: field.label for field in left.persons.register.fields}
    marks = [MARK] * lines.height
    columns = [
        ListColumn(title="STT", entries=list(range(1, lines.height + 1)), width=5, looks=("centred",)),
        ListColumn(title="Thôn", entries=hamlets.to_list(), width=13),
        ListColumn(title="Họ và tên", entries=left.entries("full_name", lines["left"]), width=20),
        ListColumn(title="Ngày sinh", entries=left.entries("birth_date", lines["left"]), width=11),
        ListColumn(title=f"Dòng, {left.name}", entries=left.places(lines["left"]), width=9),
        ListColumn(title=f"Dòng, {right.name}", entries=right.places(lines["right"]), width=9),
        ListColumn(title="Thông tin", entries=[labels[name] for name in lines["field"]], width=14),
        ListColumn(title=f"{left.name} ghi", entries=_or_empty(_values(lines, "ours", found)), width=22, marks=marks),
        ListColumn(
            title=f"{right.name} ghi", entries=_or_empty(_values(lines, "theirs", found)), width=22, marks=marks
        ),
        *_prevailing(lines, found),
        *decision_columns(lines, left, right, found.decided),
    ]
    return ListSheet(name=name, columns=columns, rows=lines.height, bands=_bands(lines), frozen=4)


def _prevailing(lines: pl.DataFrame, found: Links) -> list[ListColumn]:
    """Which source prevails, and what it says; nothing between lists of one rank."""
    if found.meeting is not Meeting.CIVIL:
        return []
    sources = [found.sources.get(end or "") for end in lines["prevails"]]
    value = pl.when(pl.col("prevails") == "left").then("ours").when(pl.col("prevails") == "right").then("theirs")
    wanted = lines.with_columns(value.alias("wanted"))
    return [
        ListColumn(title="Căn cứ ưu tiên", entries=sources, width=16),
        ListColumn(title="Theo căn cứ ưu tiên là", entries=_values(wanted, "wanted", found), width=22),
    ]


def _values(lines: pl.DataFrame, column: str, found: Links) -> list[str | None]:
    """The values as people read them; what names a sensitive circumstance is not printed again."""
    register = found.left.persons.register
    text = shown_values(pl.col(column).replace(SEX_WORDS), pl.col("field"), register)
    return lines.select(discreet(text, pl.col("field")).alias("text")).to_series().to_list()


def _or_empty(values: list[str | None]) -> list[str | None]:
    return [_EMPTY if value is None else value for value in values]


def _in_order(lines: pl.DataFrame, found: Links) -> pl.DataFrame:
    facts = found.left.persons.facts.select(pl.col("hamlet", "name").gather(pl.lit(lines["left"])))
    order = facts.select(sort_key(pl.col("hamlet")).alias("h"), person_key(pl.col("name")).alias("n"))
    return lines.hstack(order).sort("h", "n", "left", nulls_last=True, maintain_order=True).drop("h", "n")


def _bands(lines: pl.DataFrame) -> list[int]:
    begins = pl.col("left") != pl.col("left").shift()
    return lines.select(begins.fill_null(value=False).cum_sum() % 2).to_series().to_list()
