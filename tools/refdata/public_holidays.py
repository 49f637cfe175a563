"""Makes the table of days off from the package `holidays`, for the years that the program knows."""

from importlib.metadata import version

import holidays
from sheet import Sheet, sheet

_FIRST, _LAST = 2025, 2030


def tables() -> list[Sheet]:
    """The table of days off and of Saturdays worked in exchange."""
    known = holidays.country_holidays("VN", years=range(_FIRST, _LAST + 1), language="vi")
    off = [(day.isoformat(), name, "off") for day, name in known.items()]
    worked = [(day.isoformat(), "Làm bù", "work") for day in known.weekend_workdays if _FIRST <= day.year <= _LAST]
    head = {
        "source": f"package holidays {version('holidays')}, Vietnam (Labour Code 45/2019/QH14 Art. 112; decisions)",
        "licence": "MIT",
        "as of": "2026-11-01",
        "valid from": f"{_FIRST}-01-01",
        "valid to": f"{_LAST}-12-31",
        "made by": "tools/refdata/public_holidays.py",
        "note": "Tết and the second day of the National Day follow a yearly decision; years ahead are computed",
    }
    return [sheet("public_holidays", head, "day name kind", sorted(off + worked))]
