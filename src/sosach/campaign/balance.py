"""How many persons a register holds from week to week, so that the figures add up: nobody appears or vanishes untold.

opening + added − turned sixteen − moved − deceased − merged − ended − withdrawn = closing

Persons are counted, not rows and not findings. Somebody who left and came back was added; the plan's province asks for
the deceased even where there are none. `ended` exists for beneficiaries alone (the benefit ended), `withdrawn` where an
import was undone and its persons never were in the register.
"""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


class Left(StrEnum):
    """Why somebody is no longer in a register."""

    TURNED_SIXTEEN = "turned_16"
    MOVED = "moved_out"
    DECEASED = "deceased"
    MERGED = "merged"  # two records of one person became one
    ENDED = "ended"  # of a benefit
    WITHDRAWN = "withdrawn"  # by undoing the import that brought them


LEFT_LABELS: Mapping[Left, str] = {
    Left.TURNED_SIXTEEN: "đủ 16 tuổi",
    Left.MOVED: "chuyển đi",
    Left.DECEASED: "đã mất",
    Left.MERGED: "trùng đã gộp",
    Left.ENDED: "thôi hưởng",
    Left.WITHDRAWN: "rút lại do hoàn tác lần nhập",
}


@dataclass(frozen=True, slots=True)
class Balance:
    """The persons of a register between two cut-offs."""

    opening: int
    added: int
    left: Mapping[Left, int]  # every reason, 0 where nobody left for it
    closing: int

    def __post_init__(self) -> None:
        if self.opening + self.added - sum(self.left.values()) != self.closing:
            raise ValueError(f"{self.opening} + {self.added} - {sum(self.left.values())} is not {self.closing}")

    @property
    def decrease(self) -> int:
        """All who left."""
        return sum(self.left.values())

    def figures(self) -> dict[str, int]:
        """The figures by the names of `figures.json`."""
        left = {reason.value: count for reason, count in self.left.items()}
        return {"opening": self.opening, "added": self.added, **left, "closing": self.closing}

    def then(self, following: "Balance") -> "Balance":
        """This period and the one that follows it as one period.

        Raises:
            ValueError: the other one does not open with what this one closed with.
        """
        if following.opening != self.closing:
            raise ValueError(f"closed with {self.closing}, opened with {following.opening}")
        left = {reason: self.left[reason] + following.left[reason] for reason in Left}
        return Balance(self.opening, self.added + following.added, left, following.closing)


def balance(before: Mapping[K, Left | None], after: Mapping[K, Left | None]) -> Balance:
    """What happened to the persons of a register between two cut-offs.

    Args:
        before: everybody known at the first cut-off; None for whom the register holds, else why they left.
        after: the same for the second cut-off; everybody of `before` is in it.

    Raises:
        ValueError: somebody of the first cut-off is unknown at the second one.
    """
    held = {person for person, left in before.items() if left is None}
    holds = {person for person, left in after.items() if left is None}
    if unknown := len(before.keys() - after.keys()):
        raise ValueError(f"{unknown} persons vanished without a reason")
    reasons = Counter(after[person] for person in held - holds)
    return Balance(
        opening=len(held),
        added=len(holds - held),
        left={reason: reasons[reason] for reason in Left},
        closing=len(holds),
    )
