"""Where a person lives, told against the commune whose register it is; nothing is told when the commune is unknown."""

from dataclasses import dataclass

import polars as pl

from sosach.people import hamlet, place


@dataclass(frozen=True, slots=True)
class Home:
    """The commune at home."""

    code: str
    name: str
    province: str
    hamlets: tuple[str, ...] = ()


def with_places(frame: pl.DataFrame, home: Home | None) -> pl.DataFrame:
    """Adds what addresses and hamlets mean in this commune.

    `address__commune`, `address__place_state`, `address__place_new`, `address__place_old`, `address__candidates` from
    the distinct addresses; `hamlet__match` (the hamlet's name in the commune's list) and `hamlet__match_state`.
    """
    if home is None:
        return frame
    if "address" in frame.columns:
        frame = _joined(
            frame, "address", place.read(_distinct(frame["address"]), home=(home.code, home.name, home.province))
        )
    if home.hamlets and "hamlet" in frame.columns:
        frame = _joined(frame, "hamlet", hamlet.match(_distinct(frame["hamlet"]), home.hamlets))
    return frame


def _distinct(values: pl.Series) -> pl.Series:
    return values.drop_nulls().unique(maintain_order=True)


def _joined(frame: pl.DataFrame, field: str, answers: pl.DataFrame) -> pl.DataFrame:
    told = answers.rename(lambda name: f"{field}__{name}").with_columns(_distinct(frame[field]).alias(field))
    return frame.join(told, on=field, how="left", maintain_order="left")
