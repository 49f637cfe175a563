"""The figures of the campaign for the terminal: what an official reads on Friday morning, the most pressing first."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sosach.campaign.days_in_words import short
from sosach.campaign.plan import Plan
from sosach.findings.finding import GROUP_LABELS, Group
from sosach.registers.catalogue import registers

_WEEK = (
    "{before} tuần trước + {new} mới - {merged} gộp - {deceased} đã mất - {moved} chuyển đi "
    "- {turned_sixteen} đủ 16 tuổi = {persons}"
)

_OVERDUE = {
    "return": "danh sách đợt {place} chưa trả đủ",
    "visit": "rà soát tại hộ, {place}",
    "compare": "đối chiếu hộ tịch",
    "update": "cập nhật lên phần mềm",
    "report_weekly": "báo cáo tuần chưa lập",
    "report_monthly": "báo cáo tháng chưa lập",
    "report_final": "báo cáo tổng kết chưa lập",
}

_OLD_BACKUP = 7  # days
_LITTLE_SPACE = 2048  # MB: below this a disk is as good as full
_SHOWN = 3  # places on the terminal; `--json` has all


def in_words(figures: Mapping[str, Any], plan: Plan) -> str:
    """The figures for the terminal.

    Args:
        figures: of `status.status_of`.
        plan: names the organisations.
    """
    on = date.fromisoformat(figures["on"])
    lines = [f"{figures['unit']['name']}, {figures['unit']['province']}, ngày {short(on)}"]
    for name, told in figures["registers"].items():
        lines += ["", *_register(name, told)]
    if not figures["registers"]:
        lines += ["", "Chưa nhập sổ nào."]
    lines += _beside(figures)
    lines += _overdue(figures["overdue"], plan)
    lines += _care(figures, on)
    return "\n".join(lines)


def _register(name: str, told: Mapping[str, Any]) -> Iterator[str]:
    held = f"{told['persons']} người"
    if told["people"] != told["persons"]:
        held = f"{told['persons']} hồ sơ của {told['people']} người"
    yield f"Sổ {registers()[name].label}: {held}, {told['waiting']} dòng chờ quyết định"
    week = told["week"]
    yield f"  Tuần {week['label']} (sau {_short(week['from'])}): {_WEEK.format_map(week)}"
    for group, counted in told["groups"].items():
        label = GROUP_LABELS[Group(group)]
        yield f"  {label}: {counted['open']} người còn vấn đề, {counted['settled']} người đã xong"
    yield (
        f"  Công an: {told['at_police']} đang chờ trả, {told['returned']} đã trả; "
        f"{told['conflicts']} chờ quyết định, {told['next_step']} chuyển bước sau"
    )
    yield (
        f"  Phần mềm: {told['ready_to_upload']} người sẵn sàng cập nhật, {told['uploaded']} đã lập tệp, "
        f"{told['confirmed']} đã thấy trong bản kết xuất sau, {told['reopened']} phải làm lại"
    )
    if told.get("due"):
        yield from (f"  {line}" for line in _deadline(told))


def _deadline(told: Mapping[str, Any]) -> Iterator[str]:
    left = told["days_left"]
    when = f"còn {left} ngày" if left > 0 else ("hôm nay" if left == 0 else f"quá {-left} ngày")
    said = f"Hạn {_short(told['due'])} ({when})"
    expected = told["forecast"]
    if expected is None or expected["done"] == expected["found"]:
        yield f"{said}: không còn ai có vấn đề." if expected else f"{said}."
        return
    yield f"{said}: xong {expected['done']} trên {expected['found']} người có vấn đề"
    yield f"  {_expected(expected)}"


def _expected(expected: Mapping[str, Any]) -> str:
    if expected["pace"] is None:
        return "chưa đủ ba ngày số liệu để dự kiến ngày xong"
    ends = (
        f"dự kiến xong {_short(expected['done_on'])}" if expected["done_on"] else "với tốc độ này chưa thấy ngày xong"
    )
    if expected["in_time"]:
        return f"mỗi ngày làm việc {_number(expected['pace'])} người, {ends}, kịp hạn"
    needed = f"; muốn kịp cần {_number(expected['needed'])} người mỗi ngày" if expected["needed"] else ""
    return f"mỗi ngày làm việc {_number(expected['pace'])} người, {ends}{needed}"


def _beside(figures: Mapping[str, Any]) -> Iterator[str]:
    if civil := figures["civil"]:
        yield ""
        yield (
            f"Hộ tịch (đối chiếu {_short(civil['compared_on'])}): {civil['same']} trẻ khớp, {civil['review']} cặp cần "
            f"xem, {civil['only_in_births']} chỉ có ở hộ tịch, {civil['only_in_register']} chỉ có ở sổ"
        )
    visits = figures["visits"]
    if visits["lists"]:
        yield (
            f"Rà soát tại hộ: {visits['lists']} danh sách, {visits['persons_answered']} trên {visits['persons']} người "
            f"đã có trả lời, {visits['conflicts']} chờ quyết định, {visits['met']} trẻ gặp thêm"
        )


def _overdue(found: list[Mapping[str, Any]], plan: Plan) -> Iterator[str]:
    if not found:
        return
    kinds: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for one in found:
        kinds.setdefault((one["organisation"] or "", one["kind"], one.get("register") or ""), []).append(one)
    yield ""
    yield f"Quá hạn: {len(found)} việc"
    for (organisation, kind, register), same in kinds.items():
        who = plan.organisations.get(organisation)
        book = f" (sổ {registers()[register].label})" if register else ""
        yield f"  {f'{who.short}: ' if who else ''}{_what(kind, same)}{book}{_when(same)}"


def _what(kind: str, same: list[Mapping[str, Any]]) -> str:
    places = [one["place"] for one in same if one.get("place")]
    if len(places) > _SHOWN:
        places = [f"{len(places)} nơi"]
    return _OVERDUE[kind].format(place=", ".join(places))


def _when(same: list[Mapping[str, Any]]) -> str:
    """What is left, and since when the oldest is due."""
    counted = ""
    if "open" in same[0]:
        counted = f", còn {sum(one['open'] for one in same)} trên {sum(one['total'] for one in same)} người"
    oldest = same[0]
    often = f", {len(same)} kỳ" if len(same) > 1 and "open" not in oldest else ""
    return f"{counted}{often}, hạn {_short(oldest['due'])}, quá {oldest['days']} ngày"


def _care(figures: Mapping[str, Any], on: date) -> Iterator[str]:
    yield ""
    last = figures["last_backup"]
    if last is None:
        yield "Chưa sao lưu lần nào: chạy sosach backup."
    else:
        days = (on - date.fromisoformat(last["on"])).days
        yield f"Sao lưu gần nhất: {_short(last['on'])}" + (f", đã {days} ngày." if days > _OLD_BACKUP else ".")
    if figures["disk_free_mb"] < _LITTLE_SPACE:
        yield f"Ổ đĩa chỉ còn {figures['disk_free_mb']} MB: xóa bớt tệp trước khi nhập hoặc sao lưu."


def _short(day: str) -> str:
    return short(date.fromisoformat(day))


def _number(value: float) -> str:
    """With a comma; whole numbers without.

    >>> _number(2.0), _number(1.5)
    ('2', '1,5')
    """
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")
