"""Names compared as Vietnamese names: what kind of difference there is, the kindest explanation first.

Stripping all marks before comparing would merge one given name in nine with another; here the marks count, and a copy
without any marks is a kind of its own. The levels, from sameness to difference:

    same        identical after composition and tone placement
    unmarked    the same letters, one side written without any marks
    mark        the marks differ
    typing      one side shows the keys of Telex or VNI instead of the letters
    sound       spelt as it sounds: i/y, d/gi/r, s/x, ch/tr, l/n
    middle      same family and given name, a part of the middle name dropped or added
    order       the same syllables in another order
    initials    syllables cut to their first letters
    slip        one letter changed, dropped, added or swapped; a space forgotten; in a long name two such slips
    part        one side has the given name only, or lacks the family name
    syllable    one syllable differs altogether: sisters, brothers and twins are named so
    other       another name
"""

from collections.abc import Callable
from functools import partial

import polars as pl
from rapidfuzz.distance import OSA

from sosach.linkage.name_table import SYLLABLES, Names, taken_apart
from sosach.text.folding import search_key

LEVELS = (
    *("same", "unmarked", "mark", "typing", "sound", "middle", "order", "initials", "slip"),
    *("part", "syllable", "other"),
)
LEVEL = pl.Enum(LEVELS)

# Names further apart than these belong to sisters and brothers more often than to one person.
ALIKE = LEVELS[: LEVELS.index("part") + 1]

# Differences that may be those of the names of two children.
MAY_BE_TWO = ("mark", "sound", "order", "slip")

LONG = 12  # letters from which a slip in each of two syllables may still be one hand's
_KEYS = ("bare", "meant", "sound", "order", "unmarked", "short", "count", "length", "first", "last", *SYLLABLES)

_AS_MANY = pl.col("count") == pl.col("count_r")
# Names to be read one by one: a part of one may be missing, a space forgotten, a syllable abbreviated.
_ONE_LAST, _ONE_FIRST = pl.col("last") == pl.col("last_r"), pl.col("first") == pl.col("first_r")
_AS_LONG = (pl.col("length").cast(pl.Int16) - pl.col("length_r").cast(pl.Int16)).abs() <= 1
_WORTH_READING = (~_AS_MANY & (_ONE_LAST | (_ONE_FIRST & _AS_LONG))) | pl.col("short") | pl.col("short_r")
_WORTH_MEASURING = _AS_MANY & (pl.col("apart") <= 2)
# A copy without marks may have slips as well.
_WORTH_MEASURING_BARE = _AS_MANY & (pl.col("unmarked") != pl.col("unmarked_r"))


def compared(one: pl.Series, other: pl.Series) -> pl.Series:
    """The level of every pair of names as they are shown; null where one is unknown."""
    names, (left, right) = taken_apart([one, other])
    return levels(names, left, right)


def levels(names: Names, one: pl.Series, other: pl.Series) -> pl.Series:
    """The level of every pair of names given by number; null where one is unknown.

    Which of the two comes first makes no difference.
    """
    letters = pl.lit(names.table["letters"])
    pairs = pl.DataFrame({"one": one, "other": other})
    same = pairs.select((letters.gather("one") == letters.gather("other")).alias("same")).to_series()
    told = pl.DataFrame({"same": same}).select(pl.when("same").then(pl.lit("same", dtype=LEVEL)).alias("level"))
    places = (~same).arg_true()
    if places.is_empty():
        return told.to_series()
    return told.to_series().scatter(places, _unequal(names, pairs[places]))


def _unequal(names: Names, pairs: pl.DataFrame) -> pl.Series:
    """The level of pairs of different names, from the cheap questions to the dear ones."""
    one = names.table.select(pl.col(_KEYS).gather(pl.lit(pairs["one"])))
    other = names.table.select(pl.col(_KEYS).gather(pl.lit(pairs["other"]))).rename(lambda key: f"{key}_r")
    both = pl.concat([pairs, one, other], how="horizontal").with_columns(
        apart=pl.sum_horizontal((pl.col(place) != pl.col(f"{place}_r")).cast(pl.UInt8) for place in SYLLABLES)
    )
    both = both.with_columns(level=_by_keys())
    both = _told(both, _WORTH_READING, partial(_by_reading, names))
    both = _told(both, _WORTH_MEASURING, partial(_by_letters, names, text="letters", row="row"))
    both = _told(both, _WORTH_MEASURING_BARE, partial(_by_letters, names, text="bare", row="bare_row"))
    one_syllable = pl.when(_AS_MANY & (pl.col("apart") == 1)).then(pl.lit("syllable")).otherwise(pl.lit("other"))
    return both.select(pl.coalesce("level", one_syllable.cast(LEVEL)).alias("level")).to_series()


