"""What is said about single rows of a form that were not taken in; no names, no numbers of persons."""

from collections.abc import Iterator, Sequence

from sosach.campaign.returned import ALTERED, Returned, Standing, Verdict
from sosach.findings.notices import Notice, notice
from sosach.forms.form import Form, ReturnedRow

_QUOTED = 40  # letters of what stands in the place of a code
_MOST_COLUMNS = 3


def row_notices(returned: Returned, rows: Sequence[ReturnedRow], form: Form, file: str) -> Iterator[Notice]:
    """A sentence for every row that stands outside, was altered, or contradicts another one, in the order of the file.

    Args:
        returned: what the rows are worth.
        rows: as they were read.
        form: that was sent.
        file: bare name.
    """
    second = {places[1]: places[0] for places in returned.two_answers.values()}
    for standing in returned.rows:
        row = rows[standing.place]
        if standing.verdict in ALTERED:
            yield notice("form_row_altered", file=file, row=row.row, column=_columns(standing, form))
        elif standing.verdict is Verdict.OTHER_BATCH:
            yield notice("form_row_batch", file=file, row=row.row, batch=standing.batch)
        elif standing.verdict is Verdict.INVENTED or (standing.verdict is Verdict.NO_CODE and row.code):
            yield notice("police_row_code", file=file, row=row.row, value=row.code[:_QUOTED])
        elif standing.verdict is Verdict.NO_CODE and standing.like is not None:
            yield notice("form_row_like", file=file, row=row.row, number=standing.like)
        elif standing.verdict is Verdict.NO_CODE:
            yield notice("form_row_added", file=file, row=row.row)
        elif standing.place in second:
            first = rows[second[standing.place]]
            yield notice("police_two_answers", file=file, row=first.row, other_row=row.row)


def _columns(standing: Standing, form: Form) -> str:
    """The columns that are not as they were sent; of a row out of step all of them."""
    if standing.verdict is not Verdict.ALTERED:
        return "các cột đã gửi"
    named = [f"“{form.facts[fact].heading}”" for fact in standing.differs[:_MOST_COLUMNS]]
    more = ["…"] if len(standing.differs) > _MOST_COLUMNS else []
    return f"cột {', '.join([*named, *more])}"
