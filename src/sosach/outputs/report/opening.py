"""The top of the page: the result in one sentence, and what to do next."""

from collections.abc import Iterator, Mapping

from sosach.findings.finding import Group
from sosach.outputs.checked import Checked
from sosach.outputs.figures import Figures
from sosach.outputs.labels import PRIVATE, register_name, result, skipped, unmapped
from sosach.outputs.report.markup import Content, Html, join, tag
from sosach.outputs.report.parts import Section, bar, isolated, key, listed, paragraph, section
from sosach.outputs.shown import day, whole


def opening(checked: Checked, figures: Figures) -> Html:
    """What was checked and the result in one sentence, with its figures."""
    file = isolated(str(checked.summary["source"]["name"]))
    return join(
        tag("h1", f"Kết quả kiểm tra {register_name(checked.register)}"),
        paragraph("Tệp ", tag("b", file), f" · tính đến ngày {day(checked.on)}", class_="soft"),
        paragraph(result(figures), class_="result"),
        _shares(figures) if figures.persons else None,
        paragraph(
            f"{PRIVATE} Số định danh chỉ hiện ba số đầu và hai số cuối; số đầy đủ có trong review.xlsx.",
            class_="notice",
        ),
    )


def next_steps(checked: Checked, figures: Figures) -> Section:
    """What to do, in the order in which one thing helps the next."""
    return section("viec-can-lam", "Việc cần làm", listed(_steps(checked, figures), ordered=True, class_="steps"))


def _shares(figures: Figures) -> Html:
    errors, warnings = figures.concerned.errors, figures.concerned.warnings
    clear = figures.persons - figures.concerned.concerned
    entries = (
        ("fill-error", f"Có lỗi: {whole(errors)}"),
        ("fill-warning", f"Chỉ cần xác minh: {whole(warnings)}"),
        ("fill-base", f"Chưa thấy vấn đề: {whole(clear)}"),
    )
    return join(
        bar((("fill-error", errors), ("fill-warning", warnings)), figures.persons, "bar bar--lead"), key(*entries)
    )


def _steps(checked: Checked, figures: Figures) -> Iterator[Content]:
    if not figures.concerned.concerned:
        yield "Chưa cần sửa gì; số đúng cấu trúc vẫn có thể là số của người khác, nên vẫn cần Công an đối chiếu."
        yield from _look_at_reading(checked)
        return
    yield join("Mở ", tag("b", "review.xlsx"), ", trang tính “Cần rà soát”: mỗi dòng một vấn đề, xếp theo thôn và hộ.")
    if figures.proven:
        yield f"Xem {whole(figures.proven)} đề xuất chắc chắn trước: chỉ có một cách sửa khớp mọi thông tin của hồ sơ."
    yield from _steps_by_group({group: persons.concerned for group, persons in figures.groups.items()})
    yield from _look_at_reading(checked)
    yield "Ghi kết quả vào phần mềm, kết xuất lại rồi kiểm tra lần nữa."


def _steps_by_group(persons: Mapping[Group, int]) -> Iterator[Content]:
    if n := persons[Group.BASIC_INFO]:
        yield (
            f"Bổ sung hoặc xác minh thông tin cơ bản của {whole(n)} người theo giấy tờ gốc: có đúng họ tên, ngày sinh, "
            "giới tính thì Công an mới tra được số."
        )
    missing, doubted = persons[Group.NO_ID], persons[Group.WRONG_ID]
    if missing or doubted:
        who = [f"{whole(missing)} người chưa có số định danh"] if missing else []
        who += [f"{whole(doubted)} người có số sai hoặc cần xác minh"] if doubted else []
        yield f"Với {' và '.join(who)}: tra giấy tờ trước, số nào còn thiếu thì đưa vào danh sách chuyển Công an."
    if n := persons[Group.DUPLICATE]:
        yield f"So sánh {whole(n)} hồ sơ nghi trùng, giữ lại một hồ sơ cho mỗi người."
    if n := persons[Group.OUT_OF_SCOPE]:
        yield f"Xác nhận {whole(n)} người ngoài phạm vi (đủ tuổi, chuyển đi, đã mất) rồi mới kết thúc quản lý."
    if n := persons[Group.OTHER]:
        yield f"Xem lại {whole(n)} người thuộc nhóm khác, như thôn, địa chỉ hoặc loại trợ cấp."


def _look_at_reading(checked: Checked) -> Iterator[Content]:
    rows, columns = sum(s.count for s in skipped(checked.summary)), len(unmapped(checked.summary))
    what = [f"{whole(rows)} dòng không phải người"] if rows else []
    what += [f"{whole(columns)} cột chưa rõ là thông tin gì"] if columns else []
    if what:
        yield join(tag("a", "Xem lại phần đọc tệp", href="#da-doc"), f": {' và '.join(what)} không được kiểm tra.")
