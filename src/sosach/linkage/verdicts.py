"""What is said of a pair: `same`, `review` or `twins`, and on what ground when it is not plain.

Twins share parents, day and household; sisters and brothers share parents. What agrees because it is one family never
makes two children one: their names must be alike, and where both may be names of children something else must show
that it is one child.
"""

import polars as pl

from sosach.linkage.birth_dates import CLOSE
from sosach.linkage.names import ALIKE, MAY_BE_TWO

# Evidence from which one person is certain enough to be called the same (p = 0.98), and from which people should look.
SAME, REVIEW = 5.6, -2.0

RIVAL = 1.0  # bits by which another person must be behind, or it is open who is meant

TWINS = 3  # days at most between the births of twins: one may be born after midnight
TWO_BIRTHS = 240  # days at least between two births of one mother, premature ones included

VERDICT = pl.Enum(["same", "review", "twins"])

# Why a pair is not plainly the same; null where it is.
GROUND = pl.Enum(
    [
        "decided",  # people have decided
        "twins",  # of one family, born together, two names
        "number",  # one number, and otherwise two persons
        "newborn",  # one has no name yet, and the other may be its twin
        "too_close",  # two births of one mother within eight months
        "names",  # everything agrees but the name
        "parents",  # alike, with another mother or father
        "dates",  # alike, with two birth dates
        "sex",  # alike, of two sexes
        "two_numbers",  # alike, with two numbers or certificates
        "rival",  # somebody else is as near
        "evidence",  # too little is known
        "contradiction",  # alike, but at odds with a third row that is the same as one of them
    ]
)


def alike(fact: str) -> pl.Expr:
    """Whether both know the name, and the two may be one."""
    return pl.col(fact).is_in(ALIKE).fill_null(value=False)


def unlike(fact: str) -> pl.Expr:
    """Whether both know the name, and the two can hardly be one."""
    return (~pl.col(fact).is_in(ALIKE)).fill_null(value=False)


def is_any(fact: str, *levels: str) -> pl.Expr:
    """Whether the fact was compared and is at one of these levels."""
    return pl.col(fact).is_in(levels).fill_null(value=False)


def relative_alike(who: str) -> pl.Expr:
    """Whether the relative is one by name or number."""
    return alike(who) | is_any(f"{who}_number", "same", "zeros")


def relative_unlike(who: str) -> pl.Expr:
    """Whether two different relatives are named."""
    return unlike(who) & ~is_any(f"{who}_number", "same", "zeros")


ONE_NUMBER = is_any("number", "same", "zeros")
ONE_PAPER = ONE_NUMBER | pl.any_horizontal(is_any(fact, "same") for fact in ("certificate", "insurance", "old_number"))
TWO_PAPERS = is_any("number", "other", "next") | is_any("certificate", "other")
PARENTS_UNLIKE = relative_unlike("mother") | relative_unlike("father")
BOTH_PARENTS_UNLIKE = relative_unlike("mother") & relative_unlike("father")
CLOSE_DATES = is_any("birth_date", *CLOSE)
TWO_DATES = ~is_any("birth_date", "same", "partial") & pl.col("birth_date").is_not_null()


def ground_of_link() -> pl.Expr:
    """Why a linked pair of two registers must be looked at; null where it is the same person.

    Of the frame: levels, `evidence`, `contested` (whether somebody else is as near).
    """
    found_again = is_any("birth_date", "same") & relative_alike("mother") & ~is_any("sex", "other")
    ground = (
        pl.when(ONE_NUMBER & unlike("name")).then(pl.lit("number"))
        .when(unlike("name")).then(pl.lit("names"))
        .when(pl.col("name").is_null() & ~found_again).then(pl.lit("newborn"))
        .when("contested").then(pl.lit("rival"))
        .when(is_any("birth_date", "other") & ~ONE_NUMBER).then(pl.lit("dates"))
        .when(BOTH_PARENTS_UNLIKE & ~ONE_PAPER).then(pl.lit("parents"))
        .when(is_any("name", *MAY_BE_TWO) & TWO_PAPERS).then(pl.lit("two_numbers"))
        .when(pl.col("evidence") < SAME).then(pl.lit("evidence"))
    )  # fmt: skip
    return ground.cast(GROUND)


def is_likely() -> pl.Expr:
    """Whether a pair of two registers is worth a link: by its evidence, by one number, or as only the name differs."""
    renamed = (
        is_any("birth_date", "same") & relative_alike("mother") & ~relative_unlike("father") & ~is_any("sex", "other")
    )
    return (pl.col("evidence") > REVIEW) | ONE_NUMBER | renamed


