"""Why two rows are one person, may be, or are not: one Vietnamese sentence per fact, the ground of the verdict last.

Built for the pairs that are shown or written, slice by slice: a million pairs with ten sentences each are better made
as they are written than kept. Most pairs of good registers agree in everything; their sentences are made once for all.
"""

import re

import polars as pl

from sosach.dates.partial import shown as shown_date
from sosach.findings.wording import SEX_WORDS, quoted
from sosach.linkage.sentences import Spoken, spoken
from sosach.text.folding import letters_key

_MONTH = 30.44  # days


def reasons(pairs: pl.DataFrame, left: pl.DataFrame, right: pl.DataFrame) -> pl.Series:
    """The sentences of every pair, in the order of the pairs.

    Args:
        pairs: a slice of `linked` or `duplicates`.
        left: facts of the left register (`facts.facts_of`), of which `left` (or `a`) is the position.
        right: facts of the right one (the same frame for duplicates).

    Returns:
        A series of lists of strings named `reasons`; where values differ both are quoted, the left one first.
    """
    ends = ("a", "b") if "a" in pairs.columns else ("left", "right")
    facts = (left, right)
    places = tuple(pairs[end] for end in ends)
    told = _told(pairs, facts, places)
    quoting = told.select(
        pl.any_horizontal(pl.col(fact).is_in(said.quoting) for fact, said in spoken().items()).fill_null(value=False)
    ).to_series()
    plain = _plain(told.filter(~quoting))
    at = quoting.arg_true()
    sides = tuple(side[place.gather(at)] for side, place in zip(facts, places, strict=True))
    with_values = _with_values(told[at], sides)
    order = pl.concat([(~quoting).arg_true(), at])
    made = pl.concat([plain, with_values]).to_frame("reasons").with_columns(order.alias("order"))
    return made.sort("order")["reasons"]


def _told(pairs: pl.DataFrame, facts: tuple[pl.DataFrame, ...], places: tuple[pl.Series, ...]) -> pl.DataFrame:
    """What is said of every pair: the number of a sentence per fact, null where nothing is."""
    columns = []
    for fact, said in spoken().items():
        if fact == "common":
            numbers = pairs.select(pl.when("common").then(pl.lit(0, dtype=pl.UInt8))).to_series()
        else:
            numbers = pairs[fact].to_physical().cast(pl.UInt8)
        if said.says("missing"):
            numbers = _missing(numbers, said, facts, places, fact)
        columns.append(numbers.alias(fact))
    return pl.DataFrame(columns)


def _missing(
    numbers: pl.Series, said: Spoken, facts: tuple[pl.DataFrame, ...], places: tuple[pl.Series, ...], fact: str
) -> pl.Series:
    """The numbers, where just one side knows the fact with the number of the sentence that says so."""
    at = numbers.is_null().arg_true()
    unknown = [side[fact].is_null().gather(place.gather(at)) for side, place in zip(facts, places, strict=True)]
    one_side = at.filter(unknown[0] != unknown[1])
    return numbers if one_side.is_empty() else numbers.scatter(one_side, said.number("missing"))


def _plain(told: pl.DataFrame) -> pl.Series:
    """The sentences of pairs that need no values, made once for all pairs of which the same is said."""
    numbered = told.with_columns(pattern=pl.struct(pl.all()).hash(seed=2))
    patterns = numbered.unique("pattern", maintain_order=True)
    sentences = [
        pl.lit(said.sentences).gather(pl.col(fact).cast(pl.UInt32)).alias(fact) for fact, said in spoken().items()
    ]
    lists = patterns.select("pattern", pl.concat_list(sentences).list.drop_nulls().alias("reasons"))
    return numbered.select("pattern").join(lists, on="pattern", how="left", maintain_order="left")["reasons"]


def _with_values(told: pl.DataFrame, sides: tuple[pl.DataFrame, ...]) -> pl.Series:
    """The sentences of pairs of which some quote values."""
    columns = [_sentences(told[fact], said, fact, sides) for fact, said in spoken().items()]
    return pl.DataFrame(columns).select(pl.concat_list(pl.all()).list.drop_nulls().alias("reasons")).to_series()


def _sentences(numbers: pl.Series, said: Spoken, fact: str, sides: tuple[pl.DataFrame, ...]) -> pl.Series:
    told = said.sentences.gather(numbers.cast(pl.UInt32)).alias(fact)
    for number in numbers.filter(numbers.is_in(said.quoting)).unique():
        at = (numbers == number).fill_null(value=False).arg_true()
        values = _values(fact, said.keys[number], tuple(side[at] for side in sides))
        told = told.scatter(at, values.select(_worded(fact, said, said.keys[number])).to_series())
    return told


def _worded(fact: str, said: Spoken, key: str) -> pl.Expr:
    """The sentence with its values, as exact as they allow."""
    sentence = _filled(said, key)
    if key == "mark":
        parts = [letters_key(pl.col(side)).str.split(" ") for side in ("left", "right")]
        one_syllable = parts[0].list.set_difference(parts[1]).list.len() == 1
        return pl.when(one_syllable).then(sentence).otherwise(_filled(said, "marks"))
    if fact == "birth_date" and key == "digit":
        year, month = (
            pl.col("left").str.slice(at, n) != pl.col("right").str.slice(at, n) for at, n in ((6, 4), (3, 2))
        )
        of_month = pl.when(month).then(_filled(said, "digit_of_month")).otherwise(sentence)
        return pl.when(year).then(_filled(said, "digit_of_year")).otherwise(of_month)
    return sentence


def _filled(said: Spoken, key: str) -> pl.Expr:
    pieces = re.split(r"\{(\w+)\}", said.sentences[said.number(key)])
    return pl.concat_str(pl.col(piece) if i % 2 else pl.lit(piece) for i, piece in enumerate(pieces))


def _values(fact: str, key: str, sides: tuple[pl.DataFrame, ...]) -> pl.DataFrame:
    """Both values as people read them."""
    if fact == "ground":
        days = [side["birth_date"].str.to_date("%Y-%m-%d", strict=False) for side in sides]
        return pl.DataFrame({"left": days[0], "right": days[1]}).select(days=_span(pl.col("left") - pl.col("right")))
    column = {"hamlets": "hamlet", "other": "commune"}[key] if fact == "place" else fact
    values = pl.DataFrame({"left": sides[0][column], "right": sides[1][column]})
    return values.with_columns(_shown(pl.col("left", "right"), fact))


def _shown(value: pl.Expr, fact: str) -> pl.Expr:
    if fact == "birth_date":
        return shown_date(value)
    return value.replace(SEX_WORDS) if fact == "sex" else quoted(value)


def _span(apart: pl.Expr) -> pl.Expr:
    """How far two days are apart, in the words of people."""
    days = apart.dt.total_days().abs()
    months = (days / _MONTH).floor().cast(pl.Int32)
    return pl.when(days < 31).then(pl.format("{} ngày", days)).otherwise(pl.format("{} tháng", months))
