"""Which days are worked: public holidays, days off in exchange, Saturdays worked instead.

Labour Code 45/2019/QH14, Art. 112. Tết and the second day of the National Day follow a decision of each year, so later
years are a forecast; what is decided later is entered in `tables/swapped_days.csv`.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from sosach.refdata._table import table

_SATURDAY = 5


@cache
def days_off() -> Mapping[date, str]:
    """Days off besides weekends, with their names; days swapped by decision among them."""
    listed = {date.fromisoformat(r["day"]): r["name"] for r in table("public_holidays").records() if r["kind"] == "off"}
    swapped = {
        date.fromisoformat(r["off"]): f"Nghỉ hoán đổi ({r['decision']})" for r in table("swapped_days").records()
    }
    return MappingProxyType(listed | swapped)


@cache
def weekend_work() -> frozenset[date]:
    """Saturdays and Sundays that are worked in exchange for a day off."""
    listed = {date.fromisoformat(r["day"]) for r in table("public_holidays").records() if r["kind"] == "work"}
    return frozenset(listed | {date.fromisoformat(r["work"]) for r in table("swapped_days").records()})


@cache
def known_years() -> range:
    """The years of which the holidays are known."""
    head = table("public_holidays").head
    return range(date.fromisoformat(head["valid from"]).year, date.fromisoformat(head["valid to"]).year + 1)


def is_forecast(year: int) -> bool:
    """Whether the holidays of a year are computed: the decision on Tết and the National Day was not known yet."""
    return year > date.fromisoformat(table("public_holidays").head["as of"]).year


def is_working_day(day: date) -> bool:
    """Whether offices work on that day.

    Raises:
        LookupError: the holidays of that year are not known.
    """
    if day.year not in known_years():
        raise LookupError(f"public holidays of {day.year} are not known")
    if day in weekend_work():
        return True
    return day.weekday() < _SATURDAY and day not in days_off()
