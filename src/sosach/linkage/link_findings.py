"""What a comparison of two lists comes to as findings, under the codes, groups and severities of the campaign.

`civil_not_in_register`, `civil_difference`, `civil_unregistered_60` and `cross_register`; a finding says by `side` in
which of the two lists its row stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.findings.finding import FINDING_SCHEMA, Group, Severity
from sosach.findings.wording import quoted, shown
from sosach.registers.field import Kind
from sosach.registers.register import Register

SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {"side": pl.String, **FINDING_SCHEMA}


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What people call a finding of linkage, and the step it asks for."""

    label: str
    group: Group
    severity: Severity
    next_step: str


CODES: Mapping[str, Code] = {
    "civil_not_in_register": Code(
        label="Chưa có trong sổ", group=Group.NOT_IN_REGISTER, severity=Severity.ERROR,
        next_step="Bổ sung vào danh sách.",
    ),
    "civil_difference": Code(
        label="Khác sổ khai sinh", group=Group.BASIC_INFO, severity=Severity.WARNING,
        next_step="Đối chiếu sổ gốc rồi chọn.",
    ),
    "civil_unregistered_60": Code(
        label="Quá 60 ngày", group=Group.OTHER, severity=Severity.WARNING,
        next_step="Hỏi gia đình, hướng dẫn khai sinh.",
    ),
    "cross_register": Code(
        label="Hai sổ lệch nhau", group=Group.OTHER, severity=Severity.WARNING,
        next_step="Đối chiếu quyết định và hồ sơ trẻ.",
    ),
}  # fmt: skip

# Numbers are not quoted in sentences: they stand in their own columns.
_UNQUOTED = (Kind.PERSONAL_ID, Kind.OLD_ID, Kind.INSURANCE, Kind.PHONE)


def not_in_register(births: pl.DataFrame, side: str) -> pl.DataFrame:
    """Births that are to be added: `sheet`, `row`, `birth_cert_no`, `book_no`."""
    number, book = pl.col("birth_cert_no"), pl.col("book_no")
    where = (
        pl.when(number.is_not_null() & book.is_not_null()).then(pl.format(" (số {}, quyển {})", number, book))
        .when(number.is_not_null()).then(pl.format(" (số {})", number))
        .otherwise(pl.lit(""))
    )  # fmt: skip
    message = pl.format("Trẻ có trong sổ khai sinh{} nhưng chưa có trên phần mềm.", where)
    return finding(births, "civil_not_in_register", side, message=message)


def unregistered(rows: pl.DataFrame, on: date, side: str) -> pl.DataFrame:
    """Children without a sign of a registration after 60 days: `sheet`, `row`, `birth_date`."""
    message = pl.format(
        "Trẻ sinh {}, đến ngày {} đã quá 60 ngày mà chưa tìm thấy đăng ký khai sinh tại xã.",
        shown(pl.col("birth_date"), Kind.DATE), pl.lit(f"{on:%d/%m/%Y}"),
    )  # fmt: skip
    return finding(rows, "civil_unregistered_60", side, message=message, field="birth_date", value="birth_date")


def civil_differences(told: pl.DataFrame, register: Register, side: str, source: str) -> pl.DataFrame:
    """Facts that the books tell otherwise.

    Args:
        told: `sheet`, `row` (of the register), `other_sheet`, `other_row`, `field`, `ours`, `theirs`, and `prevails`:
            whether the other source prevails (null: neither does).
        register: whose rows they are.
        side: of the register.
        source: what the other list is called: “sổ khai sinh”.
    """
    ours, theirs = _printed(pl.col("ours"), register), _printed(pl.col("theirs"), register)
    label = pl.col("field").replace({field.name: field.label for field in register.fields})
    kinds = {field.name: field.kind for field in register.fields}
    unquoted = pl.col("field").is_in([name for name, kind in kinds.items() if kind in _UNQUOTED])
    here, there = f"trong sổ {register.label}", source
    said = (
        pl.when(pl.col("ours").is_null() & unquoted).then(pl.format("{} " + f"{here} để trống, {there} có ghi", label))
        .when(pl.col("ours").is_null()).then(pl.format("{} " + f"{here} để trống, {there} ghi “{{}}”", label, theirs))
        .when(unquoted).then(pl.format("{} " + f"{here} khác với {there}", label))
        .otherwise(pl.format("{} " + f"{here} ghi “{{}}”, {there} ghi “{{}}”", label, ours, theirs))
    )  # fmt: skip
    prevailing = (
        pl.when(pl.col("prevails")).then(pl.lit(f"; {there} là căn cứ ưu tiên."))
        .when(~pl.col("prevails")).then(pl.lit(f"; sổ {register.label} là căn cứ ưu tiên."))
        .otherwise(pl.lit("."))
    )  # fmt: skip
    suggestion = pl.when(pl.col("prevails")).then("theirs").alias("suggestion")
    rows = told.with_columns(suggestion, message=pl.concat_str(said, prevailing))
    return finding(rows, "civil_difference", side, field="field", value="ours", message=pl.col("message"))


def finding(
    rows: pl.DataFrame, code: str, side: str, *, message: pl.Expr, field: str | None = None, value: str | None = None
) -> pl.DataFrame:
    """Findings of a code.

    Args:
        rows: `sheet`, `row`, and as far as they have them `suggestion`, `other_sheet`, `other_row`.
        code: of `CODES`.
        side: `left` or `right`: in which list the rows stand.
        message: the sentence.
        field: the column that names the field, or the field itself; None: the row as a whole.
        value: the column that holds what stands there.
    """
    known = CODES[code]
    have = set(rows.columns)
    facts = {
        "side": pl.lit(side),
        "field": pl.col(field) if field in have and field == "field" else pl.lit(field),
        "rule": pl.lit(code),
        "group": pl.lit(known.group.value),
        "severity": pl.lit(known.severity.value),
        "value": pl.col(value) if value else pl.lit(None),
        "message": message,
    }
    columns = [
        facts.get(name, pl.col(name) if name in have else pl.lit(None)).cast(kind).alias(name)
        for name, kind in SCHEMA.items()
    ]
    return rows.select(columns)


def _printed(text: pl.Expr, register: Register) -> pl.Expr:
    """Values of several fields as sentences print them; `field` names the field of each."""
    printed = text
    for kind in sorted({field.kind for field in register.fields}):
        of_kind = [field.name for field in register.fields if field.kind is kind]
        printed = pl.when(pl.col("field").is_in(of_kind)).then(shown(text, kind)).otherwise(printed)
    return quoted(printed)
