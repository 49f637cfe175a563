"""Rules asked of a typed frame: row rules of every batch, rules about several rows of the rows that share a key.

Both give frames with the columns of `findings.parquet` and `index`, the row's number in the whole reading.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from sosach.findings.finding import FINDING_SCHEMA
from sosach.rules.context import Context
from sosach.rules.message import Headings, sentence, words_asked
from sosach.rules.rule import OTHER, Rule, Variant, asked

FOUND_SCHEMA = {"index": pl.UInt32, **FINDING_SCHEMA}

KEY = "_key"
_VARIANT = "_variant"  # which of a rule's sentences is said

_PAIR = ("index", f"index{OTHER}")

# Like `map`, for one question after another.
Map = Callable[[Callable[["Question"], pl.DataFrame], Iterable["Question"]], Iterable[pl.DataFrame]]

# A key shared by more rows than this (a placeholder typed a thousand times) pairs each row with its neighbours only:
# every row still gets its finding, the work stays proportional.
CROWD, NEIGHBOURS = 64, 16


@dataclass(frozen=True, eq=False)
class Question:
    """A rule in its circumstances."""

    rule: Rule
    context: Context
    headings: Headings

    @property
    def name(self) -> str:
        """Unique among the rules of a register."""
        return f"{self.rule.code}/{self.rule.field}"

    def columns(self) -> frozenset[str]:
        """The columns of the typed frame that the rule needs, those of the other row without their suffix."""
        rule = self.rule
        own = {rule.field, f"{rule.field}__raw"} if rule.field else set()
        looked_at = words_asked(rule.broken, self.context)
        for fact in rule.facts.values():
            looked_at |= words_asked(fact, self.context)
        for part in (part for key in rule.together for part in key):
            looked_at |= words_asked(part, self.context)
        names = {name.removesuffix(OTHER) for name in looked_at} | own | set(rule.needs)
        return frozenset(names - {KEY} - set(rule.optional) - set(rule.facts))

    def answerable(self, have: Set[str]) -> bool:
        """Whether the columns that the file has are enough to ask."""
        some = self.rule.any_of
        return self.columns() <= have and (not some or not have.isdisjoint(some))

    @cached_property
    def columns_said(self) -> frozenset[str]:
        """The columns that the sentences and suggestions look at, those of the other row without their suffix."""
        names: set[str] = set()
        for variant in self.rule.variants:
            names |= set(sentence(self.rule, variant, self.context, self.headings).meta.root_names())
            for expr in (variant.when, variant.suggestion):
                names |= set(expr.meta.root_names()) if expr is not None else set()
        return frozenset(name.removesuffix(OTHER) for name in names if not name.startswith("_"))


def questions(rules: Iterable[Rule], context: Context, headings: Headings) -> tuple[Question, ...]:
    """The rules in their circumstances."""
    return tuple(Question(rule, context, headings) for rule in rules)


def fields_asked(asked_of: Iterable[Question]) -> frozenset[str]:
    """The fields that the questions look at, in whatever column that is made of them."""
    columns = [q.columns() | q.columns_said | set(q.rule.optional) | set(q.rule.any_of) for q in asked_of]
    return frozenset(name.split("__")[0] for name in frozenset().union(*columns))


def prepared(frame: pl.DataFrame, asked_of: Sequence[Question]) -> tuple[pl.DataFrame, list[Question]]:
    """The frame made ready for questions, and those that can be asked of it.

    Columns that rules may miss are added as null, and the facts that rules share are made once. Whether a rule can be
    asked depends on what the file itself has, so this comes before every other function here.

    Args:
        frame: a typed frame with `index`, `sheet` and `row`.
        asked_of: all questions that will be asked of it.
    """
    have = frozenset(frame.columns)
    able = [q for q in asked_of if q.answerable(have)]
    lacking = sorted({name for q in able for name in q.rule.optional} - have)
    whole = frame.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in lacking)
    facts = {name: asked(fact, q.context) for q in able for name, fact in q.rule.facts.items()}
    resting = {name for name, fact in facts.items() if not facts.keys().isdisjoint(fact.meta.root_names())}
    for step in (facts.keys() - resting, resting):  # some rest on others
        whole = whole.with_columns(fact.alias(name) for name, fact in facts.items() if name in step)
    return whole, able


def findings_of_rows(frame: pl.DataFrame, able: Sequence[Question]) -> pl.DataFrame:
    """What the row rules find in a batch, in the order of the rows.

    Args:
        frame: a typed frame, `prepared`.
        able: questions that can be asked of it, whose rules look at one row only.
    """
    if not able or frame.is_empty():
        return pl.DataFrame(schema=FOUND_SCHEMA)
    flags = frame.select(asked(q.rule.broken, q.context).fill_null(value=False).alias(q.name) for q in able)
    flags = flags.select(_unless_silenced(q, able) for q in able)
    hits = flags.sum().row(0, named=True)
    parts = [_spoken(_caught(frame, flags[q.name], q), q) for q in able if hits[q.name]]
    return pl.concat(parts).sort("index", maintain_order=True) if parts else pl.DataFrame(schema=FOUND_SCHEMA)


def key_columns(frame: pl.DataFrame, able: Sequence[Question]) -> pl.DataFrame:
    """For every key of the rules about several rows its 64-bit hash, null where a part is null; and `index`.

    Columns are named by `key_name`.

    Args:
        frame: a typed frame, `prepared`.
        able: questions that can be asked of it, whose rules declare `together`.
    """
    hashes = [_hash(_parts(q, number), key_name(q, number)) for q in able for number in range(len(q.rule.together))]
    return frame.select("index", *hashes)


def common_part(question: Question) -> tuple[pl.Expr, frozenset[int]] | None:
    """The part that most keys of a rule have, and which keys those are; None where no two have one in common."""
    parts = [part for number in range(len(question.rule.together)) for part in _parts(question, number)]
    counted = [sum(part.meta.eq(other) for other in parts) for part in parts]
    if max(counted, default=0) < 2:
        return None
    part = parts[counted.index(max(counted))]
    keys = [n for n in range(len(question.rule.together)) if any(part.meta.eq(p) for p in _parts(question, n))]
    return part, frozenset(keys)


def part_columns(frame: pl.DataFrame, able: Sequence[Question]) -> pl.DataFrame:
    """For every rule about several rows the 64-bit hash of the part that its keys have in common.

    Columns have the names of the questions; rules whose keys have nothing in common have none.

    Args:
        frame: a typed frame, `prepared`.
        able: questions that can be asked of it, whose rules declare `together`.
    """
    parts = [(q.name, common[0]) for q in able if (common := common_part(q))]
    return frame.select(part.hash(seed=0).alias(name) for name, part in parts)


def key_name(question: Question, number: int) -> str:
    """The name of the column that holds the hash of a rule's key."""
    return f"{question.name}/{number}"


