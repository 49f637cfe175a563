"""Whether two names are one name with one slip of the hand or of the ear.

Commune lists are typed from what was heard and from handwriting. One slip is a letter or a mark changed, dropped, added
or swapped with its neighbour; or one syllable whose marks alone differ (a Telex key missed: “Hương”, “Huong”); or one
syllable whose beginning sounds alike in the North but is spelt with other letters: ch and tr; d, gi and r; or a whole
name typed without marks. Names are expected as comparison keys: small letters, composed, the tone mark in one place.

Twins are often named one letter apart (Bảo An, Bảo Anh). So it is asked as well whether a slip shows by itself, because
one of the two is no name that children are given.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

import polars as pl
from rapidfuzz.distance import OSA

from sosach.refdata import names
from sosach.text.folding import UNMARKED, letters_key, search_key

_SOUND_ALIKE = ((re.compile("^tr"), "ch"), (re.compile("^(?:gi(?=[aeiouy])|r)"), "d"))

# A syllable that fewer people than this bear may itself be a slip in the lists that were counted.
_BORNE = 3


def one_slip(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Whether two names, every tone in one place, differ by exactly one slip; null where one is null.

    Asked pair by pair, in Python: meant for the few rows that share another fact already.
    """
    return _asked_of_pairs(left, right, is_slip)


