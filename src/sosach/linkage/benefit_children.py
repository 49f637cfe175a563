"""Children who draw assistance stand in two registers, which must agree: who is missing in one, what they say apart.

Decree 20/2021/NĐ-CP, Art. 5(1) (children without anybody to provide for them) and 5(6) (severe and very severe
disability); Law on Children 102/2016/QH13, Art. 10(1)(a)-(d), with Decree 56/2017/NĐ-CP, Art. 3-6. Other groups are
left alone, those above all whose name tells of a disease.
"""

from datetime import date

import polars as pl

from sosach.dates.age import sixteen_on
from sosach.dates.partial import low
from sosach.findings.wording import shown
from sosach.linkage.link_findings import finding
from sosach.refdata.circumstances import circumstances
from sosach.registers.field import Kind

_WITHOUT_SUPPORT, _DISABLED = "5.1", "5.6"
_ALONE = ("a", "b", "c")  # orphans, foundlings, children without anybody to rely on
_DISABILITY = "d"
_MILD = "d.3"  # draws nothing
_NO_DRAW = ("suspended", "stopped")
_GONE = ("moved", "deceased")


def told_apart(pairs: pl.DataFrame, side: str) -> pl.DataFrame:
    """Children whose two records contradict each other.

    Args:
        pairs: `sheet`, `row`, `special_circumstance`, `special_circumstance__state` and `status` of the child, and of
            the beneficiary `other_sheet`, `other_row`, `category`, `benefit_status`.
        side: of the register of children.
    """
    drawing = ~pl.col("benefit_status").is_in(_NO_DRAW).fill_null(value=False)
    group = pl.col("special_circumstance").str.split(".").list.first()
    needs = (
        pl.when(_is(_WITHOUT_SUPPORT)).then(~group.is_in(_ALONE))
        .when(_is(_DISABLED)).then(group != _DISABILITY)
    ).fill_null(value=False)  # fmt: skip
    read = pl.col("special_circumstance__state").ne_missing("unreadable")
    unnamed = pl.col("special_circumstance").is_null() & read & (_is(_WITHOUT_SUPPORT) | _is(_DISABLED))
    gone = pl.col("status").is_in(_GONE).fill_null(value=False)
    benefit = shown(pl.col("category"), Kind.CATEGORY)
    message = (
        pl.when(gone & drawing).then(pl.format(
            "Sổ trẻ em ghi {}, trong khi sổ bảo trợ ghi đang hưởng trợ cấp.", shown(pl.col("status"), Kind.STATUS)))
        .when(unnamed).then(pl.format(
            "Người này có trong sổ bảo trợ với “{}”, trong khi sổ trẻ em chưa ghi hoàn cảnh đặc biệt.", benefit))
        .when(needs).then(pl.format(
            "Người này có trong sổ bảo trợ với “{}”, trong khi sổ trẻ em ghi hoàn cảnh khác.", benefit))
    )  # fmt: skip
    told = pairs.with_columns(message=message).drop_nulls("message")
    return finding(told, "cross_register", side, field="special_circumstance", message=pl.col("message"))


def not_among_children(rows: pl.DataFrame, on: date, side: str) -> pl.DataFrame:
    """Beneficiaries under sixteen who are not in the register of children.

    Args:
        rows: `sheet`, `row`, `birth_date`, `benefit_status`.
        on: the reference day.
        side: of the register of beneficiaries.
    """
    born = low(pl.col("birth_date"))
    found = rows.filter(
        (sixteen_on(born) > on) & (born <= on) & ~pl.col("benefit_status").is_in(("stopped",)).fill_null(value=False)
    )
    message = pl.lit("Trẻ dưới 16 tuổi có trong sổ bảo trợ nhưng chưa tìm thấy trong sổ trẻ em.")
    return finding(found, "cross_register", side, message=message)


def not_among_beneficiaries(rows: pl.DataFrame, side: str) -> pl.DataFrame:
    """Children whose circumstance may entitle them, and who are not in the register of beneficiaries.

    Args:
        rows: `sheet`, `row`, `special_circumstance`, `status`.
        side: of the register of children.
    """
    circumstance = pl.col("special_circumstance")
    group = circumstance.str.split(".").list.first()
    asked = (group.is_in(_ALONE) | (group == _DISABILITY)) & (circumstance != _MILD)
    staying = ~pl.col("status").is_in(_GONE).fill_null(value=False)
    labels = {key: found.label for key, found in circumstances().items() if not found.sensitive}
    message = pl.format(
        "Sổ trẻ em ghi “{}” nhưng chưa tìm thấy trong sổ bảo trợ; cần xem có thuộc diện hưởng trợ cấp không.",
        circumstance.replace(labels),
    )
    found = rows.filter(asked.fill_null(value=False) & staying)
    return finding(found, "cross_register", side, field="special_circumstance", message=message)


def _is(category: str) -> pl.Expr:
    return (pl.col("category") == category) | pl.col("category").str.starts_with(f"{category}.")
