"""The facts by which persons are compared, taken from typed frames of any register.

One row per person, everything as it is shown to people: names capitalised, dates as precise as their source, numbers of
twelve digits. What a register does not have is null throughout: missing facts never speak for anybody. A frame may come
in batches; the facts of the batches, one below the other, are the facts of the whole.

    name mother father guardian     names; null where something stands in place of one
    unnamed                         the text that stands in place of the person's name (“Bé gái con bà Hoa”)
    birth_date                      YYYY-MM-DD, YYYY-MM or YYYY
    sex                             male, female
    mother_year father_year         years of birth
    number                          twelve digits; lost zeros put back
    number_padded                   whether they were
    mother_number ... guardian_number
    old_number                      CMND of nine digits
    certificate                     number of the birth certificate
    insurance record_code household
    benefit                         what a row of beneficiaries is for: a person may stand in a row for each
    commune hamlet                  the commune's name, the hamlet's
"""

import polars as pl

from sosach.ids import personal_id
from sosach.refdata.benefits import benefits

NAMES = {"full_name": "name", "mother_name": "mother", "father_name": "father", "guardian_name": "guardian"}
NUMBERS = {
    "personal_id": "number",
    "mother_personal_id": "mother_number",
    "father_personal_id": "father_number",
    "guardian_personal_id": "guardian_number",
}
_PLAIN = {
    "birth_date": "birth_date",
    "sex": "sex",
    "mother_birth_year": "mother_year",
    "father_birth_year": "father_year",
    "old_id": "old_number",
    "birth_cert_no": "certificate",
    "health_insurance_no": "insurance",
    "record_code": "record_code",
    "household_code": "household",
}
_ADDRESSES = ("address", "residence")

# The facts in the order in which they are spoken of.
FACTS = (
    *("name", "unnamed", "birth_date", "sex"),
    *("number", "number_padded", "old_number", "certificate", "insurance", "record_code", "benefit"),
    *(
        "mother",
        "mother_year",
        "mother_number",
        "father",
        "father_year",
        "father_number",
        "guardian",
        "guardian_number",
    ),
    *("commune", "hamlet", "household"),
)

# The fields of a register that facts are made of.
FIELDS = (*NAMES, *NUMBERS, *_PLAIN, "category", "decision_no", "hamlet", *_ADDRESSES)

SCHEMA: dict[str, type[pl.DataType]] = {
    "index": pl.UInt32,
    "sheet": pl.String,
    "row": pl.Int64,
    **{fact: pl.Boolean if fact == "number_padded" else pl.String for fact in FACTS},
}

# “Bé gái con bà Nguyễn Thị Hoa” tells who the mother is.
_CHILD_OF = r"(?i)\b(?:con|của)\s+(?:bà|chị|cô|mẹ|bà mẹ)\s+([^\d(),;]+)"
_KIND_OF_COMMUNE = r"(?:xã|phường|thị trấn|đặc khu|xa|phuong|thi tran)\s+|(?:tt|p|x)\.\s*"
_COMMUNE = rf"(?i)(?:^|[\s,–-])(?:{_KIND_OF_COMMUNE})([^,;()–-]+)"
_KIND_IN_FRONT = r"(?i)^(?:xã|phường|thị trấn|đặc khu)\s+"
_BEFORE_COMMA = r"^\s*([^,;]+),"


def facts_of(frame: pl.DataFrame) -> pl.DataFrame:
    """The facts of the persons of a typed frame (`sosach.cleaning`), one row each, in its order.

    Returns:
        `index`, `sheet`, `row` and the columns `FACTS`.
    """
    have = frozenset(frame.columns)
    made = frame.select(
        "index",
        "sheet",
        pl.col("row").cast(pl.Int64),
        *(_name(field, have).alias(fact) for field, fact in NAMES.items()),
        *(_number(field, have).alias(fact) for field, fact in NUMBERS.items()),
        *(_column(field, have).alias(fact) for field, fact in _PLAIN.items()),
        _padded("personal_id", have).is_not_null().alias("number_padded"),
        _unnamed(have).alias("unnamed"),
        _benefit(have).alias("benefit"),
    ).hstack(_places(frame, have))
    child_of = pl.col("unnamed").str.extract(_CHILD_OF).str.strip_chars().str.to_titlecase()
    return made.with_columns(pl.coalesce("mother", child_of).alias("mother")).select(*SCHEMA)


def _column(name: str, have: frozenset[str]) -> pl.Expr:
    return pl.col(name).cast(pl.String) if name in have else pl.lit(None, dtype=pl.String)


def _name(field: str, have: frozenset[str]) -> pl.Expr:
    """The name without a remark or digit that stood beside it."""
    return pl.coalesce(_column(f"{field}__suggestion", have), _column(field, have))


def _unnamed(have: frozenset[str]) -> pl.Expr:
    placeholder = _column("full_name__state", have) == "placeholder"
    return pl.when(placeholder).then(_column("full_name__raw", have))


def _number(field: str, have: frozenset[str]) -> pl.Expr:
    return pl.coalesce(_column(field, have), _padded(field, have))


def _padded(field: str, have: frozenset[str]) -> pl.Expr:
    """The number with the zeros that it lost, where it lost them."""
    return pl.when(_column(field, have).is_null()).then(personal_id.padded(_column(f"{field}__digits", have)))


def _benefit(have: frozenset[str]) -> pl.Expr:
    """The category; of benefits paid to a carer, who may care for several, with the decision."""
    category = _column("category", have)
    with_decision = pl.concat_str(category, pl.lit(" "), _column("decision_no", have))
    to_carer = [key for key, benefit in benefits().items() if benefit.paid_to_carer]
    return pl.when(category.is_in(to_carer)).then(pl.coalesce(with_decision, category)).otherwise(category)


def _places(frame: pl.DataFrame, have: frozenset[str]) -> pl.DataFrame:
    """`commune` and `hamlet`, once per distinct address: the hamlet has its own column or leads the address."""
    address = next((field for field in _ADDRESSES if field in have), "address")
    place = _column(f"{address}__place_new", have)
    named = frame.with_columns(address=_column(address, have), place=place, own=_column("hamlet", have))
    written = named.select("address", "place", "own")
    text = pl.col("address")
    of_today = pl.col("place").str.extract(r"^([^,]+)").str.replace(_KIND_IN_FRONT, "")
    leading = pl.when(~text.str.extract(_BEFORE_COMMA).str.contains(_COMMUNE)).then(text.str.extract(_BEFORE_COMMA))
    told = written.unique().with_columns(
        commune=pl.coalesce(of_today, text.str.extract(_COMMUNE)).str.strip_chars(),
        hamlet=pl.coalesce("own", leading).str.strip_chars(),
    )
    keys = ["address", "place", "own"]
    joined = written.join(told, on=keys, how="left", maintain_order="left", nulls_equal=True)
    return joined.select("commune", "hamlet")