def findings_of_several(frame: pl.DataFrame, able: Sequence[Question], side_by_side: Map = map) -> pl.DataFrame:
    """What the rules about several rows find among gathered rows.

    Args:
        frame: as `caught_of_several` takes it, in any order.
        able: questions that can be asked of it, whose rules declare `together`.
        side_by_side: a `map` that may work on several questions at once.
    """
    if not able or frame.is_empty():
        return pl.DataFrame(schema=FOUND_SCHEMA)
    frame = frame.sort("index")
    caught = side_by_side(lambda q: caught_of_several(frame, q), able)
    return findings_of_caught(list(zip(able, caught, strict=True)))


def caught_of_several(frame: pl.DataFrame, question: Question) -> pl.DataFrame:
    """The rows, or ordered pairs of rows, that break a rule about several rows, with the columns its sentences need.

    Args:
        frame: typed rows, `prepared`, in the order of `index`; all rows of a shared key must be there. A boolean
            column named by `key_name` may tell which rows share that key; without it the key is looked at on all rows.
        question: can be asked of it, and its rule declares `together`.
    """
    caught = _run(frame, question) if question.rule.run else _pairs(frame, question)
    said = {*_PAIR, KEY, "sheet", "row", f"row{OTHER}", f"sheet{OTHER}", f"{question.rule.field}__raw"}
    said |= {name for one in question.columns_said for name in (one, f"{one}{OTHER}")}
    return caught.select(name for name in caught.columns if name in said)