def _told(both: pl.DataFrame, which: pl.Expr, ask: Callable[[pl.DataFrame], pl.Series]) -> pl.DataFrame:
    """Asks about the pairs whose level is still open."""
    places = both.select((which & pl.col("level").is_null()).alias("asked")).to_series().arg_true()
    if places.is_empty():
        return both
    return both.with_columns(both["level"].scatter(places, ask(both[places]).cast(LEVEL)))


def _by_keys() -> pl.Expr:
    def alike(key: str) -> pl.Expr:
        return pl.col(key) == pl.col(f"{key}_r")

    level = (
        pl.when(alike("bare") & ~alike("unmarked")).then(pl.lit("unmarked"))
        .when(alike("bare")).then(pl.lit("mark"))
        .when(alike("meant")).then(pl.lit("typing"))
        .when(alike("sound")).then(pl.lit("sound"))
        .when(alike("order")).then(pl.lit("order"))
    )  # fmt: skip
    return level.cast(LEVEL)


def _by_reading(names: Names, both: pl.DataFrame) -> pl.Series:
    shown = names.shown.alias("name").to_frame()
    sides = [shown[both[side]].select(search_key(pl.col("name"))).to_series() for side in ("one", "other")]
    return pl.Series([_read(a.split(" "), b.split(" ")) for a, b in zip(*sides, strict=True)], dtype=pl.String)


def _read(one: list[str], other: list[str]) -> str | None:
    """What a reader sees at once in two names without marks."""
    if len(one) == len(other):
        return "initials" if all(map(_abbreviates, one, other)) else None
    if abs(len(one) - len(other)) == 1 and OSA.distance(" ".join(one), " ".join(other), score_cutoff=1) == 1:
        return "slip"
    short, long = sorted((one, other), key=len)
    gaps = range(1, len(short))
    if any(short[:gap] == long[:gap] and short[gap:] == long[gap - len(short) :] for gap in gaps):
        return "middle"
    return "part" if short == long[-len(short) :] else None


def _abbreviates(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return short == long or (long.startswith(short) and (len(short) == 1 or "." in one + other))


def _by_letters(names: Names, both: pl.DataFrame, text: str, row: str) -> pl.Series:
    """Slips of the hand: the one or two syllables that differ, letter by letter.

    `text` and `row` are columns of `Names.syllables`: what is measured, and what is the same where that is.
    """
    rows = pl.lit(names.syllables[row])
    sides = both.select(
        *(rows.gather(f"{place}{end}").alias(f"{place}{end}") for place in SYLLABLES for end in ("", "_r")),
        long=pl.min_horizontal("length", "length_r") >= LONG,
    )
    differ = [pl.col(place) != pl.col(f"{place}_r") for place in SYLLABLES]

    def first(order: int, end: str) -> pl.Expr:
        found = [pl.when(which).then(f"{place}{end}") for place, which in zip(SYLLABLES, differ, strict=True)]
        return pl.coalesce(found[::order])

    apart = sides.select(
        "long", a=first(1, ""), b=first(1, "_r"), c=first(-1, ""), d=first(-1, "_r"), in_family=differ[0],
        apart=pl.sum_horizontal(which.cast(pl.UInt8) for which in differ),
    )  # fmt: skip
    measured = apart.with_columns(
        _slips(names.syllables[text], apart["a"], apart["b"]).alias("slips"),
        _slips(names.syllables[text], apart["c"], apart["d"]).alias("slips_2"),
    )
    shows = pl.when("in_family").then(_shows(names, "family")).otherwise(_shows(names, "given"))
    one = (pl.col("apart") == 1) & ((pl.col("slips") == 1) | ((pl.col("slips") == 2) & shows))
    two = (pl.col("apart") == 2) & (pl.col("slips") == 1) & (pl.col("slips_2") == 1) & pl.col("long")
    return measured.select(pl.when(one | two).then(pl.lit("slip")).alias("level")).to_series()


def _shows(names: Names, borne: str) -> pl.Expr:
    """Whether just one of two syllables is borne by people, so that the other may well be a slip."""
    people = pl.lit(names.syllables[borne])
    return people.gather("a") != people.gather("b")


def _slips(text: pl.Series, one: pl.Series, other: pl.Series) -> pl.Series:
    """How many letters two syllables are apart, three standing for more; every pair of syllables is measured once."""
    pairs = pl.DataFrame({"a": one, "b": other}).select(
        low=pl.min_horizontal("a", "b"), high=pl.max_horizontal("a", "b")
    )
    distinct = pairs.unique().drop_nulls()
    texts = zip(text.gather(distinct["low"]), text.gather(distinct["high"]), strict=True)
    slips = pl.Series([OSA.distance(a, b, score_cutoff=2) for a, b in texts], dtype=pl.UInt8)
    measured = distinct.with_columns(slips=slips)
    return pairs.join(measured, on=["low", "high"], how="left", maintain_order="left")["slips"]
