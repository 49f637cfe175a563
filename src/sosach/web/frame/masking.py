"""Numbers of persons on pages: first three and last two digits; the rest is shown when asked for, which is logged."""

_DOT = "•"
_SHORTEST = 8  # shorter ones show nothing of themselves


def masked(number: str | None) -> str:
    """A number with its middle hidden; empty for none."""
    if not number:
        return ""
    if len(number) < _SHORTEST:
        return _DOT * len(number)
    return f"{number[:3]}{_DOT * (len(number) - 5)}{number[-2:]}"
