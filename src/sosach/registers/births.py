"""The extract of the births book (Law on Civil Status 60/2014, Art. 14: of the parents only the year of birth is
certain).
"""

from sosach.registers import headings as known
from sosach.registers.field import Field, Kind
from sosach.registers.register import Register

REGISTER = Register(
    name="births",
    label="trích xuất khai sinh",
    person="trẻ",
    required=("full_name",),
    signature=("book_no", "registered_on"),
    titles=("khai sinh", "hộ tịch", "sổ đăng ký khai sinh"),
    fields=(
        Field(
            name="birth_cert_no",
            label="Số giấy khai sinh",
            kind=Kind.BIRTH_CERT,
            headings=(
                "Số",
                "Số khai sinh",
                "Số giấy khai sinh",
                "Số đăng ký",
                "Số đăng ký khai sinh",
                "Số GKS",
                "Số ĐK",
                "Giấy khai sinh số",
                "Số vào sổ",
                "Số KS",
            ),
        ),
        Field(
            name="book_no",
            label="Quyển số",
            kind=Kind.CODE,
            headings=("Quyển số", "Quyển", "Số quyển", "Sổ", "Quyển sổ", "Sổ số"),
        ),
        Field(
            name="registered_on",
            label="Ngày đăng ký",
            kind=Kind.DATE,
            headings=(
                "Ngày đăng ký",
                "Ngày ĐK",
                "Ngày đăng ký khai sinh",
                "Ngày ĐKKS",
                "Ngày cấp giấy khai sinh",
                "Ngày vào sổ",
                "Ngày, tháng, năm đăng ký",
                "Ngày tháng đăng ký",
                "Ngày khai sinh",
                "Ngày làm khai sinh",
            ),
        ),
        Field(name="full_name", label="Họ và tên", kind=Kind.NAME, headings=known.FULL_NAME),
        Field(name="birth_date", label="Ngày sinh", kind=Kind.DATE, headings=known.BIRTH_DATE),
        Field(name="sex", label="Giới tính", kind=Kind.SEX, headings=known.SEX),
        Field(name="ethnicity", label="Dân tộc", kind=Kind.ETHNICITY, headings=known.ETHNICITY),
        Field(name="nationality", label="Quốc tịch", kind=Kind.NATIONALITY, headings=known.NATIONALITY),
        Field(name="personal_id", label="Số định danh", kind=Kind.PERSONAL_ID, headings=known.PERSONAL_ID),
        Field(
            name="birth_place",
            label="Nơi sinh",
            kind=Kind.TEXT,
            headings=("Nơi sinh", "Sinh tại", "Cơ sở y tế nơi sinh"),
        ),
        Field(
            name="father_name",
            label="Họ tên cha",
            kind=Kind.NAME,
            headings=("Họ, chữ đệm, tên người cha", *known.FATHER_NAME),
        ),
        Field(
            name="father_birth_year",
            label="Năm sinh cha",
            kind=Kind.YEAR,
            headings=("Năm sinh của cha", "Năm sinh cha", "Năm sinh người cha"),
        ),
        Field(
            name="mother_name",
            label="Họ tên mẹ",
            kind=Kind.NAME,
            headings=("Họ, chữ đệm, tên người mẹ", *known.MOTHER_NAME),
        ),
        Field(
            name="mother_birth_year",
            label="Năm sinh mẹ",
            kind=Kind.YEAR,
            headings=("Năm sinh của mẹ", "Năm sinh mẹ", "Năm sinh người mẹ"),
        ),
        Field(
            name="residence",
            label="Nơi cư trú",
            kind=Kind.ADDRESS,
            headings=("Nơi cư trú của cha mẹ", "Nơi cư trú của mẹ", "Nơi cư trú mẹ", *known.ADDRESS),
        ),
        Field(name="note", label="Ghi chú", kind=Kind.TEXT, headings=(*known.NOTE, "Ghi chú thay đổi")),
    ),
)
