"""What stands in a cell of the column of personal numbers, told by its shape alone.

The ways in which such numbers are damaged are known from commune lists: zeros dropped by a number format, scientific
notation, separators, labels, remarks, two numbers in one cell, letters for digits, stars over digits, placeholders,
numbers of other papers. The first shape that holds names the cell; what a row's other facts say is for
`personal_id.fault`.
"""

import polars as pl

from sosach.ids import birth_certificate, separators
from sosach.ids.personal_id_words import (
    PLACEHOLDER_DIGITS,
    as_digits,
    is_denied,
    is_label,
    is_lookalike,
    is_masked,
    look_alikes,
    owner,
    says_absent,
    tidy_note,
    without_label,
)
from sosach.text import cells

_FULL_WIDTH = {chr(0xFF10 + digit): str(digit) for digit in range(10)}

_DIGITS_ONLY = r"^[0-9]{1,15}$"  # a longer row is two numbers, or lost its last digits in a number cell
_GROUP = r"[0-9]{8,}"
_RUN = rf"[0-9](?:[{separators.BETWEEN_DIGITS}]?[0-9]){{7,}}"
_DATE = r"^(?:[0-9]{1,2}[.\-/ ][0-9]{1,2}[.\-/ ](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[.\-/][0-9]{1,2}[.\-/][0-9]{1,2})$"
_HIDING = r"[.\-–—_]{2}"  # among fewer than twelve digits more than a separator
_ERROR = r"^#(?:N/A|[A-Z]+[!?]|DIV/0!|GETTING_DATA|#+)$"
_FIRST_OF_MONTH = "-01$"
_INSURANCE_CARD = r"(?i)^[a-z]{2}[0-9]{13}$"
_PASSPORT = r"(?i)^[a-z]{1,2}[0-9]{6,8}$"
SCIENTIFIC = r"^\s*[0-9](?:[.,][0-9]+)?\s?[eE]\s?\+?[0-9]{1,2}\s*$"

# Of a number that was kept as text these would hold a place; as numbers of a spreadsheet they lost zeros: 001234567890.
_COUNTED = "^1234567890[0-9]?$"
# What is left of 2.72156E+10 once it is a number again: six digits that were shown, zeros for those that were not.
ROUNDED = "^[1-9][0-9]{5}0{4,6}$"

_NOTHING = pl.lit(None, dtype=pl.String)


def described(column: pl.Series) -> pl.DataFrame:
    """What each cell looks like.

    Args:
        column: marked strings without null.

    Returns:
        A frame in the same order: `value`, `state`, `digits`, `note`, `letters`, `whose`, all text.
    """
    cell, text = pl.col("cell"), pl.col("text")
    shown = cells.words(cell).str.replace_many(_FULL_WIDTH).str.strip_chars()
    frame = column.alias("cell").to_frame().with_row_index("place").with_columns(shown.alias("text"))
    frame = frame.with_columns(separators.without(text).alias("compact"))
    digits = pl.col("compact").str.contains(_DIGITS_ONLY)
    hiding = text.str.contains(_HIDING) & (pl.col("compact").str.len_chars() < 12)
    easy = digits & ~hiding & ~text.str.contains(_DATE) & ~cells.marked(cell, cells.DATE)
    parts = [_of_digits(frame.filter(easy)), _of_anything(frame.filter(~easy))]
    return pl.concat(parts).sort("place").drop("place")


