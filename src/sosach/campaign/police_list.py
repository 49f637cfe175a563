"""The rows of a batch for the police: each person's facts as they are printed, and the code that seals them.

Nothing goes along that the police do not need: no category, poverty, disability or telephone. A blank father is printed
as a blank (`papers`: never “không có”).
"""

from collections.abc import Iterable, Sequence

import polars as pl

from sosach.campaign.row_code import make
from sosach.findings.wording import shown
from sosach.forms.form import SentRow
from sosach.forms.police import POLICE_LIST
from sosach.registers.field import Kind

_KINDS = {"birth_date": Kind.DATE, "sex": Kind.SEX, "ethnicity": Kind.ETHNICITY}
_MOST_LABELS = 2
_SEPARATOR = "; "

# Columns that `sealed_rows` asks for.
FACTS = tuple(column.key for column in POLICE_LIST.facts)


def sealed_rows(people: pl.DataFrame, batch: str, key: bytes) -> tuple[SentRow, ...]:
    """The rows to send, in the order of the frame.

    Args:
        people: a row per person, with `full_name`, `birth_date`, `sex`, `ethnicity` (cleaned values), `personal_id`
            (what stands there, see `number_shown`), `father_name`, `mother_name`, `hamlet` and `to_verify`; null where
            empty.
        batch: “TE-02”.
        key: of the home.
    """
    printed = people.select(_printed(name) for name in FACTS)
    return tuple(
        SentRow(number, make(key, batch, number, facts), facts) for number, facts in enumerate(printed.iter_rows(), 1)
    )


def number_shown(value: pl.Expr, source: pl.Expr) -> pl.Expr:
    """The number as it stands in the register: cleaned where it is one, else as written if it has any digit.

    Args:
        value: twelve digits or null.
        source: what the cell shows.
    """
    return pl.coalesce(value, pl.when(source.str.contains(r"[1-9]")).then(source))


def to_verify(labels: Iterable[str]) -> str:
    """What is asked of the police in one cell: two labels at most.

    >>> to_verify(["Thiếu số định danh", "Thiếu ngày sinh", "Khác thôn"])
    'Thiếu số định danh; Thiếu ngày sinh; …'
    """
    found: Sequence[str] = list(dict.fromkeys(labels))
    more = ["…"] if len(found) > _MOST_LABELS else []
    return _SEPARATOR.join([*found[:_MOST_LABELS], *more])


def _printed(name: str) -> pl.Expr:
    value = pl.col(name).cast(pl.String)
    if name not in _KINDS:
        return value.fill_null("")
    words = shown(value, _KINDS[name])
    if name == "sex":
        words = words.str.slice(0, 1).str.to_uppercase() + words.str.slice(1)
    return words.fill_null("").alias(name)
