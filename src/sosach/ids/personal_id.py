"""Personal number (số định danh cá nhân, ĐDCN), which is also the number on the citizen's card (CCCD, thẻ căn cước).

What: twelve digits, `PPP G YY NNNNNN`:

* PPP, place of birth registration: one of the 63 provinces of before July 2025 (001 to 096) or a country (101 to 295).
  It is neither where the person lives nor today's code of the province: numbers keep their prefix when provinces are
  merged.
* G, century and sex: 0 and 1 for a man and a woman born in 19xx, 2 and 3 in 20xx, and so on.
* YY, the last two digits of the year of birth.
* NNNNNN, random; there is no public check digit.

Who issues it: the police from the national population database, at birth registration (Law on Civil Status 60/2014,
Article 16). A person keeps it for life, but it may be cancelled and set anew (Law on Identity 26/2023/QH15, Article
12(4)).

Status: the law only says “a row of twelve digits that is not repeated for another person” (Law 26/2023/QH15, Article
12). The structure comes from Decree 137/2015/NĐ-CP, Article 13, and Circular 59/2021/TT-BCA, and is no legal rule
since 1 July 2024. Hence other than twelve digits is an error here, while a number that does not fit the structure, or
the person, is never one: it is a reason to ask the police. Nothing offline can tell a slip in the last six digits.

A spreadsheet that takes the number for a quantity drops the zeros in front: eleven digits for prefix 0xx, ten for 00x.
Putting them back is a proposal, and proven only where prefix, sex and year of birth then agree with the row. Numbers
with a country prefix lose nothing.

>>> compact("027 215 600 001")
'027215600001'
>>> validate("'027215600001")
'027215600001'
>>> is_valid("27215600001")
False
>>> is_valid("003215600001")  # no known place, yet twelve digits: a matter for the police, not an error
True
>>> is_valid("111111111111")
False
>>> format("027215600001")
'027 215 600001'
"""

from functools import cache

import polars as pl

from sosach.ids import health_insurance, phone, separators, tax
from sosach.ids import number as numbers
from sosach.ids.personal_id_shapes import SCIENTIFIC, described
from sosach.ids.personal_id_words import PLACEHOLDER_DIGITS
from sosach.refdata.id_prefixes import ABROAD, province_prefixes, sex_digits
from sosach.text import rare

TIDY = "^[0-9]{12}$"

# What a cell's shape tells, and (from `lost_zero` on) what only the row's other facts tell.
STATES = pl.Enum(
    [
        "good",
        "separators",
        "label",
        "shown",
        "placeholder",
        "error_cell",
        "masked",
        "scientific",
        "two_numbers",
        "note",
        "lookalike",
        "birth_cert",
        "insurance_card",
        "digits",
        "other",
        "lost_zero",
        "health_insurance",
        "phone",
        "tax",
        "cmnd",
        "lost_zero_unsure",
        "length",
    ]
)

_WITHOUT_ZEROS = r"^[1-9][0-9]{9,10}$"
_CMND = r"^[0-9]{8,9}$"
_NOBODY_YET = 2100  # year of birth
_MOST_NUMBERS_IN_A_CELL = 4


def tidy(cell: pl.Expr) -> pl.Expr:
    """Whether the cell is a good number that needs no reading: twelve digits that are no placeholder."""
    return cell.str.contains(TIDY) & ~cell.str.contains(PLACEHOLDER_DIGITS)


def read(column: pl.Series) -> pl.DataFrame:
    """Cells of a column of personal numbers, by their shape.

    Args:
        column: marked strings (`text.cells`) without null, their text plain (`text.plain`).

    Returns:
        `value`: twelve digits or null; `state`; `digits`: what digits there are where they are not the value's, two
        numbers with a space between, a look-alike as it reads, of scientific notation only when it has all digits;
        `note`: the remark beside the digits; `letters`: those that look like digits; `whose`: the relative whose
        number the remark says it is (`mother`, `father`, `guardian`, `carer`, or the word for other kin).
    """
    return described(column).with_columns(pl.col("state").cast(STATES))


def prefix_of(number: pl.Expr) -> pl.Expr:
    """The three digits of the place of birth registration."""
    return number.str.head(3)


def prefix_is_home(number: pl.Expr) -> pl.Expr:
    """Whether the birth was registered in one of the 63 provinces."""
    return prefix_of(number).is_in(_provinces())


def prefix_is_abroad(number: pl.Expr) -> pl.Expr:
    """Whether the birth was registered abroad."""
    return prefix_of(number).is_in(_countries())


def prefix_is_known(number: pl.Expr) -> pl.Expr:
    """Whether the place of birth registration is in the lists."""
    return prefix_of(number).is_in(_provinces() + _countries())


def sex_of(number: pl.Expr) -> pl.Expr:
    """`male` or `female` by the fourth digit."""
    sexes = {digit: meant.sex for digit, meant in sex_digits().items()}
    return _digit_four(number).replace_strict(sexes, default=None, return_dtype=pl.String)


def birth_year_of(number: pl.Expr) -> pl.Expr:
    """The year of birth by the digits four to six, as Int32."""
    centuries = {digit: meant.century for digit, meant in sex_digits().items()}
    century = _digit_four(number).replace_strict(centuries, default=None, return_dtype=pl.Int32)
    return century + number.str.slice(4, 2).cast(pl.Int32, strict=False)


def agrees(number: pl.Expr, *, sex: pl.Expr, birth_year: pl.Expr) -> pl.Expr:
    """Whether the number has a known prefix and tells this sex and year of birth; false where one is unknown."""
    same = (sex_of(number) == sex) & (birth_year_of(number) == birth_year)
    return (prefix_is_known(number) & same).fill_null(value=False)


