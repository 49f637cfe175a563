"""The minutes of hand-over, to the police and back, from the frozen figures of `campaign.minutes`; two sign.

Number blank, day printed: they are signed on the spot (Decree 30/2020/NĐ-CP, Annex I; that minutes between two bodies
of one commune carry a number is not verified). Rows are named by their codes, never by names.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sosach.campaign.days_in_words import long, short
from sosach.campaign.minutes import Direction
from sosach.forms.police import RESULT_WORDS
from sosach.papers import letterhead
from sosach.papers.document import Block, Paper, Part, Section, Style, row, table, text
from sosach.papers.letterhead import Office
from sosach.papers.words import counted, in_words, plain

Minutes = Mapping[str, Any]

_WHOM = {"children": ("trẻ em", "trẻ"), "beneficiaries": ("đối tượng bảo trợ xã hội", "người")}
_GROUPS = {
    "no_id": "không có số định danh",
    "wrong_id": "có số định danh sai hoặc cần xác minh",
    "basic_info": "cần xác minh thông tin cơ bản",
}
_DOTS = "………………………"
_MOST_CODES = 30


def minutes_paper(minutes: Minutes, office: Office) -> Paper:
    """The minutes, whichever way the list went."""
    sent = minutes["direction"] == Direction.SENT
    whom, _ = _WHOM[minutes["register"]]
    on = date.fromisoformat(minutes["sent_on"] if sent else minutes["returned_on"])
    about = "Bàn giao danh sách đề nghị đối chiếu, cung cấp" if sent else "Bàn giao kết quả đối chiếu, cung cấp"
    sides = ("ĐẠI DIỆN BÊN NHẬN", "ĐẠI DIỆN BÊN GIAO")
    parts = (
        letterhead.head(office, "BB-UBND", on, day=on),
        letterhead.title("BIÊN BẢN", f"{about} số định danh cá nhân ({whom}, đợt {minutes['batch']})"),
        Part("body", tuple(_sent(minutes, office, on) if sent else _returned(minutes, office, on))),
        letterhead.two_signatures(*sides),
    )
    return Paper(f"Biên bản đợt {minutes['batch']}", (Section(parts),))


def _opening(office: Office, on: date, more: str = "") -> str:
    day = f"ngày {on.day:02} tháng {on.month if on.month > 2 else f'{on.month:02}'} năm {on.year}"
    return (
        f"Căn cứ {office.plan} của Ủy ban nhân dân (UBND) {office.unit}{more}, hôm nay, hồi      giờ      {day}, tại "
        "trụ sở "
        f"UBND {office.unit}, "
    )


def _sent(minutes: Minutes, office: Office, on: date) -> Iterator[Block]:
    _, unit = _WHOM[minutes["register"]]
    yield text(f"{_opening(office, on)}chúng tôi gồm:")
    for number, side in ((1, "Bên giao: Phòng Văn hóa - Xã hội xã"), (2, "Bên nhận: Công an xã")):
        yield text(f"{number}. {side}", Style.CLAUSE)
        yield text(f"Ông/Bà: {_DOTS} Chức vụ: {_DOTS}")
    yield text("Hai bên thống nhất bàn giao như sau:", Style.CLAUSE)
    parts = [
        f"{counted(minutes['groups'][group])} {unit} {said}"
        for group, said in _GROUPS.items()
        if minutes["groups"][group]
    ]
    split = f", trong đó: {'; '.join(parts)}" if parts else ""
    yield text(f"1. Danh sách đợt {minutes['batch']} gồm {counted(minutes['persons'])} {unit}{split}.")
    yield from _file(2, "Tệp dữ liệu", minutes)
    yield text(f"3. Đầu chuỗi nhật ký tại thời điểm bàn giao: {minutes['chain_head'][:16]}.")
    yield text(
        "4. Bên nhận đối chiếu, ghi kết quả vào các cột dành riêng, không đổi cột “Mã dòng”, và trả kết quả vào ngày "
        f"{_due(minutes)}. Trường hợp chưa có kết quả, ghi rõ lý do."
    )
    of_children = " của trẻ em" if minutes["register"] == "children" else ""
    yield text(
        f"5. Danh sách chứa thông tin cá nhân{of_children}; hai bên chỉ sử dụng cho việc đối chiếu theo Kế hoạch, "
        "không "
        "sao chép, không gửi qua mạng xã hội, thư điện tử công cộng."
    )
    yield text("Biên bản lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản./.", Style.CLOSING)


def _due(minutes: Minutes) -> str:
    day = date.fromisoformat(minutes["due"])
    return f"{short(day)} ({long(day).rsplit(' ', 1)[0]})"


def _file(number: int, what: str, minutes: Minutes) -> Iterator[Block]:
    """The file with its hash in groups of four, so that it can be read aloud."""
    file = minutes["file"]
    how = "trao trên thiết bị lưu trữ của UBND xã"
    if file["password"]:
        how = "có mật khẩu mở, mật khẩu được trao riêng"
    sha256 = file["sha256"]
    yield text(f"{number}. {what}: {file['name']}, {how}; mã kiểm tra (SHA-256):")
    groups = [sha256[start : start + 4] for start in range(0, len(sha256), 4)]
    half = len(groups) // 2
    yield text(" ".join(groups[:half]), Style.CENTRED)
    yield text(" ".join(groups[half:]), Style.CENTRED)


def _returned(minutes: Minutes, office: Office, on: date) -> Iterator[Block]:
    _, unit = _WHOM[minutes["register"]]
    sent_on = short(date.fromisoformat(minutes["sent_on"]))
    before = f" và Biên bản bàn giao danh sách đợt {minutes['batch']} ngày {sent_on}"
    sides = "Công an xã (bên giao) và Phòng Văn hóa - Xã hội xã (bên nhận) thống nhất:"
    yield text(f"{_opening(office, on, before)}{sides}")
    yield text(f"1. {_answered(minutes, unit)}")
    rows = [row(RESULT_WORDS[name], plain(count)) for name, count in _results(minutes).items()]
    rows.append(row("Cộng", plain(minutes["answered"]), bold=True))
    yield table(("Kết quả", f"Số {unit}"), rows, (3.0, 1.0), words=1)
    number = 2
    if minutes["unanswered"]:
        month = on.month if on.month > 2 else f"{on.month:02}"
        yield text(
            f"2. {counted(minutes['unanswered'])} {unit} chưa có kết quả: Công an xã tiếp tục đối chiếu và trả trước "
            "ngày "
            f"     tháng {month} năm {on.year}. Mã dòng: {_codes(minutes['unanswered_rows'])}."
        )
        number = 3
    yield from _file(number, "Tệp kết quả", minutes)
    yield text(_as_sent(minutes))
    yield text(
        f"{number + 1}. Kết quả do Công an xã cung cấp là căn cứ để Phòng Văn hóa - Xã hội xem xét cập nhật; trường "
        "hợp khác "
        "với sổ hộ tịch được chuyển Văn phòng HĐND-UBND xã đối chiếu."
    )
    yield text("Biên bản lập thành 02 bản, mỗi bên giữ 01 bản./.", Style.CLOSING)


def _results(minutes: Minutes) -> Mapping[Any, int]:
    return {name: minutes["results"][name.value] for name in RESULT_WORDS}


def _answered(minutes: Minutes, unit: str) -> str:
    sent, answered = counted(minutes["sent"]), counted(minutes["answered"])
    if not minutes["unanswered"] and not minutes["altered"]:
        return f"Danh sách đã chuyển {sent} {unit}; Công an xã trả đủ {answered} {unit}:"
    rest = [
        f"{counted(minutes[name])} {unit} {said}"
        for name, said in (("unanswered", "chưa có kết quả"), ("altered", "có dòng bị thay đổi, chưa được áp dụng"))
        if minutes[name]
    ]
    return f"Danh sách đã chuyển {sent} {unit}; Công an xã trả kết quả {answered} {unit}, còn {', '.join(rest)}:"


def _as_sent(minutes: Minutes) -> str:
    """Whether anything but the results was altered; told without reproach."""
    parts = []
    if minutes["altered"]:
        codes = _codes(minutes["altered_rows"])
        parts.append(
            f"Có {counted(minutes['altered'])} dòng có thay đổi ngoài phần kết quả (mã dòng {codes}), chưa được áp "
            "dụng, "
            "hai bên xem lại."
        )
    if minutes["unknown"]:
        parts.append(f"Có {counted(minutes['unknown'])} dòng không thuộc danh sách đã chuyển, không được áp dụng.")
    return " ".join(parts) or (
        "Khi tiếp nhận, không có dòng bị thay đổi ở các cột không dành cho kết quả, không có dòng lạ."
    )


def _codes(codes: list[str]) -> str:
    more = len(codes) - _MOST_CODES
    return ", ".join(codes[:_MOST_CODES]) + (f" và {counted(more)} dòng khác" if more > 0 else "")


def total_in_words(persons: int, unit: str) -> str:
    """“Tổng cộng: 87 trẻ (tám mươi bảy trẻ)”.

    >>> total_in_words(5, "trẻ")
    'Tổng cộng: 05 trẻ (năm trẻ)'
    """
    return f"Tổng cộng: {counted(persons)} {unit} ({in_words(persons)} {unit})"
