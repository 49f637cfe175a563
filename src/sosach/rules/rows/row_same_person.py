"""One person stands in two rows, perhaps in another hamlet and with one slip in the name.

Never twins: they share parents, day and sex, and their names may be one letter apart, but each has a number and a
birth certificate of its own. So with a slip in the name there must be more: the rows stand in different hamlets or
households, or have the same certificate or card, or the slip shows by itself, one of the two being no name. Two
numbers that differ are two people, unless the names are the same to the letter: no parents name two children alike.

The same person on two lines for different benefits is no duplicate (Decree 20/2021/NĐ-CP, Art. 6(2)), nor is a carer
who is paid for two people.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import identity
from sosach.rules.care import paid_to_carer
from sosach.rules.identity import PARENTS, RELATIVES, differ, plain, relative_same, same
from sosach.rules.rule import OTHER, Variant, rule

_HAMLET = plain("hamlet__key")
_PAPERS = (plain("birth_cert_no"), plain("health_insurance_no"))

_SAME_NAME = same(identity.own_name)
_SLIP = identity.one_slip_apart(identity.own_name)
_SAME_NUMBER = same(identity.number)
_SAME_DAY = same(identity.full_date)
_SAME_RELATIVE = pl.any_horizontal(relative_same(who) for who in RELATIVES) & ~identity.parents_differ()

_TWO_NUMBERS = differ(identity.number)
_TWO_PAPERS = pl.any_horizontal(differ(paper) for paper in _PAPERS)
_TWO_LINES = differ(plain("category")) | (paid_to_carer() & differ(plain("decision_no")))
_TWO_SEXES = differ(plain("sex"))

# The first of January often stands for a day that nobody knew, so that alone it proves little.
_KNOWN_DAY = _SAME_DAY & ~pl.col("birth_date").str.ends_with("-01-01")

_BY_NUMBER = _SAME_NUMBER & (~identity.dates_differ() | _SAME_RELATIVE)
_BY_FAMILY = _SAME_DAY & _SAME_RELATIVE
_BY_HAMLET = _KNOWN_DAY & same(_HAMLET) & ~identity.parents_differ() & ~_TWO_SEXES & ~_TWO_NUMBERS & ~_TWO_PAPERS

# Twins share hamlet and household, and differ by a letter only where both are names.
_NO_TWINS = differ(_HAMLET) | differ(plain("household_code")) | identity.slip_shows(identity.own_name)
_WITH_A_SLIP = (_SLIP & _SAME_DAY & ~_TWO_SEXES & _NO_TWINS) & (
    _SAME_NUMBER | (_SAME_RELATIVE & ~_TWO_NUMBERS & ~_TWO_PAPERS)
)

_BOTH_PARENTS = pl.all_horizontal(relative_same(who) for who in PARENTS)
_ALIKE = identity.joined(
    pl.when(_SAME_NAME).then(pl.lit("họ tên")),
    pl.when(same(plain("birth_date"))).then(pl.lit("ngày sinh")),
    pl.when(same(plain("sex"))).then(pl.lit("giới tính")),
    pl.when(_SAME_NUMBER).then(pl.lit("số định danh")),
    pl.when(_BOTH_PARENTS)
    .then(pl.lit("cha mẹ"))
    .when(relative_same("mother"))
    .then(pl.lit("mẹ"))
    .when(relative_same("father"))
    .then(pl.lit("cha"))
    .when(relative_same("guardian"))
    .then(pl.lit("người giám hộ")),
    pl.when(same(_HAMLET)).then(pl.lit("thôn")),
)

RULE = rule(
    __name__,
    label="Một người hai dòng",
    severity=Severity.ERROR,
    group=Group.DUPLICATE,
    field=None,
    broken=((_SAME_NAME & (_BY_NUMBER | _BY_FAMILY | _BY_HAMLET)) | _WITH_A_SLIP) & ~_TWO_LINES,
    variants=(
        Variant(
            when=_SLIP,
            message=(
                "Dòng này và {other_at} giống nhau về {alike}, họ tên chỉ khác một chỗ viết (“{full_name}” và "
                "“{other_name}”), nên là một người ghi hai lần."
            ),
        ),
        Variant(
            when=identity.dates_differ(),
            message=(
                "Dòng này và {other_at} giống nhau về {alike}, chỉ ghi khác ngày sinh, nên là một người ghi hai lần."
            ),
        ),
        Variant(message="Dòng này và {other_at} giống nhau về {alike}, nên là một người ghi hai lần."),
    ),
    next_step="So sánh rồi gộp.",
    needs=("full_name", "birth_date"),
    optional=(
        *identity.OPTIONAL,
        "hamlet__key",
        "household_code",
        "birth_cert_no",
        "health_insurance_no",
        "category",
        "decision_no",
    ),
    together=(
        (pl.col("full_name__letters"), identity.full_date(""), pl.col("hamlet__key").fill_null("")),
        (identity.number(""),),
        *((identity.full_date(""), pl.col(f"{who}_personal_id")) for who in PARENTS),
        *(
            (identity.full_date(""), identity.named(f"{who}_name")(""), pl.col(f"full_name__{part}"))
            for who in RELATIVES
            for part in ("but_last", "last")
        ),
    ),
    facts=identity.compared("full_name", *(f"{who}_name" for who in RELATIVES)) | identity.name_parts(),
    words={"alike": _ALIKE, "other_name": pl.col(f"full_name{OTHER}")},
    reason=(
        "Mỗi người là một hồ sơ. Hai dòng được coi là một người khi họ tên, ngày sinh, giới tính cùng khớp với cha "
        "mẹ hoặc số định danh, kể cả khi họ tên lệch một chữ hay một dấu. Trẻ sinh đôi có số định danh, giấy khai "
        "sinh riêng nên không bị gộp; một người hưởng hai chế độ theo luật cũng không."
    ),
)
