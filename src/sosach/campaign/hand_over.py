"""The weekly hand-over: a list goes to the police on one weekday and comes back on another one of a later week.

Source: the plan, II.1.c and II.2.c (“ngày thứ 5 hàng tuần”, “bàn giao vào ngày thứ 4 của tuần kế tiếp”).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sosach.campaign.days_in_words import WEEKDAYS
from sosach.campaign.plan_table import Table


@dataclass(frozen=True, slots=True)
class HandOver:
    """Which days of the week, how much later, and in which phases."""

    send: int  # Monday is 0
    back: int
    weeks_later: int
    during: tuple[str, ...]  # names of phases; lists leave only while one of them runs
    sender: str | None  # key of an organisation
    receiver: str | None

    def back_on(self, sent: date) -> date:
        """The day on which a list that leaves in the week of that day comes back, holidays not looked at."""
        monday = sent - timedelta(days=sent.weekday())
        return monday + timedelta(weeks=self.weeks_later, days=self.back)


def read_hand_over(table: Table, phases: Collection[str], organisations: Collection[str]) -> HandOver:
    """The hand-over of a register.

    Args:
        table: of the plan.
        phases: of the register, by name.
        organisations: of the plan, by key.

    Raises:
        Refused: something is missing, or not understood.
    """
    weekdays = list(WEEKDAYS)
    found = HandOver(
        send=weekdays.index(table.choice("send", WEEKDAYS)),
        back=weekdays.index(table.choice("back", WEEKDAYS)),
        weeks_later=table.take("weeks_later", int),
        during=table.choices("during", phases),
        sender=table.maybe_choice("sender", organisations),
        receiver=table.maybe_choice("receiver", organisations),
    )
    if not 0 <= found.weeks_later <= 8:
        raise table.wrong("weeks_later", found.weeks_later, "số tuần từ 0 đến 8")
    if found.weeks_later == 0 and found.back <= found.send:
        raise table.wrong("back", list(WEEKDAYS)[found.back], "ngày sau ngày chuyển, hoặc weeks_later ít nhất là 1")
    if not found.during:
        raise table.wrong("during", "", "ít nhất một giai đoạn")
    table.finish()
    return found
