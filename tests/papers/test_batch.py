"""A list at the police."""

from datetime import date

from sosach.forms.police import Result
from sosach.papers.batch import Row, SentList, figures_of

DUE = date(2026, 6, 17)


def sent(*answers: tuple[date, Result | None] | None) -> SentList:
    """A list with these answers."""
    rows = tuple(Row(number, "", *(answer or (None, None))) for number, answer in enumerate(answers, 1))
    return SentList("TE-01", date(2026, 6, 11), DUE, rows)


def test_days_late_are_whole_days_from_the_due_day_to_the_cut_off():
    assert figures_of(sent((DUE, Result.MATCHES), None), date(2026, 6, 18))["days_late"] == 1
    assert figures_of(sent((DUE, Result.MATCHES), None), DUE)["days_late"] == 0


def test_a_complete_list_is_not_late_any_more_but_says_how_late_it_was():
    told = figures_of(sent((DUE, Result.MATCHES), (date(2026, 6, 22), Result.OTHER)), date(2026, 7, 31))
    assert (told["days_late"], told["days_late_at_end"], told["complete_on"]) == (0, 5, "2026-06-22")


def test_an_answer_that_names_none_of_the_seven_counts_as_other():
    told = figures_of(sent((DUE, None)), DUE)
    assert told["answered"] == told["results"]["other"] == 1
