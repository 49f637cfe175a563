"""What a database must know of every person to tell the levels of `sosach.linkage` apart in SQL.

SQL compares bytes, and a byte counter takes `hoà` for two letters away from `hoa`. So whatever needs letters is worked
out here, once per distinct name, from the names taken apart for the built-in linker; what is left for SQL are
equalities of numbers, and distances of strings in which every letter is one byte.

For a name fact `f`: `f`, `f_bare`, `f_sound`, `f_meant`, `f_order` (equal where the names are alike in that respect),
`f_first`, `f_head2`, `f_head3`, `f_last`, `f_tail2`, `f_tail3` (one to three syllables from either end, without marks),
`f_unmarked` and `f_short` (nothing has a mark, something is abbreviated), `f_borne` and `f_bare_borne` (a bit per
syllable that people bear, as it is and without marks), `f_count` and `f_length` (syllables, letters), `f_s0` ... (the
syllables), `f_text` (without marks) and `f_code` (one byte per letter). Dates are `birth_date` (four bits a digit) and
`day`; numbers `f` are text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from sosach.linkage.blocking import Key, sharing
from sosach.linkage.comparing import LEVEL_COLUMNS, known_to_both
from sosach.linkage.name_table import SYLLABLES, Names
from sosach.linkage.sides import NAME_FACTS, NUMBER_FACTS, Sides
from sosach.text.folding import letters_key, search_key

ID = "person"  # a row's number

# Facts that stand in other columns than their own.
_COLUMNS = {"birth_date": ("birth_date", "day"), "place": ("commune", "hamlet")}

# Characters of one byte that no name holds; the hundred letters of Vietnamese that need two bytes get one each.
_FREE = tuple(chr(code) for code in (*range(1, 32), *range(33, 39), *range(40, 45), *range(47, 97), 127))


@dataclass(frozen=True, slots=True)
class Case:
    """Two registers, or one against itself, as Splink sees them."""

    sides: Sides
    frames: Sequence[pl.DataFrame]  # one per register: `ID`, the columns of its facts, `key_0` ... of the keys
    names: pl.Series  # the number under which the frames have each name of the sides
    facts: Sequence[str]  # that both sides know
    keys: Sequence[Key]  # that bring rows together: rows that are equal in `key_0`, in `key_1` ...


def case_of(
    sides: Sides, facts: Sequence[pl.DataFrame], rows: tuple[pl.DataFrame, pl.DataFrame], keys: Sequence[Key]
) -> Case:
    """The registers with the columns by which Splink compares, rows in their order.

    Args:
        sides: the registers.
        facts: the same persons (`linkage.facts`), for their numbers as text.
        rows: those to be brought together (`blocking.key_columns`).
        keys: the keys that were planned for them.
    """
    used = [key for key in keys if key.used and key.pairs]
    known = [fact for fact in LEVEL_COLUMNS if known_to_both(sides, fact)]
    shared = [sharing(*rows, key) for key in used]
    table = _name_table(sides.names)
    frames = []
    for place, persons in enumerate((sides.left,) if sides.within else (sides.left, sides.right)):
        compared = [_columns(persons, facts[place], fact, table) for fact in known]
        brought = [_spread(both[place], persons.height).alias(f"key_{i}") for i, both in enumerate(shared)]
        frame = pl.concat([*compared, persons.select("padded")], how="horizontal")
        frames.append(frame.hstack(brought).with_row_index(ID))
    return Case(sides, frames, table[""], known, used)


def _columns(persons: pl.DataFrame, facts: pl.DataFrame, fact: str, table: pl.DataFrame) -> pl.DataFrame:
    if fact in NAME_FACTS:
        named = table.select(pl.all().gather(pl.lit(persons[fact])))
        return named.rename(lambda column: f"{fact}{column}")
    if fact in NUMBER_FACTS:
        return facts.select(pl.when(pl.lit(persons[fact].is_not_null())).then(fact).alias(fact))
    return persons.select(_COLUMNS.get(fact, (fact,)))


def _spread(keyed: pl.DataFrame, height: int) -> pl.Series:
    """The key of every row; null where nobody is to be compared with it by this key."""
    return pl.repeat(None, height, dtype=pl.UInt64, eager=True).scatter(keyed["place"], keyed["key"])


def _name_table(names: Names) -> pl.DataFrame:
    """A row per distinct name; the columns are what stands behind the fact's name."""
    text = names.shown.alias("shown").to_frame().select(letters=letters_key(pl.col("shown")))
    letters, bare = pl.col("letters"), pl.col("bare")
    ends = {"_head2": r"^(\S+ \S+)", "_head3": r"^(\S+ \S+ \S+)", "_tail2": r"(\S+ \S+)$", "_tail3": r"(\S+ \S+ \S+)$"}
    written = text.with_columns(bare=search_key(letters)).select(
        **{end: _number(_hashed(bare.str.extract(pattern))) for end, pattern in ends.items()},
        _text=bare,
        _code=letters.str.replace_many(_codes(text["letters"])),
    )
    table = names.table
    unmarked, family, given = (names.syllables[column] for column in ("bare_row", "family", "given"))
    keys = {"": "letters", **{f"_{key}": key for key in ("bare", "sound", "meant", "order", "first", "last")}}
    plain = {f"_{key}": key for key in ("unmarked", "short", "count", "length", *SYLLABLES)}
    known = table.select(
        *(_number(pl.col(source)).alias(name) for name, source in keys.items()),
        *(pl.col(source).alias(name) for name, source in plain.items()),
        _borne=_bits(family, given),
        _bare_borne=_bits(family.gather(unmarked), given.gather(unmarked)),
    )
    return known.hstack(written)


def _bits(of_first: pl.Series, others: pl.Series) -> pl.Expr:
    """A bit per syllable of a name, from what is true of the syllables in the first place and in the others."""
    told = (
        pl.lit(of_first if i == 0 else others).gather(place).cast(pl.UInt8) * (1 << i)
        for i, place in enumerate(SYLLABLES)
    )
    return pl.sum_horizontal(told).cast(pl.UInt8)


def _hashed(text: pl.Expr) -> pl.Expr:
    return pl.when(text.is_not_null()).then(text.hash(seed=0))


def _number(key: pl.Expr) -> pl.Expr:
    """A key in half the room: its place among the keys of all names."""
    return key.rank("dense").cast(pl.UInt32)


def _codes(names: pl.Series) -> dict[str, str]:
    """A letter of one byte for each that has more, the most common first; what is left over shares the last one."""
    letters = names.str.extract_all(r"[^\x00-\x7f]").explode(empty_as_null=False).drop_nulls().alias("letter")
    common = letters.value_counts(name="n").sort(["n", "letter"], descending=[True, False])["letter"]
    return {letter: _FREE[min(place, len(_FREE) - 1)] for place, letter in enumerate(common)}
