"""Names taken apart: every distinct name is a row, every distinct syllable is looked at once, names become numbers.

A register of a million persons has three million names, a third of a million distinct ones and a few thousand
syllables. What names are compared by (letters, letters without marks, how they sound, what the keys meant) is a matter
of their syllables; it is worked out for the syllables and put together. Pairs of names are then pairs of numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from sosach.linkage.typing_slips import SUSPICIOUS, as_meant
from sosach.people.name_slip import borne_as_family, borne_as_given
from sosach.text import rare
from sosach.text.folding import i_for_y, letters_key, search_key

# Syllables compared one by one; what a longer name has more stands together in the last place.
SYLLABLES = tuple(f"s{i}" for i in range(6))

ABBREVIATED = r"^(?:.|.{1,3}\.)$"
_SOUND_ALIKE = ((r"^(?:gi|r)([aăâeêoôơuưáàảãạ])", "d${1}"), (r"^s", "x"), (r"^tr", "ch"), (r"^l", "n"))


@dataclass(frozen=True, slots=True)
class Names:
    """Distinct names by number."""

    shown: pl.Series  # as they are shown
    # `letters`: the same where only case or the place of a tone differs. `bare`, `sound`, `meant`, `order`: the same
    # where names are alike without marks, to the ear, behind the keys of a typing method, in any order of syllables.
    # `unmarked`: no mark in it. `short`: with an abbreviated syllable. `count`, `length`: syllables, letters.
    # `s0` ...: the syllables, by their rows below. `first`, `last`: the ends without marks.
    table: pl.DataFrame
    # The first row is no syllable. `letters`, `bare`; `row`, `bare_row`: the row itself, and the first one that is the
    # same without marks; `family`, `given`: whether people bear it.
    syllables: pl.DataFrame


def taken_apart(columns: Sequence[pl.Series]) -> tuple[Names, list[pl.Series]]:
    """The names of some columns, and the columns as numbers of names: UInt32, null where no name is known.

    Args:
        columns: names as they are shown, single-spaced.
    """
    names, coded = numbered(columns)
    parts = names.str.splitn(" ", len(SYLLABLES)).struct.unnest()
    syllables, cut = numbered([pl.Series([""], dtype=pl.String), *(parts[p].fill_null("") for p in parts.columns)])
    looked_at = _looked_at(syllables)
    numbers = pl.DataFrame([column.alias(name) for column, name in zip(cut[1:], SYLLABLES, strict=True)])
    table = _table(numbers, looked_at)
    return Names(names, table, looked_at.select("letters", "bare", "row", "bare_row", "family", "given")), coded


def numbered(columns: Sequence[pl.Series]) -> tuple[pl.Series, list[pl.Series]]:
    """The distinct values, and the columns as their positions."""
    numbered = pl.Categorical(pl.Categories.random(physical=pl.UInt32))
    coded = [column.cast(numbered) for column in columns]
    distinct = pl.concat(coded).drop_nulls().unique()
    values = distinct.cast(pl.String).gather(distinct.to_physical().arg_sort())
    return values, [column.to_physical() for column in coded]


def _looked_at(syllables: pl.Series) -> pl.DataFrame:
    """What every distinct syllable tells; numbers are the same for syllables that are the same in that respect."""
    letters = pl.col("letters")
    told = (
        syllables.alias("shown")
        .to_frame()
        .select(letters=letters_key(pl.col("shown")))
        .with_columns(
            bare=search_key(letters),
            sound=_sound(letters),
            meant=rare.where(letters, SUSPICIOUS, as_meant),
            family=borne_as_family(letters),
            given=borne_as_given(letters),
            short=letters.str.contains(ABBREVIATED),
            length=letters.str.len_chars().cast(pl.UInt8),
            weight=letters.hash(seed=7) // 16,  # small enough that those of a name can be added up
        )
    )
    ranks = pl.col("letters", "bare", "sound", "meant").rank("dense").cast(pl.UInt32).name.suffix("_number")
    numbered_rows = told.with_columns(ranks, unmarked=letters == pl.col("bare")).with_row_index("row")
    return numbered_rows.with_columns(bare_row=pl.col("row").first().over("bare"))


def _sound(syllable: pl.Expr) -> pl.Expr:
    """How a syllable is said in the North: d, gi and r are one sound, s and x, tr and ch, and for some l and n."""
    sound = i_for_y(syllable)
    for spelt, heard in _SOUND_ALIKE:
        sound = sound.str.replace(spelt, heard)
    return sound


def _table(numbers: pl.DataFrame, syllables: pl.DataFrame) -> pl.DataFrame:
    def of(what: str) -> pl.DataFrame:
        return numbers.select(pl.lit(syllables[what]).gather(pl.col(place)).alias(place) for place in SYLLABLES)

    letters, bare = of("letters_number"), of("bare_number")
    none = syllables.item(0, "bare_number")
    last = pl.coalesce(pl.when(pl.col(place) != none).then(place) for place in reversed(SYLLABLES))
    together = pl.struct(SYLLABLES).hash(seed=1)
    columns = [
        letters.select(letters=together),
        bare.select(bare=together, first="s0", last=last),
        of("sound_number").select(sound=together),
        of("meant_number").select(meant=together),
        of("weight").select(order=pl.sum_horizontal(SYLLABLES)),
        of("unmarked").select(unmarked=pl.all_horizontal(SYLLABLES)),
        of("short").select(short=pl.any_horizontal(SYLLABLES)),
        of("length").select(length=pl.sum_horizontal(SYLLABLES), count=pl.sum_horizontal(pl.all() > 0)),
        numbers,
    ]
    return pl.concat(columns, how="horizontal")
