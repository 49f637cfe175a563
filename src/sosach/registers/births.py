"""The extract of the births book (Law on Civil Status 60/2014, Art. 14: of the parents only the year of birth is certain)."""

from sosach.registers.field import Field, Kind
from sosach.registers.register import Register

REGISTER = Register(
    name="births",
    label="trích xuất khai sinh",
    person="trẻ",
    required=("full_name",),
    signature=("book_no", "registered_on", "birth_place", "residence"),
    titles=("khai sinh", "hộ tịch"),
    fields=(
        Field(name="birth_cert_no", label="Số giấy khai sinh", kind=Kind.BIRTH_CERT, headings=("Số", "Số khai sinh")),
        Field(name="book_no", label="Quyển số", kind=Kind.CODE, headings=("Quyển số", "Quyển")),
        Field(name="registered_on", label="Ngày đăng ký", kind=Kind.DATE, headings=("Ngày đăng ký",)),
        Field(name="full_name", label="Họ và tên", kind=Kind.NAME, headings=("Họ, chữ đệm, tên", "Họ và tên")),
        Field(name="birth_date", label="Ngày sinh", kind=Kind.DATE, headings=("Ngày, tháng, năm sinh", "Ngày sinh")),
        Field(name="sex", label="Giới tính", kind=Kind.SEX, headings=("Giới tính",)),
        Field(name="ethnicity", label="Dân tộc", kind=Kind.ETHNICITY, headings=("Dân tộc",)),
        Field(name="nationality", label="Quốc tịch", kind=Kind.NATIONALITY, headings=("Quốc tịch",)),
        Field(name="personal_id", label="Số định danh", kind=Kind.PERSONAL_ID, headings=("Số định danh cá nhân",)),
        Field(name="birth_place", label="Nơi sinh", kind=Kind.TEXT, headings=("Nơi sinh",)),
        Field(name="father_name", label="Họ tên cha", kind=Kind.NAME, headings=("Họ, chữ đệm, tên người cha", "Họ tên cha")),
        Field(name="father_birth_year", label="Năm sinh cha", kind=Kind.YEAR, headings=("Năm sinh của cha",)),
        Field(name="mother_name", label="Họ tên mẹ", kind=Kind.NAME, headings=("Họ, chữ đệm, tên người mẹ", "Họ tên mẹ")),
        Field(name="mother_birth_year", label="Năm sinh mẹ", kind=Kind.YEAR, headings=("Năm sinh của mẹ",)),
        Field(name="residence", label="Nơi cư trú", kind=Kind.ADDRESS, headings=("Nơi cư trú",)),
        Field(name="note", label="Ghi chú", kind=Kind.TEXT, headings=("Ghi chú",)),
    ),
)
