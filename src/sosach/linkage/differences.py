"""What two lists say differently of one person, field by field.

Writing that means the same is no difference: capitals, spaces, the place of a tone, the kind word before a hamlet,
punctuation in addresses. A year against a full date is one: the full date is wanted.
"""

from collections.abc import Callable, Sequence

import polars as pl

from sosach.linkage.meeting import Meeting
from sosach.people import hamlet
from sosach.registers.field import Field, Kind
from sosach.registers.register import Register
from sosach.text.folding import letters_key

KIND = pl.Enum(
    [
        "differs",
        "less_precise",  # one side knows less of a date, and what it knows agrees
        "left_empty",  # the right side can fill it in
        "right_empty",
    ]
)

SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "pair": pl.UInt32, "field": pl.String, "left": pl.String, "right": pl.String, "kind": KIND
}  # fmt: skip

Column = Callable[[str], pl.DataFrame]
"""The values of a field on one side, in the order of the pairs: `value`, and `raw` where the source text is kept."""

_PLACE_OF_LIFE = ("hamlet", "address", "household_code", "household_head", "phone")
_CARE = ("school", "class_name", "status", "note")
# What two lists may well have differently without either being wrong.
_NOT_COMPARED = {
    Meeting.CIVIL: ("note",),
    Meeting.EXPORTS: (),
    Meeting.REGISTERS: ("record_code", "household_code", "household_head", "address", "phone", "status", "note"),
    Meeting.COMMUNES: ("record_code", *_PLACE_OF_LIFE, *_CARE),
}
_WORDS = (Kind.TEXT, Kind.ADDRESS)
_BESIDE_HAMLET = r"\s*[,;(].*$"

_FEW = 20  # pairs from which it shows whether two lists number people alike
_ONE_SYSTEM = 0.1  # share of pairs with equal codes below which each list counts for itself


def fields_compared(left: Register, right: Register, meeting: Meeting) -> tuple[Field, ...]:
    """The fields that both registers have and that are worth comparing, in the order of the left one."""
    left_out = _NOT_COMPARED[meeting]
    return tuple(field for field in left.fields if field.name in right.by_name and field.name not in left_out)


def differences(fields: Sequence[Field], left: Column, right: Column) -> pl.DataFrame:
    """The differences of linked pairs.

    Args:
        fields: which to compare (`fields_compared`), present on both sides.
        left: gives a field's values on the left.
        right: on the right.

    Returns:
        Columns `SCHEMA`, by pair and then in the order of the fields; a value that was not understood is shown as it
        stands.
    """
    found = [_of_field(field, left(field.name), right(field.name), number) for number, field in enumerate(fields)]
    told = pl.concat([pl.DataFrame(schema={**SCHEMA, "order": pl.Int32}), *found])
    return told.sort("pair", "order").select(SCHEMA.keys())


def worth_telling(kind: pl.Expr, meeting: Meeting, left: Register) -> pl.Expr:
    """Whether a difference of this kind is told: what one register leaves out is none of the other's business.

    Between two exports of one register everything is told; against the births book, what the book could fill in; what
    the book leaves empty (a father, say) speaks against nobody.
    """
    if meeting is Meeting.EXPORTS:
        return pl.lit(value=True)
    silent = {Meeting.CIVIL: ("left_empty",) if left.name == "births" else ("right_empty",)}
    return ~kind.is_in(silent.get(meeting, ("left_empty", "right_empty")))


def _of_field(field: Field, left: pl.DataFrame, right: pl.DataFrame, order: int) -> pl.DataFrame:
    sides = pl.DataFrame([_told(left).alias("left"), _told(right).alias("right")])
    keys = [_key(sides["left"], field.kind).alias("l"), _key(sides["right"], field.kind).alias("r")]
    both = sides.hstack(keys).with_row_index("pair")
    if field.kind is Kind.CODE and _counted_apart(both):
        both = both.clear()
    unlike = both.filter(pl.col("l").ne_missing(pl.col("r")))
    return unlike.select(
        "pair", pl.lit(field.name).alias("field"), "left", "right", _kind(field.kind).cast(KIND).alias("kind"),
        pl.lit(order, dtype=pl.Int32).alias("order"),
    )  # fmt: skip


def _told(side: pl.DataFrame) -> pl.Series:
    """What stands there: the value, or the source text where it was not understood."""
    return side.select(pl.coalesce("value", "raw")).to_series() if "raw" in side.columns else side["value"]


def _kind(kind: Kind) -> pl.Expr:
    left, right = pl.col("left"), pl.col("right")
    empty = pl.when(left.is_null()).then(pl.lit("left_empty")).when(right.is_null()).then(pl.lit("right_empty"))
    if kind is not Kind.DATE:
        return empty.otherwise(pl.lit("differs"))
    agree = left.str.starts_with(right) | right.str.starts_with(left)
    return empty.when(agree).then(pl.lit("less_precise")).otherwise(pl.lit("differs"))


def _key(told: pl.Series, kind: Kind) -> pl.Series:
    """What is compared; every distinct text is looked at once."""
    distinct = told.drop_nulls().unique()
    keys = distinct.to_frame("t").select(_plain(pl.col("t"), kind)).to_series()
    if kind is Kind.HAMLET:
        keys = _without_kind(keys, hamlet.read(distinct)["key"])
    return told.replace_strict(distinct, keys, default=None, return_dtype=pl.String)


def _plain(text: pl.Expr, kind: Kind) -> pl.Expr:
    if kind is Kind.NAME:
        return letters_key(text)
    if kind is Kind.HAMLET:
        return letters_key(text.str.replace(_BESIDE_HAMLET, "").str.replace_all(".", " ", literal=True))
    if kind in _WORDS:
        return letters_key(text).str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
    return text


def _without_kind(letters: pl.Series, keys: pl.Series) -> pl.Series:
    """The hamlet's own name, with its marks: “Thôn Đông” and “Thôn Đồng” may be two hamlets of one commune."""
    count = pl.col("key").str.split(" ").list.len()
    name = pl.col("letters").str.split(" ").list.tail(count).list.join(" ")
    return pl.DataFrame({"letters": letters, "key": keys}).select(name).to_series()


def _counted_apart(both: pl.DataFrame) -> bool:
    """Whether two lists number people each for itself, so that their codes say nothing of each other."""
    known = both.drop_nulls(["l", "r"])
    return known.height >= _FEW and (known["l"] == known["r"]).sum() < known.height * _ONE_SYSTEM
