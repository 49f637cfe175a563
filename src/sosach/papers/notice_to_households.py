"""What households are told: a page for the notice board, and the words for the loudspeaker.

Plain words, no names, no figures of persons; what to have at hand, who comes, and that nobody ever asks for a password,
a code or money.
"""

from datetime import date

from sosach.campaign.days_in_words import short
from sosach.campaign.plan import Plan
from sosach.papers import letterhead
from sosach.papers.document import Block, Paper, Part, Section, Style, lead, text
from sosach.papers.letterhead import office_of

_PHONE = "…………………"


def household_notice(plan: Plan, month_of: date) -> Paper:
    """The page for the notice board.

    Args:
        plan: of the campaign.
        month_of: the day by which its head is dated.
    """
    office = office_of(plan)
    parts = (
        letterhead.head(office, "TB-UBND", month_of),
        letterhead.title("THÔNG BÁO", "Về việc rà soát thông tin trẻ em và người hưởng trợ giúp xã hội"),
        Part("body", _told(plan)),
        letterhead.signature(office, ("Các thôn (niêm yết, đọc loa)", "Các gia đình", "Lưu: VT, VHXH")),
    )
    return Paper("Thông báo rà soát thông tin", (Section(parts),))


def _told(plan: Plan) -> tuple[Block, ...]:
    """What the page says."""
    office = office_of(plan)
    return (
        text(
            f"Thực hiện {office.plan} về chiến dịch “{office.campaign}”, UBND {office.unit} thông báo đến các gia đình "
            "có "
            "trẻ em dưới 16 tuổi và người đang hưởng trợ giúp xã hội:"
        ),
        lead(
            "1. Làm gì.",
            "Xã rà soát, sửa chỗ thiếu hoặc sai trong sổ trẻ em và sổ trợ giúp xã hội (họ tên, ngày sinh, số định "
            "danh, cha, "
            "mẹ hoặc người giám hộ) để chính sách đến đúng người. Việc này không thu tiền, không làm thay đổi chế độ "
            "đang "
            "hưởng.",
        ),
        lead("2. Khi nào.", f"{_when(plan)}Cán bộ của thôn đến từng nhà, có phiếu của UBND xã; nhà vắng được hẹn lại."),
        lead(
            "3. Chuẩn bị.",
            "Giấy khai sinh hoặc trích lục của trẻ, thẻ căn cước của người lớn (chỉ để xem). Xin cho biết trẻ mới "
            "sinh, mới "
            "đến, chưa khai sinh; người đã chuyển đi hoặc đã mất. Trẻ chưa khai sinh được hướng dẫn đăng ký.",
        ),
        lead(
            "4. Giữ an toàn.",
            "Người đi rà soát không chụp ảnh giấy tờ, không hỏi mật khẩu, mã OTP, số tài khoản, không yêu cầu cài ứng "
            "dụng "
            f"hoặc chuyển tiền. Ai hỏi như vậy là giả mạo, đề nghị báo Công an xã hoặc UBND xã, điện thoại: {_PHONE}",
        ),
        text(
            "Gia đình được xem, đề nghị sửa thông tin của mình và của trẻ tại Phòng Văn hóa - Xã hội xã./.",
            Style.CLOSING,
        ),
    )


def loudspeaker(plan: Plan) -> Paper:
    """The words for the loudspeaker: short sentences that are understood by hearing them once."""
    office = office_of(plan)
    blocks = (
        text("BÀI ĐỌC TRÊN LOA TRUYỀN THANH", Style.TITLE),
        text("(đọc chậm, mỗi buổi hai lần)", Style.CENTRED),
        text(f"Kính thưa bà con {office.unit}!"),
        text(
            "Ủy ban nhân dân xã đang rà soát thông tin của trẻ em dưới mười sáu tuổi và của người hưởng trợ giúp xã "
            f"hội.{_spoken(plan)}"
        ),
        text("Cán bộ thôn sẽ đến từng nhà. Đề nghị bà con để sẵn giấy khai sinh của trẻ, thẻ căn cước của người lớn."),
        text(
            "Nhà nào có cháu mới sinh, mới đến ở, hoặc chưa làm giấy khai sinh, xin cho cán bộ biết để được hướng dẫn."
        ),
        text(
            "Việc rà soát không thu tiền. Cán bộ không hỏi mật khẩu, không chụp ảnh giấy tờ, không yêu cầu chuyển "
            "khoản. Ai hỏi "
            "như vậy là kẻ gian, bà con báo ngay cho Công an xã."
        ),
        text("Trân trọng cảm ơn bà con./.", Style.CLOSING),
    )
    return Paper("Bài đọc loa", (Section((Part("body", blocks),)),))


def _spans(plan: Plan) -> list[tuple[str, date, date]]:
    """When each register is reviewed."""
    labels = {"children": "trẻ em", "beneficiaries": "người hưởng trợ giúp xã hội"}
    found = []
    for register, schedule in plan.registers.items():
        phase = schedule.phase("review")
        if phase:
            found.append((labels.get(register, register), phase.starts, phase.ends))
    return found


def _when(plan: Plan) -> str:
    told = [f"{whom} từ ngày {short(first)} đến ngày {short(last)}" for whom, first, last in _spans(plan)]
    joined = "; ".join(told)
    return f"{joined[0].upper()}{joined[1:]}. " if told else ""


def _spoken(plan: Plan) -> str:
    told = [f"với {whom}, từ ngày {short(first)} đến ngày {short(last)}" for whom, first, last in _spans(plan)]
    return f" Thời gian: {'; '.join(told)}." if told else ""


def notices(plan: Plan, month_of: date) -> dict[str, Paper]:
    """Both, by the name of their files."""
    return {"thong-bao-gia-dinh": household_notice(plan, month_of), "bai-doc-loa": loudspeaker(plan)}
