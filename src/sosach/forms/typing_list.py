"""The typing list: what has to be typed into the national software by hand, person by person, with a box to tick.

Nothing proves that the software takes a workbook back, so this list is of equal rank; its ticks come back as facts.
"""

from sosach.forms.form import Form, FormColumn, Part


def _fact(key: str, heading: str, width: float, *also: str, needed: bool = False) -> FormColumn:
    return FormColumn(key=key, heading=heading, part=Part.FACT, width=width, also=also, needed=needed)


def _answer(key: str, heading: str, width: float, *also: str, needed: bool = False) -> FormColumn:
    choices = ("x", "không nhập được") if key == "done" else ()
    return FormColumn(
        key=key, heading=heading, part=Part.ANSWER, width=width, also=also, needed=needed, choices=choices
    )  # fmt: skip


TYPING_LIST = Form(
    name="typing",
    sheet="Danh sách nhập tay",
    columns=(
        FormColumn(key="code", heading="Mã dòng", part=Part.CODE, width=20, also=("Mã", "Mã số dòng"), needed=True),
        FormColumn(key="number", heading="STT", part=Part.NUMBER, width=5, also=("TT", "Số TT")),
        _fact("hamlet", "Thôn", 13),
        _fact("record_code", "Mã hồ sơ", 13, "Mã trẻ", "Mã đối tượng"),
        _fact("full_name", "Họ và tên", 22, "Họ tên", needed=True),
        _fact("birth_date", "Ngày sinh", 11, "Năm sinh"),
        _fact("field", "Thông tin", 18, "Trường", "Mục", needed=True),
        _fact("old", "Trên phần mềm", 20, "Giá trị cũ", "Hiện có"),
        _fact("new", "Cần nhập", 20, "Giá trị mới", "Giá trị đúng", needed=True),
        _answer("done", "Đã nhập", 9, "Đánh dấu", "Đã nhập (x)", "Xong", needed=True),
        _answer("on", "Ngày nhập", 11),
        _answer("by", "Người nhập", 15),
        _answer("note", "Ghi chú", 22),
    ),
)
