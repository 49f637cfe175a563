"""The parts that every paper shares: head, title, addressee, recipients and signature.

Source: Decree 30/2020/NĐ-CP, Annex I. Number and day stay blank for the registry clerk, who gives them after the
signature (Art. 15).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sosach.campaign.days_in_words import short
from sosach.campaign.plan import Plan
from sosach.papers.document import Block, Column, Gap, Paragraph, Part, Rule, Run, Style, TwoColumns, text

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
COUNCIL = "ỦY BAN NHÂN DÂN"

_HEAD_SHARES = (6.7, 9.8)  # the nation's name in 13 needs 95 mm
_LAST_DAYS = 3  # of a month: the paper may be signed in the next one


@dataclass(frozen=True, slots=True)
class Office:
    """The body that issues papers."""

    unit: str  # “xã Hòa Mẫu”
    province: str  # “tỉnh Bắc Ninh”
    plan: str  # “Kế hoạch số 45/KH-UBND ngày 02/6/2026”
    campaign: str
    signed_by: str | None  # `document.SIGNERS`
    signer: str | None

    @property
    def place(self) -> str:
        """“Hòa Mẫu”."""
        return self.unit.split(" ", 1)[-1]

    @property
    def capitals(self) -> str:
        """“XÃ HÒA MẪU”."""
        return self.unit.upper()


def office_of(plan: Plan) -> Office:
    """The office that a plan belongs to."""
    document = plan.document
    number = document.number if document else None
    issued = document.issued_on if document else None
    told = f"Kế hoạch số {number or '        /KH-UBND'}"
    told += f" ngày {short(issued)}" if issued else " ngày      tháng      năm      "
    return Office(
        unit=plan.unit.name,
        province=plan.unit.province,
        plan=told.rstrip(),
        campaign=document.campaign if document else "Chuẩn hóa và làm sạch dữ liệu",
        signed_by=document.signed_by if document else None,
        signer=document.signer if document else None,
    )


def head(office: Office, symbol: str, month_of: date, subject: str = "", day: date | None = None) -> Part:
    """The head of a paper.

    Args:
        office: that issues it.
        symbol: behind the blank number, “BC-UBND”; letters have “UBND-VHXH”.
        month_of: the day of the cut-off, which gives month and year.
        subject: of a letter, “V/v …”.
        day: printed for minutes, which are signed on the spot.
    """
    left: list[Paragraph | Rule | Gap] = [
        text(COUNCIL, Style.AGENCY),
        text(office.capitals, Style.AGENCY),
        Rule(0.4),
        text(f"Số:        /{symbol}", Style.NUMBER),
    ]
    if subject:
        left.append(text(subject, Style.NUMBER))
    right = (
        text(NATION, Style.AGENCY),
        text(MOTTO, Style.MOTTO),
        Rule(0.72),
        text(f"{office.place}, {_day_words(month_of, day)}", Style.PLACE_DATE),
    )
    return Part("head", (TwoColumns(Column(tuple(left)), Column(right), _HEAD_SHARES),))


def _day_words(month_of: date, day: date | None) -> str:
    if day is not None:
        month = f"{day.month:02}" if day.month < 3 else str(day.month)
        return f"ngày {day.day:02} tháng {month} năm {day.year}"
    if (month_of + timedelta(days=_LAST_DAYS)).month != month_of.month:
        return f"ngày      tháng      năm {month_of.year}"
    month = f"{month_of.month:02}" if month_of.month < 3 else str(month_of.month)
    return f"ngày      tháng {month} năm {month_of.year}"


def title(kind: str, *lines: str) -> Part:
    """The kind of paper, what it is about, and the line below."""
    about = [text(line, Style.SUBJECT) for line in lines]
    return Part("title", (text(kind, Style.TITLE), *about, Rule(0.3)))


def addressed(lines: Sequence[str]) -> Part:
    """Whom a paper goes to: one on the same line without a full stop, several one per line."""
    if len(lines) == 1:
        return Part("addressee", tuple(text(line, Style.ADDRESSEE) for line in f"Kính gửi: {lines[0]}".split("\n")))
    listed = [f"- {line}{'.' if line == lines[-1] else ';'}" for line in lines]
    return Part("addressee", tuple(text(line, Style.ADDRESSEE) for line in ("Kính gửi:", *listed)))


def signature(office: Office, recipients: Sequence[str]) -> Part:
    """Recipients at the left, signature at the right."""
    listed = [f"- {line.rstrip('.;')}{'.' if line == recipients[-1] else ';'}" for line in recipients]
    left = Column(
        (text("Nơi nhận:", Style.RECIPIENTS_HEAD), *(text(line, Style.RECIPIENT) for line in listed)),
    )
    signs = [text(f"TM. {COUNCIL}", Style.SIGNER)]
    if office.signed_by == "chairman":
        signs.append(text("CHỦ TỊCH", Style.SIGNER))
    else:
        signs += [text("KT. CHỦ TỊCH", Style.SIGNER), text("PHÓ CHỦ TỊCH", Style.SIGNER)]
    name = text(office.signer or "", Style.SIGNER)
    return Part("signature", (TwoColumns(left, Column((*signs, Gap(4), name)), (1.0, 1.0)),))


def two_signatures(left: str, right: str) -> Part:
    """The representatives of two sides, who sign and write their names."""

    def side(who: str) -> Column:
        note = Paragraph((Run("(Ký, ghi rõ họ tên)", italic=True),), Style.CENTRED)
        return Column((text(who, Style.SIGNER), note, Gap(4), text("………………………", Style.CENTRED)))

    return Part("signature", (TwoColumns(side(left), side(right), (1.0, 1.0)),))


def body(*blocks: Block) -> Part:
    """The text itself."""
    return Part("body", blocks)