def padded(digits: pl.Expr) -> pl.Expr:
    """Ten or eleven digits with their zeros put back; null for any other row of digits.

    A number from abroad whose first digit was dropped by hand looks the same; programs drop nothing but zeros.
    """
    return pl.when(digits.str.contains(_WITHOUT_ZEROS)).then(digits.str.zfill(12))


def fitting(digits: pl.Expr, *, sex: pl.Expr, birth_year: pl.Expr) -> pl.Expr:
    """The one of several numbers (spaces between) with twelve digits that agree with the row; null unless one does."""
    found = digits.str.split(" ")
    each = [found.list.get(i, null_on_oob=True) for i in range(_MOST_NUMBERS_IN_A_CELL)]
    fits = [one.str.contains(TIDY).fill_null(value=False) & agrees(one, sex=sex, birth_year=birth_year) for one in each]
    only = (pl.sum_horizontal(fits) == 1) & (found.list.len() <= _MOST_NUMBERS_IN_A_CELL)
    return pl.when(only).then(pl.coalesce(pl.when(fit).then(one) for fit, one in zip(fits, each, strict=True)))


def fault(number: str, *, sex: pl.Expr, birth_year: pl.Expr, insurance: pl.Expr) -> pl.Expr:
    """The one fault of a number that speaks, as a state; what is clean keeps its state.

    `lost_zero` means proven: the padded number has a known prefix, and the row's sex and year are known and agree. So
    does `scientific` where `digits` is not null: Excel shows the notation but holds every digit.

    Args:
        number: the field; `<number>__state`, `<number>__digits` and `<number>__raw` are looked at.
        sex: of the person whose number it is, null where unknown.
        birth_year: Int32, null where unknown.
        insurance: the cleaned number of the person's own health insurance, null where there is none.
    """
    row = pl.struct(
        pl.col(f"{number}__state").alias("state"),
        pl.col(f"{number}__digits").alias("digits"),
        pl.col(f"{number}__raw").alias("shown"),
        sex.alias("sex"),
        birth_year.alias("birth_year"),
        insurance.alias("insurance"),
    )
    return row.map_batches(_judged, return_dtype=STATES, is_elementwise=True)


def _judged(rows: pl.Series) -> pl.Series:
    """The states of rows, those that only the row can tell told; most numbers are good and not asked."""
    frame = rows.struct.unnest().with_row_index("place")
    asked = (pl.col("state") == "digits") | ((pl.col("state") == "scientific") & pl.col("digits").is_not_null())
    told = frame.filter(asked).select("place", _fault_of_digits().alias("told"))
    by_itself = pl.when(pl.col("state") == "insurance_card").then(_state("health_insurance")).otherwise("state")
    joined = frame.join(told, on="place", how="left", maintain_order="left")
    return joined.select(pl.coalesce("told", by_itself).alias(rows.name)).to_series()


def _fault_of_digits() -> pl.Expr:
    """The first fault that holds, over `state`, `digits`, `shown` and what the row says."""
    digits, sex, birth_year = pl.col("digits"), pl.col("sex"), pl.col("birth_year")
    shortened = (pl.col("state") == "scientific") | pl.col("shown").str.contains(SCIENTIFIC)
    whole = padded(digits)
    proven = agrees(whole, sex=sex, birth_year=birth_year)
    possible = prefix_is_home(whole) & (birth_year_of(whole) < _NOBODY_YET)
    contradicted = ((sex_of(whole) != sex) | (birth_year_of(whole) != birth_year)).fill_null(value=False)
    faults = (
        ("scientific", proven & shortened),
        ("lost_zero", proven),
        ("health_insurance", health_insurance.is_code_of(digits, pl.col("insurance"))),
        ("lost_zero_unsure", possible & ~contradicted),
        ("phone", phone.is_mobile(digits)),
        ("tax", tax.has_check_digit(digits)),
        ("cmnd", digits.str.contains(_CMND)),
        ("lost_zero_unsure", possible),
    )
    told = _state("length")
    for name, holds in reversed(faults):
        told = pl.when(holds).then(_state(name)).otherwise(told)
    return told


def _state(name: str) -> pl.Expr:
    return pl.lit(name, dtype=STATES)


def compacted(number: pl.Expr) -> pl.Expr:
    """The number without separators."""
    return separators.without(number)


def problem(compact: pl.Expr) -> pl.Expr:
    """`format`, `length` or `placeholder`; null for twelve digits, whatever their structure."""
    return numbers.first_problem(
        ("format", ~compact.str.contains("^[0-9]*$")),
        ("length", compact.str.len_chars() != 12),
        ("placeholder", compact.str.contains(PLACEHOLDER_DIGITS)),
    )


def compact(number: str) -> str:
    """The number without separators."""
    return rare.scalar(compacted, number)


def validate(number: str) -> str:
    """The compact number.

    Raises:
        FormatError: something in it is no digit.
        LengthError: it has not twelve digits.
        PlaceholderError: its digits only hold the place of a number.
    """
    return numbers.validated(number, compacted, problem)


def is_valid(number: str) -> bool:
    """Whether it is twelve digits and no placeholder; structure is no matter of validity."""
    return numbers.passes(number, compacted, problem)


def format(number: str) -> str:
    """The number in groups for reading aloud: place, sex and year, serial."""
    groups = r"^([0-9]{3})([0-9]{3})([0-9]{6})$"
    return rare.scalar(lambda text: compacted(text).str.replace(groups, "${1} ${2} ${3}"), number)


def _digit_four(number: pl.Expr) -> pl.Expr:
    return number.str.slice(3, 1)


@cache
def _provinces() -> list[str]:
    return sorted(province_prefixes())


@cache
def _countries() -> list[str]:
    return [str(prefix) for prefix in ABROAD]
