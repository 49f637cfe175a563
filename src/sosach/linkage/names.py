"""Names compared as Vietnamese names: what kind of difference there is, the kindest explanation first.

Stripping all marks before comparing would merge one given name in nine with another; here the marks count, and a copy
without any marks is a kind of its own. The levels, from sameness to difference:

    same        identical after composition and tone placement
    unmarked    the same letters, one side written without any marks
    typing      one side shows the keys of Telex or VNI instead of the letters
    mark        the marks of one syllable differ
    sound       one syllable spelt as it sounds: i/y, d/gi/r, s/x, ch/tr, l/n
    slip        one letter changed, dropped, added or swapped (two in a long name)
    middle      same family and given name, the middle name dropped or added
    order       the same syllables in another order
    initials    syllables cut to their first letters
    syllable    one syllable differs altogether: sisters, brothers and twins are named so
    other       another name
"""

from collections.abc import Callable

import polars as pl
from rapidfuzz.distance import OSA

from sosach.linkage.typing_slips import SUSPICIOUS, as_meant
from sosach.text import rare
from sosach.text.folding import i_for_y, search_key

LEVELS = ("same", "unmarked", "typing", "mark", "sound", "slip", "middle", "order", "initials", "syllable", "other")
LEVEL = pl.Enum(LEVELS)

_ONSETS = ((r"\b(?:gi|r)([aăâeêoôơuưáàảãạ])", "d${1}"), (r"\bs", "x"), (r"\btr", "ch"), (r"\bl", "n"))
_LONG = 12  # letters from which two slips are still a slip
_FAR = 5  # letters apart: no spelling of one sound


def compared(left: pl.Series, right: pl.Series) -> pl.Series:
    """The level of every pair of names; null where one is unknown.

    Args:
        left: names as letters keys (`text.folding.letters_key`).
        right: the other side, of the same length.
    """
    pairs = pl.DataFrame({"left": left, "right": right})
    unequal = pairs.filter(pl.col("left") != pl.col("right")).unique()
    if unequal.is_empty():
        return pairs.select(_level(pl.lit(None, dtype=LEVEL))).to_series()
    told = unequal.with_columns(level=_unequal(unequal))
    joined = pairs.join(told, on=["left", "right"], how="left", maintain_order="left")
    return joined.select(_level(pl.col("level"))).to_series()


def _level(otherwise: pl.Expr) -> pl.Expr:
    same = pl.col("left") == pl.col("right")
    return pl.when(same).then(pl.lit("same", dtype=LEVEL)).otherwise(otherwise).alias("level")


def _unequal(pairs: pl.DataFrame) -> pl.Series:
    """The level of distinct pairs that differ, from the cheap questions to the dear ones."""
    slips = [OSA.distance(a, b, score_cutoff=_FAR - 1) for a, b in zip(pairs["left"], pairs["right"], strict=True)]
    asked = pairs.with_columns(slips=pl.Series(slips, dtype=pl.Int16), level=pl.lit(None, dtype=LEVEL))
    asked = asked.with_row_index("pair")
    near = pl.col("slips") < _FAR
    asked = _told(asked, pl.lit(value=True), _by_letters)
    asked = _told(asked, near, _by_ear)
    asked = _told(asked, pl.lit(value=True), _by_syllables)
    return asked.select(pl.coalesce("level", _rest())).to_series()


def _told(asked: pl.DataFrame, which: pl.Expr, ask: Callable[[pl.DataFrame], pl.DataFrame]) -> pl.DataFrame:
    """Asks about the pairs whose level is still open."""
    open_pairs = asked.filter(which & pl.col("level").is_null())
    if open_pairs.is_empty():
        return asked
    answers = ask(open_pairs.select("pair", "left", "right")).select("pair", answer=pl.col("answer").cast(LEVEL))
    joined = asked.join(answers, on="pair", how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("level", "answer").alias("level")).drop("answer")