def findings_of_caught(caught: Sequence[tuple[Question, pl.DataFrame]]) -> pl.DataFrame:
    """The findings about several rows.

    Args:
        caught: every question, and what was caught for it (`caught_of_several`); a pair may be there twice.
    """
    once = [(q, rows if q.rule.run else rows.unique(_PAIR).sort(*_PAIR)) for q, rows in caught]
    pairs = {q.rule.code: rows.select(*_PAIR) for q, rows in once if not q.rule.run}
    parts = []
    for question, rows in once:
        heard = rows if question.rule.run else _nearest(_unless_louder(rows, question, pairs))
        if heard.height:
            parts.append(_spoken(heard, question))
    return pl.concat(parts).sort("index", maintain_order=True) if parts else pl.DataFrame(schema=FOUND_SCHEMA)


def _caught(frame: pl.DataFrame, hit: pl.Series, question: Question) -> pl.DataFrame:
    """The rows that break the rule, with the columns that its sentences need."""
    needed = {"index", "sheet", "row", f"{question.rule.field}__raw"} | question.columns_said
    return frame.select(name for name in frame.columns if name in needed).filter(hit)


def _unless_silenced(question: Question, able: Sequence[Question]) -> pl.Expr:
    louder = [pl.col(q.name) for q in able if q.rule.code in question.rule.yields_to]
    flag = pl.col(question.name)
    return flag & ~pl.any_horizontal(louder) if louder else flag


def _parts(question: Question, number: int) -> list[pl.Expr]:
    return [asked(part, question.context) for part in question.rule.together[number]]


def _hash(parts: Sequence[pl.Expr], name: str) -> pl.Expr:
    known = pl.all_horizontal(part.is_not_null() for part in parts)
    return pl.when(known).then(pl.struct(part.alias(str(i)) for i, part in enumerate(parts)).hash(seed=0)).alias(name)