def slip_shows(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Whether two keys are one slip apart and cannot well be the names of two children; null where one is null."""
    return _asked_of_pairs(left, right, lambda one, other: is_slip(one, other) and shows(one, other))


def bare(name: pl.Expr) -> pl.Expr:
    """A composed name in small letters without marks; its parts bring names together that are one slip apart.

    Two such names share all letters, all but the last syllable, or the last syllable: a slip is a space, or in the last
    syllable, or elsewhere, or it is all marks.
    """
    return name.str.replace_many(UNMARKED).str.to_lowercase()


def letters(bare_name: pl.Expr) -> pl.Expr:
    """The letters without spaces."""
    return bare_name.str.replace_all(" ", "", literal=True)


def but_last(bare_name: pl.Expr) -> pl.Expr:
    """All but the last syllable."""
    return bare_name.str.replace(" ?[^ ]*$", "")


def last(bare_name: pl.Expr) -> pl.Expr:
    """The last syllable."""
    return bare_name.str.extract("([^ ]*)$")


def borne_as_family(syllable: pl.Expr) -> pl.Expr:
    """Whether the key of a syllable is a family name that at least a few people bear."""
    return syllable.is_in(sorted(_family()))


def borne_as_given(syllable: pl.Expr) -> pl.Expr:
    """Whether the key of a syllable stands in the middle or given names of at least a few people."""
    return syllable.is_in(sorted(_given()))


def _asked_of_pairs(left: pl.Expr, right: pl.Expr, ask: Callable[[str, str], bool]) -> pl.Expr:
    """The answers of a symmetric question that is false where the names are no slip apart."""

    def told(sides: Sequence[pl.Series]) -> pl.Series:
        frame = pl.DataFrame([side.alias(name) for side, name in zip(sides, "ab", strict=True)])
        small = frame.select(pl.all().str.to_lowercase())
        pairs = small.select(pl.min_horizontal("a", "b").alias("a"), pl.max_horizontal("a", "b").alias("b"))
        near = _near(pairs.unique(maintain_order=True))
        said = pl.Series("said", [ask(one, other) for one, other in near.iter_rows()], dtype=pl.Boolean)
        known = pl.col("a").is_not_null() & pl.col("b").is_not_null()
        answers = pairs.join(near.with_columns(said), on=["a", "b"], how="left", maintain_order="left")
        # min and max look past a null, so what was unknown is asked of the names as they came.
        both = frame.select(known).to_series()
        return answers["said"].fill_null(value=False).to_frame().select(pl.when(both).then("said")).to_series()

    return pl.map_batches([left, right], told, return_dtype=pl.Boolean)


def _near(pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs of `a` and `b` that may be a slip apart; it costs little to ask this of millions.

    A slip is two letters wide at most, so one half of the name is untouched by it; but for the marks of a syllable or
    of a whole name, and those leave the bare letters as they are.
    """
    lengths = [pl.col(name).str.len_chars().cast(pl.Int64) for name in "ab"]
    pairs = pairs.filter((pl.col("a") != pl.col("b")) & ((lengths[0] - lengths[1]).abs() <= 1))
    short = pl.min_horizontal(lengths)
    left = (short // 2 - 1).clip(0)
    right = (short - short // 2 - 1).clip(0)
    begin_alike = pl.col("a").str.head(left) == pl.col("b").str.head(left)
    end_alike = pl.col("a").str.tail(right) == pl.col("b").str.tail(right)
    halves = pairs.select(begin_alike | end_alike).to_series()
    bare = [search_key(pl.col(name)) for name in "ab"]
    return pl.concat([pairs.filter(halves), pairs.filter(~halves).filter(bare[0] == bare[1])])


def is_slip(left: str, right: str) -> bool:
    """Whether two keys of names differ by exactly one slip.

    >>> is_slip("trần ngọc lan thảo", "trần ngọc nan thảo")
    True
    >>> is_slip("nguyễn văn trung", "nguyễn văn chung")
    True
    >>> is_slip("nguyễn văn an", "nguyễn văn bình")
    False
    """
    if left == right:
        return False
    if OSA.distance(left, right, score_cutoff=1) == 1 or _is_unmarked(left, right):
        return True
    apart = _apart(left, right)
    if apart is None:
        return False
    _, one, other = apart
    return _letters(one) == _letters(other) or _sound(one) == _sound(other)


def shows(left: str, right: str) -> bool:
    """Whether a slip shows by itself: between words, or because only one of two syllables is borne as a name.

    Where neither is, both may be names of a people whose names the lists lack.

    >>> shows("trần ngọc lan thảo", "trần ngọc nan thảo")
    True
    >>> shows("lê bảo an", "lê bảo anh")
    False
    """
    apart = _apart(left, right)
    if apart is None or _is_unmarked(left, right):
        return True
    place, one, other = apart
    borne = _family() if place == 0 else _given()
    return (one in borne) != (other in borne)


def _apart(left: str, right: str) -> tuple[int, str, str] | None:
    """The place and the two syllables in which names of as many syllables differ, when it is just one."""
    one, other = left.split(" "), right.split(" ")
    if len(one) != len(other):
        return None
    found = [(i, a, b) for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return found[0] if len(found) == 1 else None


def _is_unmarked(left: str, right: str) -> bool:
    """Whether one is the other without any of its marks."""
    if not (left.isascii() or right.isascii()):
        return False
    letters = _letters(left)
    return letters in (left, right) and letters == _letters(right)


def _letters(name: str) -> str:
    """The letters without marks."""
    split = unicodedata.normalize("NFD", name.replace("đ", "d"))
    return "".join(c for c in split if not unicodedata.combining(c))


def _sound(syllable: str) -> str:
    spelt = unicodedata.normalize("NFD", syllable)
    for beginning, sound in _SOUND_ALIKE:
        spelt = beginning.sub(sound, spelt)
    return spelt


@cache
def _family() -> frozenset[str]:
    return _borne(names.family_names())


@cache
def _given() -> frozenset[str]:
    return _borne((*names.middle_names(), *names.given_names()))


def _borne(frequencies: tuple[names.Frequency, ...]) -> frozenset[str]:
    """The keys of all syllables that stand in these names of at least a few people."""
    counts: dict[str, int] = {}
    for frequency in frequencies:
        for syllable in frequency.name.split():
            counts[syllable] = counts.get(syllable, 0) + frequency.total
    found = pl.Series("name", [syllable for syllable, count in counts.items() if count >= _BORNE])
    return frozenset(found.to_frame().select(letters_key(pl.col("name")))["name"])
