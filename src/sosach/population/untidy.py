"""Untidiness brought over tidy cells: every field of every row is written in one of the ways that offices write it."""

from collections.abc import Sequence

import polars as pl

from sosach.population.catalogue import untidy_ways
from sosach.population.dice import Dice
from sosach.population.harm import TURN, Untidiness

_TURNS = 60  # has many divisors: kinds of one untidiness come about as often as one another


def untidied(
    cells: pl.DataFrame, register: str, fields: Sequence[str], dice: Dice
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The cells as they come, and what has to be said of them.

    Args:
        cells: tidy cells with `person`.
        register: its name.
        fields: that may be written otherwise.
        dice: for the persons.

    Returns:
        The cells; and one row per cell of which something has to be said, always as info: `person`, `name`, `rule`,
        `field`.
    """
    ways = [way for way in untidy_ways() if way.register == register and way.field in fields]
    cells = cells.with_columns(dice.whole("turn", 0, _TURNS - 1).alias(TURN))
    choices = cells.select(_choice(field, ways, dice) for field in fields)
    written = cells.with_columns(_written(field, ways, choices) for field in fields).drop(TURN)
    told = [
        _told(cells["person"], (choices[way.field] == place) & (cells[way.field] != written[way.field]), way)
        for place, way in enumerate(ways)
        if way.rule
    ]
    return written, pl.concat(told)


def _choice(field: str, ways: list[Untidiness], dice: Dice) -> pl.Expr:
    """The place in `ways` of the way in which a cell is written; null: the tidy one."""
    drawn, upto = dice.share(f"untidy {field}"), 0.0
    choice = pl.lit(None, pl.Int16)
    for place, way in enumerate(ways):
        if way.field == field:
            choice = (
                pl.when(way.when & drawn.is_between(upto, upto + way.share, closed="left"))
                .then(place)
                .otherwise(choice)
            )
            upto += way.share
    return choice.alias(field)


def _written(field: str, ways: list[Untidiness], choices: pl.DataFrame) -> pl.Expr:
    choice, cell = pl.lit(choices[field]), pl.col(field)
    for place, way in enumerate(ways):
        if way.field == field:
            cell = pl.when(choice == place).then(way.cell).otherwise(cell)
    return cell.alias(field)


def _told(person: pl.Series, chosen: pl.Series, way: Untidiness) -> pl.DataFrame:
    facts = {"name": way.name, "rule": way.rule, "field": way.field}
    who = person.filter(chosen.fill_null(value=False))
    return who.to_frame().with_columns(pl.lit(fact, pl.String).alias(name) for name, fact in facts.items())
