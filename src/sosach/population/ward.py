"""Who suffers which injury: chosen by chance among the unharmed, and kept in mind."""

from math import ceil

import polars as pl

from sosach.population.dice import Dice
from sosach.population.harm import BESIDE, PLACE, TURN, Beside, Injury

# Victims are looked for among so many persons at least, or among this share of everybody.
_POOL, _POOL_SHARE = 20_000, 0.3

_HARM = {"person": pl.UInt32, "name": pl.String, "rule": pl.String, "field": pl.String}


class Ward:
    """The unharmed, the injured and what their cells have become."""

    def __init__(self, tidy: pl.DataFrame, dice: Dice) -> None:
        """Nobody is injured yet.

        Args:
            tidy: cells before any injury, with `person` counting the rows from 0 and `home`.
            dice: for the persons.
        """
        self._tidy = tidy
        self._unharmed = pl.repeat(value=True, n=tidy.height, eager=True)
        luck = tidy.select("person", dice.raw("luck").alias("luck")).sort("luck")["person"]
        self._pool = luck.head(max(_POOL, ceil(tidy.height * _POOL_SHARE)))
        self._changes: list[pl.DataFrame] = []
        self._copies: list[pl.DataFrame] = []
        self._harm: list[pl.DataFrame] = [pl.DataFrame(schema=_HARM)]

    def injure(self, injury: Injury, count: int) -> None:
        """Lets so many persons (or runs of persons) suffer an injury; fewer where not enough can."""
        victims = self._victims(injury, count)
        concerned = pl.concat([victims["person"], victims["beside"].drop_nulls()]).unique(maintain_order=True)
        self._unharmed = self._unharmed.scatter(concerned, False)
        cells = (
            self._cells_of(victims)
            .hstack(victims.select(TURN, PLACE))
            .select("person", *(cell.cast(pl.String).alias(name) for name, cell in injury.cells.items()))
        )
        if injury.copied:
            after = self._tidy.height + sum(copies.height for copies in self._copies)
            cells = cells.with_row_index("copy", offset=after)
            self._copies.append(cells)
            concerned = pl.concat([concerned, cells["copy"]])
        else:
            self._changes.append(cells)
        facts = {"name": injury.name, "rule": injury.rule, "field": injury.field}
        told = concerned.alias("person").to_frame()
        self._harm.append(told.with_columns(pl.lit(fact, pl.String).alias(name) for name, fact in facts.items()))

    def touched(self) -> pl.DataFrame:
        """`person` and `field` of every cell that an injury wrote."""
        parts = [
            cells.select("person", pl.lit(name).alias("field")) for cells in self._changes for name in cells.columns[1:]
        ]
        return pl.concat([pl.DataFrame(schema={"person": pl.UInt32, "field": pl.String}), *parts])

    def harm(self) -> pl.DataFrame:
        """`person`, `name`, `rule` and `field` of everything that has to be found."""
        return pl.concat(self._harm)

    def discharged(self, messy: pl.DataFrame) -> pl.DataFrame:
        """The cells after all injuries, those who were copied a second time at the end.

        Args:
            messy: the cells of everybody as they would be without any injury.
        """
        columns = {name: messy[name] for name in messy.columns}
        for cells in self._changes:
            for name in cells.columns[1:]:
                columns[name] = columns[name].scatter(cells["person"], cells[name])
        everybody = pl.DataFrame(columns)
        return pl.concat([everybody, *(_second(everybody, copies) for copies in self._copies)])

    def _victims(self, injury: Injury, count: int) -> pl.DataFrame:
        """`person`, `beside` (whose cells are copied, null: nobody's), `turn` and `place`."""
        able = self._able(injury)
        if injury.run > 1:
            return self._runs(injury, able, count)
        if injury.beside is Beside.ANYBODY:
            able = able.head(2 * (able.len() // 2)).head(2 * count)
            pairs = pl.DataFrame({"person": able.gather_every(2, 1), "beside": able.gather_every(2)})
        else:
            above = pl.col("person") - 1 if injury.beside is Beside.ABOVE else pl.lit(None, pl.UInt32)
            pairs = able.head(count).alias("person").to_frame().with_columns(beside=above)
        return pairs.with_row_index(TURN).with_columns(pl.lit(0).alias(PLACE))

    def _able(self, injury: Injury) -> pl.Series:
        """The unharmed who can suffer it, the unluckiest first."""
        pool = self._pool.filter(self._unharmed[self._pool])
        if injury.beside is Beside.ABOVE:
            pool = pool.filter(pool > 0)
            pool = pool.filter(self._unharmed[pool - 1])
            above = pl.DataFrame({"person": pool, "beside": pool - 1})
            return self._cells_of(above).filter(injury.when)["person"]
        return self._tidy[pool].filter(injury.when)["person"]

    def _runs(self, injury: Injury, able: pl.Series, count: int) -> pl.DataFrame:
        """Runs of unharmed persons of one hamlet that begin with somebody who can suffer it and do not overlap."""
        starts: list[int] = []
        taken: set[int] = set()
        homes = self._tidy["home"]
        for start in able:
            rows = range(start, start + injury.run)
            if len(starts) == count:
                break
            if (
                rows[-1] < homes.len()
                and taken.isdisjoint(rows)
                and self._unharmed[rows].all()
                and homes[rows].n_unique() == 1
            ):
                starts.append(start)
                taken.update(rows)
        firsts = pl.DataFrame({"beside": pl.Series(starts, dtype=pl.UInt32)}).with_row_index(TURN)
        places = pl.DataFrame({PLACE: pl.int_range(injury.run, eager=True)})
        return firsts.join(places, how="cross").with_columns(person=(pl.col("beside") + pl.col(PLACE)).cast(pl.UInt32))

    def _cells_of(self, victims: pl.DataFrame) -> pl.DataFrame:
        """The tidy cells of persons, and of those beside them."""
        own, beside = self._tidy[victims["person"]], victims["beside"]
        if beside.null_count():
            return own
        return own.hstack(self._tidy[beside].select(pl.all().name.suffix(BESIDE)))


def _second(everybody: pl.DataFrame, copies: pl.DataFrame) -> pl.DataFrame:
    rows = everybody[copies["person"]].with_columns(copies["copy"].alias("person"))
    return rows.with_columns(copies[name] for name in copies.columns if name not in ("copy", "person"))
