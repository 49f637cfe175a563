"""A register that the program does not have: persons with merit to the revolution (người có công).

It lies outside the program; the test puts it beside the others and checks a list of it, to see that a register is one
file and nothing else.
"""

from sosach.registers import headings as known
from sosach.registers.field import Field, Kind
from sosach.registers.register import Register

REGISTER = Register(
    name="merit",
    label="người có công",
    person="người có công",
    required=("full_name",),
    signature=("merit_kind", "merit_rate"),
    titles=("người có công", "thương binh", "liệt sĩ"),
    fields=(
        Field(name="record_code", label="Số hồ sơ", kind=Kind.CODE, headings=known.RECORD_CODE),
        Field(name="full_name", label="Họ và tên", kind=Kind.NAME, headings=known.FULL_NAME),
        Field(name="birth_date", label="Ngày sinh", kind=Kind.DATE, headings=known.BIRTH_DATE),
        Field(name="sex", label="Giới tính", kind=Kind.SEX, headings=known.SEX),
        Field(name="ethnicity", label="Dân tộc", kind=Kind.ETHNICITY, headings=known.ETHNICITY),
        Field(name="personal_id", label="Số định danh", kind=Kind.PERSONAL_ID, headings=known.PERSONAL_ID),
        Field(name="hamlet", label="Thôn", kind=Kind.HAMLET, headings=known.HAMLET),
        Field(name="merit_kind", label="Diện người có công", kind=Kind.TEXT, headings=("Diện người có công", "Diện")),
        Field(name="merit_rate", label="Tỷ lệ thương tật", kind=Kind.TEXT, headings=("Tỷ lệ thương tật", "Tỷ lệ")),
        Field(name="granted_on", label="Ngày công nhận", kind=Kind.DATE, headings=("Ngày công nhận", "Công nhận ngày")),
        Field(name="phone", label="Điện thoại", kind=Kind.PHONE, headings=known.PHONE),
        Field(name="status", label="Tình trạng", kind=Kind.STATUS, headings=known.STATUS),
        Field(name="note", label="Ghi chú", kind=Kind.TEXT, headings=known.NOTE),
    ),
)