def _pairs(frame: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Every ordered pair of rows that share one of the keys and break the rule."""
    rule = question.rule
    meet = pl.concat([_meeting(frame, question, i) for i in range(len(rule.together))]).unique().sort(*_PAIR)
    needed = {"sheet", "row"} | question.columns() | question.columns_said | set(rule.optional)
    rows = frame.join(meet.select("index").unique(), on="index", how="semi")
    rows = rows.select("index", *sorted((needed | set(rule.facts)) & set(rows.columns) - {"index"}))
    both = meet.join(rows, on="index", how="left", maintain_order="left")
    both = both.join(rows.rename(lambda name: f"{name}{OTHER}"), on=f"index{OTHER}", how="left", maintain_order="left")
    return both.filter(asked(rule.broken, question.context))


def _unless_louder(pairs: pl.DataFrame, question: Question, all_pairs: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    for code in question.rule.yields_to:
        if code in all_pairs:
            pairs = pairs.join(all_pairs[code], on=list(_PAIR), how="anti", maintain_order="left")
    return pairs


def _meeting(frame: pl.DataFrame, question: Question, number: int) -> pl.DataFrame:
    """The ordered pairs of rows (`index`, `index__other`) that share the key; of a crowd, neighbours only."""
    keyed = _sharing(frame, question, number)
    place = pl.int_range(pl.len(), dtype=pl.Int64).over(KEY).alias("_place")
    keyed = keyed.with_columns(place, pl.len().over(KEY).alias("_crowd"))
    both = keyed.join(keyed.drop("_crowd"), on=KEY, suffix=OTHER).filter(pl.col("index") != pl.col(f"index{OTHER}"))
    near = (pl.col("_place") - pl.col(f"_place{OTHER}")).abs() <= NEIGHBOURS
    return both.filter((pl.col("_crowd") <= CROWD) | near).select("index", f"index{OTHER}")


def _sharing(frame: pl.DataFrame, question: Question, number: int) -> pl.DataFrame:
    """The rows that share the key with another row: `index`, and in `_key` a hash of the key.

    64 bits are as good as the key among rows that were gathered: two keys of ten million would be taken for one once
    in millions of files.
    """
    parts = _parts(question, number)
    asked_for = {name for part in parts for name in part.meta.root_names()} | {"index"}
    if (shares := key_name(question, number)) in frame.columns:
        frame = frame.select(*asked_for, shares).filter(shares)
    keyed = frame.select("index", _hash(parts, KEY)).filter(pl.col(KEY).is_not_null())
    return keyed.filter(pl.col(KEY).is_duplicated())


def _nearest(pairs: pl.DataFrame) -> pl.DataFrame:
    """One pair per row: the nearest other row, on the same sheet if there is one."""
    apart = (pl.col("index").cast(pl.Int64) - pl.col(f"index{OTHER}").cast(pl.Int64)).abs()
    far = (pl.col("sheet") != pl.col(f"sheet{OTHER}")).alias("_far")
    ordered = pairs.with_columns(far, apart.alias("_apart")).sort("index", "_far", "_apart", f"index{OTHER}")
    return ordered.unique("index", keep="first", maintain_order=True).drop("_far", "_apart")


def _run(frame: pl.DataFrame, question: Question) -> pl.DataFrame:
    many = _sharing(frame, question, 0).filter(pl.len().over(KEY) >= question.rule.run)
    keyed = frame.join(many, on="index", how="inner", maintain_order="left")
    return keyed.filter(asked(question.rule.broken, question.context).fill_null(value=False))


def _spoken(caught: pl.DataFrame, question: Question) -> pl.DataFrame:
    """The findings of one rule on the rows it has caught; words over a run's key are still there."""
    rule, headings = question.rule, question.headings
    pair = f"row{OTHER}" in caught.columns
    nothing = pl.lit(None, dtype=pl.String)
    value = pl.col(f"{rule.field}__raw") if rule.field else nothing
    frame = caught.with_columns(_which(rule).alias(_VARIANT)).select(
        pl.col("index").cast(pl.UInt32),
        "sheet",
        pl.col("row").cast(pl.Int64),
        (headings.expr(rule.field, None) if rule.field else nothing).alias("column"),
        pl.lit(rule.field, dtype=pl.String).alias("field"),
        pl.lit(rule.code).alias("rule"),
        pl.lit(rule.group and rule.group.value, dtype=pl.String).alias("group"),
        _chosen(rule, lambda v: pl.lit((v.severity or rule.severity).value)).alias("severity"),
        value.alias("value"),
        _chosen(rule, lambda v: nothing if v.suggestion is None else v.suggestion.cast(pl.String)).alias("suggestion"),
        _chosen(rule, lambda v: pl.lit(v.certainty and v.certainty.value, dtype=pl.String)).alias("certainty"),
        _chosen(rule, lambda v: sentence(rule, v, question.context, headings)).alias("message"),
        (pl.col(f"sheet{OTHER}") if pair else nothing).alias("other_sheet"),
        (pl.col(f"row{OTHER}") if pair else pl.lit(None)).cast(pl.Int64).alias("other_row"),
    )
    silent = pl.col("suggestion").is_null()
    info = pl.col("severity") == "info"
    return frame.with_columns(
        pl.when(~silent).then("certainty").alias("certainty"),
        pl.when(~info).then("group").alias("group"),
    ).select(*FOUND_SCHEMA)


def _which(rule: Rule) -> pl.Expr:
    """The place of the first variant that holds."""
    *conditional, _ = rule.variants
    result = pl.lit(len(conditional), dtype=pl.UInt8)
    for place, variant in reversed(list(enumerate(conditional))):
        if variant.when is not None:
            result = pl.when(variant.when).then(pl.lit(place, dtype=pl.UInt8)).otherwise(result)
    return result


def _chosen(rule: Rule, part: Callable[[Variant], pl.Expr]) -> pl.Expr:
    """The part of the variant that holds."""
    *conditional, last = rule.variants
    result = part(last)
    for place, variant in reversed(list(enumerate(conditional))):
        if variant.when is not None:
            result = pl.when(pl.col(_VARIANT) == place).then(part(variant)).otherwise(result)
    return result