def _keyed(pairs: pl.DataFrame, **keys: pl.Expr) -> pl.DataFrame:
    """Both sides with keys made once per distinct name, those of the right one ending in `_r`."""
    names = pl.concat([pairs["left"], pairs["right"]]).unique().alias("name").to_frame().with_columns(**keys)
    both = pairs.join(names, left_on="left", right_on="name", how="left", maintain_order="left")
    return both.join(names, left_on="right", right_on="name", how="left", maintain_order="left", suffix="_r")


def _by_letters(pairs: pl.DataFrame) -> pl.DataFrame:
    both = _keyed(pairs, bare=search_key(pl.col("name")))
    same_letters = pl.col("bare") == pl.col("bare_r")
    one_bare = (pl.col("left") == pl.col("bare")) != (pl.col("right") == pl.col("bare_r"))
    level = pl.when(same_letters & one_bare).then(pl.lit("unmarked")).when(same_letters).then(pl.lit("mark"))
    return both.with_columns(answer=level)


def _by_ear(pairs: pl.DataFrame) -> pl.DataFrame:
    both = _keyed(pairs, sound=_sound(pl.col("name")), meant=rare.where(pl.col("name"), SUSPICIOUS, as_meant))
    typed = pl.col("meant") == pl.col("meant_r")
    heard = pl.col("sound") == pl.col("sound_r")
    return both.with_columns(answer=pl.when(typed).then(pl.lit("typing")).when(heard).then(pl.lit("sound")))


def _by_syllables(pairs: pl.DataFrame) -> pl.DataFrame:
    left, right = pl.col("left"), pl.col("right")
    more = left.str.count_matches(" ") != right.str.count_matches(" ")
    ends = left.str.replace(" .* ", " ") == right.str.replace(" .* ", " ")
    told = pairs.with_columns(answer=pl.when(more & ends).then(pl.lit("middle")))
    return pl.concat(
        [told.filter(pl.col("answer").is_not_null()), *_rare_kinds(told.filter(pl.col("answer").is_null()))]
    )


def _rare_kinds(pairs: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Swapped and shortened syllables: asked only of names of one length, and of names with a single letter in them."""
    left, right = pl.col("left"), pl.col("right")
    moved = pairs.filter(left.str.len_bytes() == right.str.len_bytes())
    words = [side.str.split(" ").list.sort() for side in (left, right)]
    moved = moved.with_columns(answer=pl.when(words[0] == words[1]).then(pl.lit("order")))
    single = r"(?:^| )[^ ]\.?(?: |$)"
    short = pairs.filter(left.str.contains(single) | right.str.contains(single))
    firsts = [side.str.replace_all(r"([^ ])[^ ]*( |$)", "${1}${2}") for side in (left, right)]
    short = short.with_columns(answer=pl.when(firsts[0] == firsts[1]).then(pl.lit("initials")))
    found = pl.col("answer").is_not_null()
    moved = moved.filter(found)
    return moved, short.filter(found).join(moved, on="pair", how="anti")


def _sound(name: pl.Expr) -> pl.Expr:
    sound = i_for_y(name)
    for spelt, heard in _ONSETS:
        sound = sound.str.replace_all(spelt, heard)
    return sound


def _rest() -> pl.Expr:
    """What no question has told: a slip of the hand, one syllable, or another name."""
    words = (pl.col("left").str.split(" "), pl.col("right").str.split(" "))
    as_many = words[0].list.len() == words[1].list.len()
    apart = pl.max_horizontal(
        words[0].list.set_difference(words[1]).list.len(), words[1].list.set_difference(words[0]).list.len()
    )
    longest = pl.max_horizontal(pl.col("left").str.len_chars(), pl.col("right").str.len_chars())
    slip = (pl.col("slips") == 1) | ((pl.col("slips") == 2) & (longest >= _LONG))
    rest = (
        pl.when(slip)
        .then(pl.lit("slip"))
        .when(as_many & (apart <= 1))
        .then(pl.lit("syllable"))
        .otherwise(pl.lit("other"))
    )
    return rest.cast(LEVEL)
