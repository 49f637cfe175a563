"""The workbook that goes to the police with a batch: written, read again, put under a password where one is wanted.

Columns and headings: `sosach.forms.police`. The file appears only when everything that was meant to stand in it was
found in it by the reader that will take it back.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sosach.findings.notices import refused
from sosach.forms.form import SentRow, comparable
from sosach.forms.police import POLICE_LIST, RESULT_WORDS, Result
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.outputs.form_workbook import Cover, Instruction, write_form
from sosach.outputs.office_password import locked
from sosach.outputs.shown import day, whole
from sosach.outputs.whole_files import whole_files

# Where spreadsheets keep what nobody looks at; the reader may tell from it whose list it is.
BATCH_PROPERTY, UNIT_PROPERTY = "sosach.batch", "sosach.unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceBatch:
    """What the list is called and where it comes from."""

    code: str  # “TE-02”
    person: str  # what one row is called: “trẻ”, “người”
    unit: str  # “xã Hòa Mẫu”
    unit_code: str
    sent_on: date
    due: date


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written and found as it was meant."""

    path: Path
    sha256: str
    has_password: bool


def write_police_list(path: Path, batch: PoliceBatch, rows: Sequence[SentRow], password: str | None = None) -> Written:
    """Writes the list whole or not at all.

    Args:
        path: of the .xlsx.
        batch: what is said about it.
        rows: sealed.
        password: to open it with; None: none.

    Raises:
        Refused: the place cannot be written, the password is too short, or what was written reads differently.
    """
    with whole_files(path.absolute().parent) as files:
        fresh = files.fresh(path)
        write_form(fresh, POLICE_LIST, rows, _cover(batch, len(rows)))
        if password is not None:
            fresh.write_bytes(locked(fresh.read_bytes(), password, path.name))
        _prove(fresh, rows, password)
        sha256 = hashlib.sha256(fresh.read_bytes()).hexdigest()
    return Written(path, sha256, password is not None)


def _prove(path: Path, rows: Sequence[SentRow], password: str | None) -> None:
    """Reads the file as it will be read when it comes back."""
    back = read_form(path, POLICE_LIST, ReadingOptions(password=password)).rows
    same = len(back) == len(rows) and all(
        one.code == sent.code
        and not one.answers
        and [comparable(fact or "") for fact in one.facts] == [comparable(fact) for fact in sent.facts]
        for one, sent in zip(back, rows, strict=False)
    )
    if not same:
        raise refused("output_differs", file=path.name)


def _cover(batch: PoliceBatch, count: int) -> Cover:
    return Cover(
        title=f"Đợt {batch.code}: danh sách đề nghị đối chiếu, cung cấp số định danh cá nhân",
        footer=f"Đợt {batch.code} · {batch.unit} · có thông tin cá nhân, chỉ dùng để đối chiếu",
        on=batch.sent_on,
        instructions=_instructions(batch, count),
        properties={BATCH_PROPERTY: batch.code, UNIT_PROPERTY: batch.unit_code},
    )


def _instructions(batch: PoliceBatch, count: int) -> Sequence[Instruction]:
    words = RESULT_WORDS
    return (
        ("Đơn vị gửi", f"{batch.unit} (mã {batch.unit_code})"),
        ("Đợt", f"{batch.code}, chuyển ngày {day(batch.sent_on)}, {whole(count)} {batch.person}"),
        ("Ngày trả", day(batch.due)),
        ("Ghi ở đâu", "Chỉ ghi vào sáu cột có tiêu đề màu vàng, từ “Kết quả” đến “Ghi chú của Công an”."),
        (
            "Không đổi",
            "Cột “Mã dòng” và dòng tiêu đề. Mã dòng nối mỗi dòng với hồ sơ; dòng đổi mã hoặc lệch cột sẽ phải hỏi lại.",
        ),
        (
            "Sắp xếp, lọc",
            "Lọc được ngay. Muốn sắp xếp: vào Xem lại, bỏ bảo vệ trang tính (không có mật khẩu), rồi chọn cả bảng để "
            "các cột đi cùng nhau.",
        ),
        (words[Result.MATCHES], "Số định danh và thông tin trong danh sách đúng. Không cần ghi thêm."),
        (words[Result.NUMBER_GIVEN], "Ghi đủ 12 chữ số vào cột “Số định danh đúng”."),
        (words[Result.CORRECTED], "Ghi phần khác danh sách vào các cột “… đúng”."),
        (words[Result.NOT_FOUND], "Ghi lý do vào cột “Ghi chú của Công an”: sai ngày sinh, chuyển đi, chưa thu nhận…"),
        (words[Result.UNREGISTERED], "Hồ sơ sẽ chuyển công chức tư pháp - hộ tịch."),
        (words[Result.DUPLICATE], "Ghi trùng với ai hoặc với mã dòng nào."),
        (words[Result.OTHER], "Ghi rõ ở cột “Ghi chú của Công an”."),
        ("Chưa có kết quả", "Để trống cả dòng; đợt sau trả tiếp."),
        (
            "Bảo mật",
            "Danh sách có thông tin cá nhân, chỉ dùng để đối chiếu theo kế hoạch; không sao chép, không gửi qua mạng "
            "xã hội.",
        ),
    )
