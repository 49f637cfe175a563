"""Two lists laid side by side once it is known who is who: what differs, who stands in one only, what to settle."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.campaign.precedence import Precedence, Source
from sosach.engines.persons import Persons
from sosach.linkage import benefit_children, civil, link_findings
from sosach.linkage.differences import differences, fields_compared, worth_telling
from sosach.linkage.meeting import Meeting, home_of
from sosach.linkage.second_rows import second_rows

# What the births book is called in sentences, whichever source it was taken from.
BIRTHS = "sổ khai sinh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The two lists and what is known of them."""

    left: Persons
    right: Persons
    meeting: Meeting
    on: date
    sources: Mapping[str, Source]  # by `left` and `right`
    precedence: Precedence
    home: str | None = None  # the commune as a search key; None: what most rows of the register name

    def side(self, end: str) -> Persons:
        """The list on that side."""
        return self.left if end == "left" else self.right

    def end_of(self, register: str) -> str:
        """On which side a register stands."""
        return "left" if self.left.register.name == register else "right"


@dataclass(frozen=True, slots=True)
class Laid:
    """What shows when the lists are laid side by side."""

    differences: pl.DataFrame  # `left`, `right` (positions), `verdict`, `field`, `ours`, `theirs`, `kind`, `prevails`
    alone: Mapping[str, pl.DataFrame]  # by side: `place`, `why` (of `linkage.civil`, or null), `first`
    findings: pl.DataFrame  # `link_findings.SCHEMA`


def laid(lists: Lists, pairs: pl.DataFrame) -> Laid:
    """Lays the lists side by side.

    Args:
        lists: the two.
        pairs: `left`, `right` (positions) and `verdict`, nobody twice.
    """
    told = _differences(lists, pairs)
    alone = {end: _alone(lists, pairs, end) for end in ("left", "right")}
    return Laid(told, alone, _findings(lists, pairs, told, alone))


def _differences(lists: Lists, pairs: pl.DataFrame) -> pl.DataFrame:
    left, right = lists.left, lists.right
    have = set(left.columns()) & set(right.columns())
    fields = [f for f in fields_compared(left.register, right.register, lists.meeting) if f.name in have]
    found = differences(
        fields, lambda name: left.field(name, pairs["left"]), lambda name: right.field(name, pairs["right"])
    ).filter(worth_telling(pl.col("kind"), lists.meeting, left.register))
    prevails = {
        f.name: lists.precedence.prevails(f.name, lists.sources["left"], lists.sources["right"]) for f in fields
    }
    places = pairs.select("left", "right", pl.col("verdict").cast(pl.String))[found["pair"]]
    return places.hstack(found.drop("pair").rename({"left": "ours", "right": "theirs"})).with_columns(
        pl.col("field").replace_strict(prevails, default=None, return_dtype=pl.String).alias("prevails")
    )


def _alone(lists: Lists, pairs: pl.DataFrame, end: str) -> pl.DataFrame:
    other_end = "right" if end == "left" else "left"
    own, other = lists.side(end), lists.side(other_end)
    every = pl.DataFrame({"place": pl.int_range(own.count, dtype=pl.UInt32, eager=True)})
    alone = every.join(pairs.select(place=end), on="place", how="anti", maintain_order="left")
    same = pairs.filter(pl.col("verdict") == "same").select(own=end, other=other_end)
    second = second_rows(own.facts, other.facts, alone["place"], same)
    joined = alone.join(second, on="place", how="left", maintain_order="left")
    why = _why(lists, end, joined["place"], joined["first"].is_not_null())
    return joined.with_columns(why.cast(pl.String).alias("why")).select("place", "why", "first")


def _why(lists: Lists, end: str, places: pl.Series, double: pl.Series) -> pl.Series:
    side = lists.side(end)
    if lists.meeting is not Meeting.CIVIL:
        words = pl.DataFrame({"double": double}).select(pl.when("double").then(pl.lit("double")))
        return words.to_series()
    if side.register.name != "births":
        rows = side.at(places, ["birth_date", "personal_id", "birth_cert_no", "status", "note"])
        return civil.only_in_register(rows, double, lists.on)
    rows = side.at(places, ["birth_date", "note"]).with_columns(side.facts["commune"].gather(places))
    register = lists.side("right" if end == "left" else "left")
    return civil.only_in_births(rows, double, lists.on, lists.home or home_of(register.facts))


def _findings(lists: Lists, pairs: pl.DataFrame, told: pl.DataFrame, alone: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    if lists.meeting is Meeting.CIVIL:
        return _civil_findings(lists, told, alone)
    if lists.meeting is Meeting.REGISTERS:
        return _cross_findings(lists, pairs, alone)
    return pl.DataFrame(schema=link_findings.SCHEMA)


def _civil_findings(lists: Lists, told: pl.DataFrame, alone: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    book = lists.end_of("births")
    kept = "right" if book == "left" else "left"
    births, register = lists.side(book), lists.side(kept)
    new = alone[book].filter(pl.col("why") == "new")["place"]
    overdue = alone[kept].filter(pl.col("why") == "overdue")["place"]
    sure = told.filter(pl.col("verdict") == "same")
    ours, theirs = ("ours", "theirs") if kept == "left" else ("theirs", "ours")
    rows = (
        _places(register, sure[kept])
        .hstack(_places(births, sure[book], other=True))
        .hstack(
            sure.select(
                "field", pl.col(ours).alias("ours"), pl.col(theirs).alias("theirs"), prevails=pl.col("prevails") == book
            )
        )
    )
    return pl.concat(
        [
            link_findings.civil_differences(rows, register.register, kept, BIRTHS),
            link_findings.unregistered(register.at(overdue, ["sheet", "row", "birth_date"]), lists.on, kept),
            link_findings.not_in_register(births.at(new, ["sheet", "row", "birth_cert_no", "book_no"]), book),
        ]
    )


def _cross_findings(lists: Lists, pairs: pl.DataFrame, alone: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    children_end = lists.end_of("children")
    aid_end = "right" if children_end == "left" else "left"
    children, aid = lists.side(children_end), lists.side(aid_end)
    same = pairs.filter(pl.col("verdict") == "same")
    circumstance = ["special_circumstance", "special_circumstance__state", "status"]
    both = pl.concat(
        [
            _places(children, same[children_end]),
            children.at(same[children_end], circumstance),
            _places(aid, same[aid_end], other=True),
            aid.at(same[aid_end], ["category", "benefit_status"]),
        ],
        how="horizontal",
    )
    lone = {end: frame.filter(pl.col("why").is_null())["place"] for end, frame in alone.items()}
    of_aid = aid.at(lone[aid_end], ["sheet", "row", "birth_date", "benefit_status"])
    of_children = children.at(lone[children_end], ["sheet", "row", "special_circumstance", "status"])
    return pl.concat(
        [
            benefit_children.told_apart(both, children_end),
            benefit_children.not_among_children(of_aid, lists.on, aid_end),
            benefit_children.not_among_beneficiaries(of_children, children_end),
        ]
    )


def _places(persons: Persons, positions: pl.Series, *, other: bool = False) -> pl.DataFrame:
    """`sheet` and `row`, or `other_sheet` and `other_row`."""
    at = persons.facts.select("sheet", "row").select(pl.all().gather(pl.lit(positions)))
    return at.rename({"sheet": "other_sheet", "row": "other_row"}) if other else at
