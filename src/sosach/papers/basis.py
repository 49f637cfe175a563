"""On which documents a report rests, in the words of its opening sentence."""

from collections.abc import Iterator, Mapping
from typing import Any

from sosach.campaign.days_in_words import hour, short
from sosach.campaign.plan import Plan
from sosach.campaign.weeks import CUT_OFF
from sosach.papers.differences import LABELS
from sosach.papers.document import Paragraph, text
from sosach.papers.letterhead import office_of
from sosach.papers.situation import OF_WHOM, Situation
from sosach.papers.words import counted

PROVINCE = "province"


def opening(situation: Situation, what: str, *, named_orders: bool = True) -> str:
    """The sentence that opens a report.

    Args:
        situation: of the report.
        what: “kết quả tuần đối với dữ liệu trẻ em”.
        named_orders: whether the province's letter is named, which speaks of children.
    """
    office = situation.office
    ordered = orders(situation.plan) if named_orders else ""
    council = "UBND" if ordered else "Ủy ban nhân dân (UBND)"
    told = ordered + office.plan
    closes = f"{hour(CUT_OFF)} ngày {short(situation.cut_off)}"
    return (
        f"Thực hiện {told} của {council} {office.unit} về triển khai chiến dịch “{office.campaign}”, "
        f"UBND {office.unit} báo cáo {what}, số liệu tính đến {closes}, như sau:"
    )


def replaced(situation: Situation, printed: dict[str, str]) -> Iterator[Paragraph]:
    """What a correction replaces, why, and which figures are others now; nothing where a report corrects none."""
    told = situation.figures.get("corrects")
    if not told:
        return
    reason = str(told["why"]).strip().rstrip(".")
    changes = "; ".join(_changed(change, printed) for change in told["changes"]) or "số liệu không đổi"
    yield text(
        f"Báo cáo này thay báo cáo theo Bản chốt {told['number']}. Lý do: {reason}. Số liệu thay đổi: {changes}."
    )


def _changed(change: Mapping[str, Any], printed: dict[str, str]) -> str:
    whom = OF_WHOM[change["register"]]
    before, now = counted(change["before"]), counted(change["now"])
    name = f"{change['register']}.corrects.{change['figure']}"
    printed[f"{name}.before"], printed[f"{name}.now"] = before, now
    return f"{whom}, {LABELS[change['figure']]}: trước {before}, nay {now}"


def orders(plan: Plan) -> str:
    """The province's letter that the plan carries out, where it names one; the first mention spells the council out."""
    carried_out = [one for one in (plan.document.bases if plan.document else ()) if one.carried_out]
    of_province = [one for one in carried_out if one.issuer.startswith("Ủy ban nhân dân")]
    if not of_province:
        return ""
    one = of_province[0]
    place = one.issuer.removeprefix("Ủy ban nhân dân")
    return f"Công văn số {one.number} ngày {short(one.issued_on)} của Ủy ban nhân dân (UBND){place} và "


def province_addressee(plan: Plan) -> str:
    """Whom the weekly report goes to and through whom, as the plan says."""
    duty = next((one for one in plan.reports if "weekly" in one.kinds), None)
    via = "Sở Y tế - Chi cục Dân số và Trẻ em"
    if duty and duty.via:
        names = [plan.organisations[key].name for key in duty.via]
        via = ", ".join(names).replace(" (", " - ").rstrip(")")
    return f"Ủy ban nhân dân {office_of(plan).province}\n(qua {via})"


def recipients(situation: Situation) -> tuple[str, ...]:
    """“Nơi nhận”: whom the report is addressed to, then those of the plan within the commune; filed with the office."""
    document = situation.plan.document
    own = [line for line in (document.recipients if document else ()) if not line.startswith("Lưu")]
    return ("Như kính gửi", *(line.replace("TTĐU-HĐND", "TTĐU, HĐND") for line in own), "Lưu: VT, VHXH")


def organisations_words(situation: Situation, register: str) -> str:
    """Who reviews besides the office in charge, as the plan names them for the review."""
    schedule = situation.plan.registers.get(register)
    phase = schedule.phase("review") if schedule else None
    receiver = schedule.hand_over.receiver if schedule and schedule.hand_over else None
    keys = [receiver, *(phase.organisations if phase else ())]
    left_out = {"commune", "culture_society_office", "collaborators", None}
    named = [situation.plan.organisations[key] for key in dict.fromkeys(keys) if key and key not in left_out]
    return ", ".join(one.short.removesuffix(" xã") if one.key != receiver else one.short for one in named)
