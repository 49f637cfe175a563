"""The frozen figures of a report, `figures.json`: one object, closed by the SHA-256 of everything else in it.

The hash is taken over canonical JSON (keys sorted, no spaces, UTF-8), so that spaces and order do not matter and a
single changed figure does. It proves that nothing was altered on the way, not who sent it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sosach.papers.sums import broken, totals
from sosach.registers.catalogue import registers

FORMAT = 1
NAME = "figures.json"

_STAYS = ("hamlets", "categories")  # breakdowns that stay with the commune


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the figures are of."""

    kind: str  # weekly, monthly, final, adhoc
    number: str  # “TE-2026-25”; later versions “TE-2026-25-2”
    unit_code: str
    unit: str  # “xã Hòa Mẫu”
    province: str
    first_day: date
    cut_off: date  # the figures close at 17:00 of this day
    chain_head: str  # of the log at the cut-off
    version: int = 1  # the first, or which correction of it
    correction: Mapping[str, Any] | None = None  # number, why and changes, where an earlier report is corrected


def freeze(head: Head, figures: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The figures of a report, closed.

    Args:
        head: what they are of.
        figures: by register.

    Raises:
        ValueError: a sum does not hold.
    """
    faults = [f"{name}: {fault}" for name, told in figures.items() for fault in broken(told)]
    if faults:
        raise ValueError("; ".join(faults))
    return closed(
        {
            "format": FORMAT,
            "kind": head.kind,
            "number": head.number,
            "unit": {"code": head.unit_code, "name": head.unit, "province": head.province},
            "from": head.first_day.isoformat(),
            "cut_off": f"{head.cut_off.isoformat()}T17:00:00+07:00",
            "chain_head": head.chain_head,
            "version": head.version,
            **({"corrects": head.correction} if head.correction else {}),
            **figures,
        }
    )


def closed(told: Mapping[str, Any]) -> dict[str, Any]:
    """An object with the hash of everything else in it."""
    return {**told, "sha256": _digest(told)}


def genuine(told: Any) -> bool:
    """Whether this is an object that `freeze` made, unaltered."""
    return (
        isinstance(told, dict)
        and told.get("format") == FORMAT
        and isinstance(told.get("sha256"), str)
        and told["sha256"] == _digest(told)
    )


def foots(told: Mapping[str, Any], register: str) -> bool:
    """Whether what is closed says whose it is and its totals add up; a stranger may close anything."""
    try:
        said = (told["unit"]["code"], told["unit"]["name"], told["kind"], told["number"])
        cut_off_day(told)
        return all(isinstance(one, str) for one in said) and int(told["version"]) > 0 and not totals(told[register])
    except (KeyError, TypeError, ValueError):
        return False


def leaving(told: Mapping[str, Any]) -> dict[str, Any]:
    """The figures as they leave the commune: its totals, closed anew, no breakdown by hamlet or category."""
    kept = {
        name: {part: value for part, value in one.items() if part not in _STAYS} if name in registers() else one
        for name, one in told.items()
    }
    return closed(kept)


def cut_off_day(told: Mapping[str, Any]) -> date:
    """The day at 17:00 of which the figures close."""
    return date.fromisoformat(told["cut_off"][:10])


def in_bytes(told: Mapping[str, Any]) -> bytes:
    """The file, always the same for the same figures."""
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _digest(told: Mapping[str, Any]) -> str:
    said = {name: value for name, value in told.items() if name != "sha256"}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