def ground_of_duplicate() -> pl.Expr:
    """Why a pair within a register is no plain duplicate; null where it is one, or nothing at all (`is_concern`).

    Of the frame: levels, `evidence`, `days` between the births (null where a day is unknown), `shows` (whether the
    difference of the names can hardly be that of two children's names).
    """
    family = pl.any_horizontal(relative_alike(who) for who in ("mother", "father", "guardian")) | is_any(
        "household", "same"
    )
    together = (pl.col("days") <= TWINS).fill_null(value=False) & family & ~PARENTS_UNLIKE
    one_day = is_any("birth_date", "same")
    elsewhere = is_any("place", "hamlets", "other") | is_any("household", "other")
    may_be_two = ~pl.col("shows") & ~ONE_PAPER & (TWO_PAPERS | ~elsewhere)
    two_names = unlike("name") | (alike("name") & may_be_two & (one_day | TWO_PAPERS))
    ground = (
        pl.when(two_names & together & ~ONE_PAPER).then(pl.lit("twins"))
        .when(ONE_NUMBER & _strangers()).then(pl.lit("number"))
        .when(pl.col("name").is_null()).then(pl.lit("newborn"))
        .when(unlike("name") & _too_close()).then(pl.lit("too_close"))
        .when(unlike("name")).then(pl.lit("names"))
        .when(PARENTS_UNLIKE & ~ONE_PAPER).then(pl.lit("parents"))
        .when(TWO_DATES & ~ONE_NUMBER).then(pl.lit("dates"))
        .when(is_any("sex", "other") & ~ONE_PAPER).then(pl.lit("sex"))
        .when(TWO_PAPERS).then(pl.lit("two_numbers"))
        .when(may_be_two).then(pl.lit("names"))
        .when(pl.col("evidence") < SAME).then(pl.lit("evidence"))
    )  # fmt: skip
    return ground.cast(GROUND)


def is_concern() -> pl.Expr:
    """Whether a pair within a register, with its `ground`, concerns anybody: most are plainly two persons.

    A person who draws two benefits stands in two rows by law (Decree 20/2021/NĐ-CP, Art. 6(2)), and is no duplicate.
    """
    ground, likely = pl.col("ground"), pl.col("evidence") >= REVIEW
    mother = relative_alike("mother")
    exact = is_any("name", "same", "unmarked", "typing")
    near = CLOSE_DATES | (exact & is_any("birth_date", "year", "years"))
    return (
        pl.when(ground.is_in(["twins", "number", "too_close"])).then(pl.lit(value=True))
        .when(is_any("benefit", "other")).then(pl.lit(value=False))
        .when(ONE_NUMBER).then(pl.lit(value=True))
        .when(ground == "newborn").then(is_any("birth_date", "same") & mother & ~is_any("sex", "other") & likely)
        .when(ground == "names").then(likely & (ONE_PAPER | alike("name")))
        .when(ground == "dates").then((mother & near) | (likely & exact))
        .when(ground == "parents").then(~BOTH_PARENTS_UNLIKE & likely)
        .when(ground == "evidence").then(_beside_name() & likely)
        .otherwise(likely)
    )  # fmt: skip


def _beside_name() -> pl.Expr:
    """Whether anything agrees but the name."""
    relative = pl.any_horizontal(relative_alike(who) for who in ("mother", "father", "guardian"))
    return CLOSE_DATES | relative | ONE_PAPER | is_any("place", "hamlet") | is_any("household", "same")


def _strangers() -> pl.Expr:
    """Whether two rows look like two persons, numbers apart."""
    nothing_else = pl.col("name").is_null() & ~is_any("birth_date", "same", "partial")
    return unlike("name") | nothing_else | BOTH_PARENTS_UNLIKE | (TWO_DATES & ~CLOSE_DATES)


def _too_close() -> pl.Expr:
    """Two births of one mother, too far apart for twins and too near for two births.

    A mother's name alone is shared by too many: her number, the same father or the same household must come to it.
    """
    by_name = (
        is_any("mother", "same")
        & (is_any("father", "same") | is_any("household", "same"))
        & ~is_any("mother_year", "near", "other")
        & ~is_any("mother_number", "other", "next", "digit")
    )
    between = (pl.col("days") > TWINS) & (pl.col("days") < TWO_BIRTHS)
    return (by_name | is_any("mother_number", "same")) & between.fill_null(value=False)
