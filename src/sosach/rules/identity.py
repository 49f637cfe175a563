"""What tells that two rows speak of one person, and what tells that they speak of two.

Rows are laid side by side, the other row's columns carrying a suffix. A fact is a function of that suffix. Sameness
and difference are always answered true or false: what one of the rows does not know is neither.
"""

from collections.abc import Callable

import polars as pl

from sosach.ids import personal_id
from sosach.people import name_slip
from sosach.rules.rule import OTHER, Asked
from sosach.text.tones import tone_placed

Fact = Callable[[str], pl.Expr]

PARENTS = ("mother", "father")
RELATIVES = (*PARENTS, "guardian")

# The columns that these facts look at beside name and birth date; a file may lack any of them.
OPTIONAL = (
    "full_name__suggestion",
    "sex",
    "personal_id",
    "personal_id__digits",
    *(f"{who}_name" for who in RELATIVES),
    *(f"{who}_name__suggestion" for who in RELATIVES),
    *(f"{who}_birth_year" for who in PARENTS),
    *(f"{who}_personal_id" for who in RELATIVES),
)


def plain(column: str) -> Fact:
    """The column as it stands."""
    return lambda suffix: pl.col(f"{column}{suffix}")


def named(field: str) -> Fact:
    """A name as it is compared; the rule declares it among its `facts` (`compared`)."""
    return lambda suffix: pl.col(f"{field}__compared{suffix}")


def own_name(suffix: str) -> pl.Expr:
    """The person's name as it is compared; null where a placeholder stands (“Bé gái” is anybody's)."""
    return pl.col(f"full_name__compared{suffix}")


def compared(*fields: str) -> dict[str, Asked]:
    """The cleaned names of a row as they are compared: every tone in one place. Cleaning has seen to the rest."""
    return {f"{field}__compared": tone_placed(_said(field)) for field in fields}


def name_parts() -> dict[str, Asked]:
    """Parts of a person's bare name, of which two names one slip apart share at least one."""
    whole = pl.col("full_name__bare")
    return {
        "full_name__bare": name_slip.bare(_said("full_name")),
        "full_name__letters": name_slip.letters(whole),
        "full_name__but_last": name_slip.but_last(whole),
        "full_name__last": name_slip.last(whole),
    }


def _said(field: str) -> pl.Expr:
    name = _name(field, "")
    return name if field != "full_name" else pl.when(pl.col("full_name__state") != "placeholder").then(name)


def _name(field: str, suffix: str) -> pl.Expr:
    """The name without a remark or digit that stood beside it."""
    return pl.coalesce(f"{field}__suggestion{suffix}", f"{field}{suffix}")


def number(suffix: str) -> pl.Expr:
    """The twelve digits; where zeros were lost, with them."""
    whole = personal_id.padded(pl.col(f"personal_id__digits{suffix}"))
    return pl.coalesce(pl.col(f"personal_id{suffix}"), whole)


def full_date(suffix: str) -> pl.Expr:
    """The birth date where it has its day."""
    date = pl.col(f"birth_date{suffix}")
    return pl.when(date.str.len_chars() == 10).then(date)


def same(fact: Fact) -> pl.Expr:
    """Whether both rows know the fact and agree."""
    return (fact("") == fact(OTHER)).fill_null(value=False)


def differ(fact: Fact) -> pl.Expr:
    """Whether both rows know the fact and disagree."""
    return (fact("") != fact(OTHER)).fill_null(value=False)


def one_slip_apart(fact: Fact) -> pl.Expr:
    """Whether two names differ by one slip of the hand or ear."""
    return name_slip.one_slip(fact(""), fact(OTHER)).fill_null(value=False)


def slip_shows(fact: Fact) -> pl.Expr:
    """Whether that slip cannot well be the difference between the names of twins."""
    return name_slip.slip_shows(fact(""), fact(OTHER)).fill_null(value=False)


def dates_differ() -> pl.Expr:
    """Whether the birth dates disagree as far as both go: 1950 and 1950-05-01 do not."""
    one, other = pl.col("birth_date"), pl.col(f"birth_date{OTHER}")
    return ~(one.str.starts_with(other) | other.str.starts_with(one)).fill_null(value=True)


def relative_same(who: str) -> pl.Expr:
    """Whether both rows name the same father, mother or guardian."""
    names = same(named(f"{who}_name"))
    if who not in PARENTS:
        return names
    return (names & ~differ(plain(f"{who}_birth_year"))) | same(plain(f"{who}_personal_id"))


def parents_differ() -> pl.Expr:
    """Whether the rows name fathers or mothers whose names are more than a slip apart."""
    clashes = [
        differ(named(f"{who}_name")) & ~one_slip_apart(named(f"{who}_name")) & ~same(plain(f"{who}_personal_id"))
        for who in PARENTS
    ]
    return pl.any_horizontal(clashes)


def joined(*facts: pl.Expr) -> pl.Expr:
    """What agrees, as people say it: facts that hold give a word each, the others null (“họ tên, ngày sinh và mẹ”)."""
    words = pl.concat_list(facts).list.drop_nulls()
    several = words.list.len() > 1
    before, last = words.list.head(words.list.len() - 1).list.join(", "), words.list.last()
    return pl.when(several).then(pl.format("{} và {}", before, last)).otherwise(last)
