"""Reports on both registers in one paper: who is reported, and what is said of them side by side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sosach.campaign.days_in_words import short
from sosach.papers import words
from sosach.papers.document import Table, row, table
from sosach.papers.named import Named
from sosach.papers.situation import OF_WHOM, Situation

HEADS = {"children": "Trẻ em", "beneficiaries": "Đối tượng bảo trợ"}
UNITS = {"children": "trẻ", "beneficiaries": "người"}

# Organisations that the plan gives tasks to, besides the commune itself and those above it.
_ABOVE = ("leader", "province", "collaborator")


@dataclass(frozen=True, slots=True)
class Together:
    """The registers of a report with their figures by name."""

    situation: Situation
    registers: tuple[Named, ...]

    @property
    def printed(self) -> dict[str, str]:
        """All numbers of the prose, by name."""
        return self.registers[0].printed

    @property
    def whom(self) -> str:
        """“trẻ em, đối tượng bảo trợ xã hội”."""
        return ", ".join(OF_WHOM[named.register] for named in self.registers)

    def together(self, name: str) -> str:
        """A figure of all registers as one number."""
        total = sum(named.value(name) for named in self.registers)
        return self._number(f"all.{name}", total)

    def number(self, name: str, value: int) -> str:
        """A number that follows from the plan or from counting lists."""
        return self._number(f"all.{name}", value)

    def each(self, name: str, unit: Callable[[Named], str]) -> str:
        """“trẻ em 212 lượt, đối tượng bảo trợ xã hội 59 lượt”; empty where one register is reported alone."""
        if len(self.registers) == 1:
            return ""
        parts = [
            f"{OF_WHOM[named.register]} {named.counted(name)} {unit(named)}"
            for named in self.registers
            if named.value(name)
        ]
        return f" ({', '.join(parts)})" if len(parts) > 1 else ""

    def _number(self, name: str, value: int) -> str:
        printed = words.counted(value)
        self.printed[name] = printed
        return printed


def together(situation: Situation, registers: Sequence[str]) -> Together:
    """The registers of a report."""
    printed: dict[str, str] = {}
    return Together(situation, tuple(situation.of(register, printed) for register in registers))


def issued(told: Together) -> str:
    """What the commune has set up."""
    plan = told.situation.plan
    offices = [one for one in plan.organisations.values() if one.role not in _ABOVE]
    hamlets = told.registers[0].counted("hamlet_count")
    return (
        f"UBND xã đã ban hành Kế hoạch, phân công nhiệm vụ cho {told.number('offices', len(offices))} cơ quan, tổ chức "
        "và "
        f"{hamlets} thôn"
    )


def exported(told: Together) -> str:
    """When the registers were taken in, and how many stood in them."""
    parts = [
        f"danh sách {OF_WHOM[named.register]} ngày {_day(named.figures['opened_on'])} "
        f"({named.counted('period.opening')} {UNITS[named.register]})"
        for named in told.registers
        if named.figures["opened_on"] and named.figures["first"]
    ]
    return f"; kết xuất {' và '.join(parts)}" if parts else ""


def extended(told: Together) -> Iterator[str]:
    """The deadlines that were moved."""
    for named in told.registers:
        extension = told.situation.extension(named.register)
        if extension:
            yield (
                f"Thời hạn hoàn thành cập nhật dữ liệu {OF_WHOM[named.register]} đã được gia hạn đến hết ngày "
                f"{short(extension.until)} theo {extension.document}."
            )


def lists(told: Together) -> str:
    """How many lists went to the police and came back."""
    sent = sum(len(named.figures["batches"]) for named in told.registers)
    if not sent:
        return "Chưa chuyển danh sách nào cho Công an xã."
    back = sum(one["answered"] > 0 for named in told.registers for one in named.figures["batches"])
    split = ""
    if len(told.registers) > 1:
        parts = [
            f"{named.number('lists.all', len(named.figures['batches']))} danh sách {OF_WHOM[named.register]}"
            for named in told.registers
            if named.figures["batches"]
        ]
        split = f" ({', '.join(parts)})" if len(parts) > 1 else ""
    answer = f"nhận kết quả {told.number('lists.back', back)} danh sách" if back else "chưa có danh sách nào được trả"
    return f"Đã chuyển Công an xã {told.number('lists.sent', sent)} danh sách{split} và {answer}."


def figures_table(told: Together, rows: Mapping[str, str], opening: str) -> Table:
    """The figures of both registers side by side, numbered; what follows from other lines says so in its words."""
    made = []
    for number, (label, names) in enumerate(rows.items(), 1):
        made.append(
            row(number, label.replace("{opening}", opening), *(_cell(named, names) for named in told.registers))
        )
    heads = [HEADS[named.register] for named in told.registers]
    return table(("TT", "Chỉ tiêu", *heads), made, (0.6, 5.0, 1.6))


def _cell(named: Named, names: str) -> str:
    if ":" in names:
        part, whole = names.split(":")
        return words.cell_share(named.value(part), named.value(whole))
    return words.plain(sum(named.value(name) for name in names.split("+")))


def _day(iso: str) -> str:
    return short(date.fromisoformat(iso))