def _of_digits(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells with nothing but digits and separators."""
    cell, text, compact = pl.col("cell"), pl.col("text"), pl.col("compact")
    twelve = compact.str.len_chars() == 12
    in_a_number = cells.marked(cell, cells.NUMBER)
    as_it_stands = (text == compact) | in_a_number
    state = (
        pl.when(compact.str.contains(PLACEHOLDER_DIGITS) & ~(in_a_number & compact.str.contains(_COUNTED)))
        .then(pl.lit("placeholder"))
        .when(in_a_number & compact.str.contains(ROUNDED))
        .then(pl.lit("scientific"))
        .when(~twelve)
        .then(pl.lit("digits"))
        .when(cells.marked(cell, cells.SHOWN))
        .then(pl.lit("shown"))
        .when(as_it_stands)
        .then(pl.lit("good"))
        .otherwise(pl.lit("separators"))
    )
    return frame.with_columns(state.alias("state")).select(
        "place",
        pl.when(pl.col("state").is_in(["good", "shown", "separators"])).then(compact).alias("value"),
        "state",
        pl.when(pl.col("state") == "digits").then(compact).alias("digits"),
        *(_NOTHING.alias(name) for name in ("note", "letters", "whose")),
    )


def _of_anything(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells with words, signs, several numbers or no digit at all."""
    frame = _with_core(_with_numbers(frame))
    rest, state = pl.col("rest"), pl.col("state")
    frame = frame.with_columns(owner(rest).alias("owner")).with_columns(_state().alias("state"))
    number = pl.col("numbers").list.first()
    own_twelve = (state == "label") | ((state == "note") & pl.col("owner").is_null() & ~is_denied(rest))
    value = pl.when(own_twelve & (number.str.len_chars() == 12)).then(number)
    noted = state == "note"
    return frame.select(
        "place",
        value.alias("value"),
        "state",
        _digits().alias("digits"),
        pl.when(noted).then(tidy_note(rest)).alias("note"),
        pl.when(state == "lookalike").then(look_alikes(pl.col("core"))).alias("letters"),
        pl.when(state == "note").then("owner").alias("whose"),
    )


def _with_numbers(frame: pl.DataFrame) -> pl.DataFrame:
    """Adds `numbers`, the rows of at least eight digits in the cell, each once, and `rest`, the text without them.

    Digits written together are taken before digits with separators: in “125128429 027215600001” the space parts two
    numbers.
    """
    text = pl.col("text")
    no_date = pl.element().filter(~pl.element().str.contains(_DATE))
    frame = frame.with_columns(
        text.str.extract_all(_GROUP).list.unique(maintain_order=True).alias("groups"),
        text.str.extract_all(_RUN)
        .list.eval(no_date)
        .list.eval(separators.without(pl.element()))
        .list.unique(maintain_order=True)
        .alias("runs"),
    )
    groups, runs = pl.col("groups"), pl.col("runs")
    one_good_run = (runs.list.len() == 1) & (runs.list.first().str.len_chars() == 12)
    one_good_group = (groups.list.len() == 1) & (groups.list.first().str.len_chars() == 12) & (runs.list.len() < 2)
    by_group = (
        one_good_group | (groups.list.len() >= 2) | ((groups.list.len() == 1) & ~one_good_run & (runs.list.len() < 2))
    )
    return frame.with_columns(
        pl.when(by_group).then(groups).otherwise(runs).alias("numbers"),
        pl.when(by_group)
        .then(text.str.replace_all(_GROUP, " "))
        .otherwise(text.str.replace_all(_RUN, " "))
        .alias("rest"),
    )


def _with_core(frame: pl.DataFrame) -> pl.DataFrame:
    """Adds `core`, the text without label and separators, and `count`, how many digits there are."""
    text = pl.col("text")
    return frame.with_columns(
        separators.without(without_label(text)).alias("core"),
        text.str.count_matches("[0-9]").alias("count"),
    )


def _state() -> pl.Expr:
    """The first shape that holds."""
    cell, text, core, count = pl.col("cell"), pl.col("text"), pl.col("core"), pl.col("count")
    rest, many = pl.col("rest"), pl.col("numbers").list.len()
    certificate = birth_certificate.problem(birth_certificate.compacted(text)).is_null()
    broken = cells.marked(cell, cells.ERROR) | cells.marked(cell, cells.UNCACHED) | text.str.contains(_ERROR)
    a_date = cells.marked(cell, cells.DATE)
    of_somebody_else = (many == 1) & pl.col("owner").is_not_null()
    twelve = (many == 1) & (pl.col("numbers").list.first().str.len_chars() == 12)
    shapes = (
        ("error_cell", broken),
        ("birth_cert", a_date & text.str.contains(_FIRST_OF_MONTH)),  # 5/2018, which the spreadsheet took for a month
        ("other", a_date | text.str.contains(_DATE)),
        ("scientific", text.str.contains(SCIENTIFIC)),
        ("placeholder", (count == 0) | (core.str.contains(PLACEHOLDER_DIGITS)) | (says_absent(text) & (many == 0))),
        ("masked", (count < 12) & is_masked(text)),
        ("insurance_card", core.str.contains(_INSURANCE_CARD)),
        ("birth_cert", certificate),
        ("two_numbers", many >= 2),
        ("note", of_somebody_else),
        ("lookalike", (count < 12) & is_lookalike(core)),
        ("other", core.str.contains(_PASSPORT)),
        ("label", twelve & is_label(rest)),
        ("note", twelve | (count == 12)),
        ("digits", many == 1),
    )
    state = pl.lit("other")
    for name, holds in reversed(shapes):
        state = pl.when(holds).then(pl.lit(name)).otherwise(state)
    return state


def _digits() -> pl.Expr:
    """The digits worth keeping: of the number that stands there, of both (a space between), or as letters read."""
    state, text, numbers = pl.col("state"), pl.col("text"), pl.col("numbers")
    mantissa = text.str.extract(r"^([0-9][.,]?[0-9]*)", 1).str.replace_all("[.,]", "")
    exponent = text.str.extract(r"([0-9]{1,2})\s*$", 1).cast(pl.UInt32, strict=False)
    return (
        pl.when(state == "scientific")
        .then(pl.when(mantissa.str.len_chars() == exponent + 1).then(mantissa))
        .when(state == "lookalike")
        .then(as_digits(pl.col("core")))
        .when(state.is_in(["digits", "two_numbers", "note"]))
        .then(numbers.list.join(" "))
        .when(state == "other")
        .then(text.str.replace_all("[^0-9]", ""))
    )
