"""What the register leaves empty and the births book has is filled in, of all children at once; within `writing()`."""

from collections import Counter
from dataclasses import dataclass

import polars as pl

from sosach.campaign.numbers import judged
from sosach.findings.wording import shown
from sosach.registers.register import Register
from sosach.store import bulk
from sosach.store.civil.beside import CHILDREN, different, known, pairs
from sosach.store.civil.models import Taken
from sosach.store.civil.selectors import evidence_of_all
from sosach.store.log.services import Operation
from sosach.store.registers.models import Person
from sosach.store.registers.services.changing import NewValue, change


@dataclass(frozen=True, slots=True)
class ToFill:
    """The values that can be filled in, and the numbers that cannot without somebody looking."""

    rows: pl.DataFrame  # see `beside.different`
    left_out: int

    def of(self, source: str) -> "ToFill":
        """Those taken from one book."""
        return ToFill(self.rows.filter(pl.col("source") == source), self.left_out)


def to_fill() -> ToFill:
    """What is empty in the register and stands in the book, of children whose entry is sure.

    A number is left out that belongs to somebody else, or does not fit sex and year of birth.
    """
    told = different(pairs(sure=True))
    empty = told.filter(pl.col("ours").is_null() & pl.col("theirs").is_not_null() & pl.col("prevails"))
    doubtful = _doubtful_numbers(empty)
    return ToFill(empty.join(doubtful, on=["child", "field"], how="anti", maintain_order="left"), doubtful.height)


def fill(what: ToFill, register: Register, by: Operation) -> set[int]:
    """Sets the values, each with book and number as evidence; gives the children concerned."""
    written = what.rows.with_columns(_as_written(register).alias("raw"))
    evidence = evidence_of_all(written["birth"].unique().to_list())
    values = [
        NewValue(
            person=row["child"],
            field=row["field"],
            value=row["theirs"],
            raw=row["raw"],
            evidence=evidence[row["birth"]],
        )
        for row in written.iter_rows(named=True)
    ]
    change(values, register, by)
    children = dict(written.select("child", "birth").iter_rows())
    bulk.raise_versions(Person, sorted(children))
    bulk.insert(Taken, ("operation", "child_id", "birth_id"), ((by.number, *pair) for pair in sorted(children.items())))
    return set(children)


def _as_written(register: Register) -> pl.Expr:
    """Cleaned values as people write them: read again, they are what they were."""
    text = pl.col("theirs")
    for kind in sorted({field.kind for field in register.fields}):
        of_kind = [field.name for field in register.fields if field.kind is kind]
        text = pl.when(pl.col("field").is_in(of_kind)).then(shown(pl.col("theirs"), kind)).otherwise(text)
    return text


def _doubtful_numbers(told: pl.DataFrame) -> pl.DataFrame:
    """`child` and `field` of numbers that another child has, or that do not fit their child."""
    numbers = told.filter(pl.col("field") == "personal_id")
    rows = list(numbers.select("child", "theirs").iter_rows())
    facts = {child: one.facts for child, one in known([child for child, _ in rows]).items()}
    asked = [(number, number, facts[child].get("sex"), facts[child].get("birth_date")) for child, number in rows]
    counted = Counter(number for _, number in rows)
    holders = Person.objects.filter(register=CHILDREN, left="", personal_id__in=list(counted))
    taken = set(holders.values_list("personal_id", flat=True))
    doubtful = [
        number in taken or counted[number] > 1 or not one.agrees
        for (_, number), one in zip(rows, judged(asked), strict=True)
    ]
    return numbers.filter(pl.Series(doubtful, dtype=pl.Boolean)).select("child", "field")
