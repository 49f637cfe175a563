"""Who in the register of children is who in the births book, found anew after every extract and every export."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from sosach.linkage import civil
from sosach.linkage.facts import facts_of
from sosach.linkage.links import linked
from sosach.linkage.meeting import named_home
from sosach.linkage.reasons import reasons
from sosach.linkage.second_rows import second_rows
from sosach.registers.catalogue import registers
from sosach.store import bulk
from sosach.store.accounts.selectors import commune
from sosach.store.civil.beside import BIRTHS, CHILDREN
from sosach.store.civil.models import Alone, Extract, Pair, Ruling
from sosach.store.registers import selectors
from sosach.store.registers.cleaned import clean

_ALONE = ("birth_date", "note")


def relink(on: date, typed: Mapping[str, pl.DataFrame] | None = None) -> None:
    """Lays the register and all extracts side by side again; within `writing()`.

    Args:
        on: the day.
        typed: by register its typed current frame, if the caller has made it.

    Raises:
        Refused: the two have nothing in common by which anybody could be found again.
    """
    made = typed or {}
    whole = (made[name] if name in made else current(name, on) for name in (CHILDREN, BIRTHS))
    children, births = (frame.sort("index") for frame in whole)  # who is found does not hang on how rows were read
    ours, theirs = facts_of(children), facts_of(births)
    found = linked(ours, theirs, decided=_decided(children["index"], births["index"])).pairs
    sure = found.filter(pl.col("verdict") == "same")
    _write_pairs(children["index"], births["index"], found, (ours, theirs))
    alone = {
        "left": _alone(ours, theirs, found, sure, "left"),
        "right": _alone(theirs, ours, found, sure, "right"),
    }
    entries = births.select(_column(births, name).alias(name) for name in _ALONE).hstack(theirs.select("commune"))
    places = alone["right"]["place"]
    why = civil.only_in_births(
        entries.select(pl.all().gather(pl.lit(places))), alone["right"]["double"], on, named_home(commune(on).name)
    )
    rows = [(children["index"][place], double, "") for place, double in alone["left"].iter_rows()]
    entry = zip(alone["right"].iter_rows(), why.cast(pl.String), strict=True)
    rows += [(births["index"][place], double, word) for (place, double), word in entry]
    Alone.objects.all().delete()
    bulk.insert(Alone, ("person_id", "double", "why"), rows)


def unlink() -> None:
    """Nothing is compared any more: the last extract was taken back."""
    Pair.objects.all().delete()
    Alone.objects.all().delete()


def is_compared() -> bool:
    """Whether an extract that holds was compared."""
    return Extract.objects.exists()


def current(register: str, on: date) -> pl.DataFrame:
    """The typed frame of what holds in a register now."""
    known = registers()[register]
    return clean(selectors.frame(known), known, on, commune(on))


def _decided(children: pl.Series, births: pl.Series) -> pl.DataFrame:
    """What people have said, by positions."""
    left = {person: place for place, person in enumerate(children)}
    right = {person: place for place, person in enumerate(births)}
    said = Ruling.objects.filter(undone_by=None).order_by("operation")
    rows = {
        (left[child], right[birth]): same
        for child, birth, same in said.values_list("child", "birth", "same")
        if child in left and birth in right
    }
    schema = {"left": pl.UInt32, "right": pl.UInt32, "same": pl.Boolean}
    return pl.DataFrame([(*pair, same) for pair, same in rows.items()], schema=schema, orient="row")


def _write_pairs(
    children: pl.Series, births: pl.Series, found: pl.DataFrame, facts: tuple[pl.DataFrame, pl.DataFrame]
) -> None:
    doubtful = found.filter(pl.col("verdict") != "same")
    told = ["\n".join(sentences) for sentences in reasons(doubtful, *facts)] if doubtful.height else []
    why = dict(zip(doubtful.select("left", "right").iter_rows(), told, strict=True))
    Pair.objects.all().delete()
    rows = found.select("left", "right", pl.col("verdict") == "same").iter_rows()
    bulk.insert(
        Pair,
        ("child_id", "birth_id", "sure", "reasons"),
        ((children[one], births[other], sure, why.get((one, other), "")) for one, other, sure in rows),
    )


def _alone(own: pl.DataFrame, other: pl.DataFrame, found: pl.DataFrame, sure: pl.DataFrame, end: str) -> pl.DataFrame:
    """Who was found on one side only: `place`, and whether another row of the same person was found (`double`)."""
    other_end = "right" if end == "left" else "left"
    every = pl.DataFrame({"place": pl.int_range(own.height, dtype=pl.UInt32, eager=True)})
    alone = every.join(found.select(place=end), on="place", how="anti", maintain_order="left")
    second = second_rows(own, other, alone["place"], sure.select(own=end, other=other_end))
    joined = alone.join(second, on="place", how="left", maintain_order="left")
    return joined.select("place", pl.col("first").is_not_null().alias("double"))


def _column(frame: pl.DataFrame, name: str) -> pl.Expr:
    return pl.col(name) if name in frame.columns else pl.lit(None, dtype=pl.String)
