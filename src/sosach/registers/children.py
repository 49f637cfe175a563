"""Children under 16, as the national software for children exports them (plan II.1; Law on Children 102/2016, Art. 1).

The columns of a real export are not public; the headings are those seen in commune lists and in the plan.
"""

from sosach.registers.field import Field, Kind
from sosach.registers.register import Register

REGISTER = Register(
    name="children",
    label="trẻ em",
    person="trẻ",
    required=("full_name",),
    signature=("guardian_relation", "special_circumstance", "at_risk", "class_name", "school", "father_name"),
    titles=("trẻ em", "trẻ"),
    fields=(
        Field(name="record_code", label="Mã hồ sơ", kind=Kind.CODE, headings=("Mã hồ sơ", "Mã trẻ", "Mã trẻ em")),
        Field(name="full_name", label="Họ và tên", kind=Kind.NAME, headings=("Họ và tên", "Họ tên", "Họ tên trẻ")),
        Field(name="birth_date", label="Ngày sinh", kind=Kind.DATE, headings=("Ngày sinh", "Ngày tháng năm sinh", "Năm sinh")),
        Field(name="sex", label="Giới tính", kind=Kind.SEX, headings=("Giới tính", "Giới", "Phái")),
        Field(name="ethnicity", label="Dân tộc", kind=Kind.ETHNICITY, headings=("Dân tộc",)),
        Field(name="nationality", label="Quốc tịch", kind=Kind.NATIONALITY, headings=("Quốc tịch",)),
        Field(name="personal_id", label="Số định danh", kind=Kind.PERSONAL_ID, headings=("Số định danh cá nhân", "Mã định danh")),
        Field(name="birth_cert_no", label="Số giấy khai sinh", kind=Kind.BIRTH_CERT, headings=("Số giấy khai sinh",)),
        Field(name="birth_place", label="Nơi sinh", kind=Kind.TEXT, headings=("Nơi sinh",)),
        Field(name="hamlet", label="Thôn", kind=Kind.HAMLET, headings=("Thôn", "Thôn/Tổ dân phố", "Xóm", "Bản")),
        Field(name="address", label="Địa chỉ", kind=Kind.ADDRESS, headings=("Địa chỉ", "Nơi ở", "Nơi cư trú")),
        Field(name="household_code", label="Mã hộ", kind=Kind.CODE, headings=("Mã hộ",)),
        Field(name="household_head", label="Chủ hộ", kind=Kind.NAME, headings=("Chủ hộ", "Họ tên chủ hộ")),
        Field(name="father_name", label="Họ tên cha", kind=Kind.NAME, headings=("Họ tên cha", "Cha", "Bố")),
        Field(name="father_birth_year", label="Năm sinh cha", kind=Kind.YEAR, headings=("Năm sinh cha",)),
        Field(name="father_personal_id", label="Số định danh cha", kind=Kind.PERSONAL_ID, headings=("Số CCCD cha",)),
        Field(name="mother_name", label="Họ tên mẹ", kind=Kind.NAME, headings=("Họ tên mẹ", "Mẹ")),
        Field(name="mother_birth_year", label="Năm sinh mẹ", kind=Kind.YEAR, headings=("Năm sinh mẹ",)),
        Field(name="mother_personal_id", label="Số định danh mẹ", kind=Kind.PERSONAL_ID, headings=("Số CCCD mẹ",)),
        Field(name="guardian_name", label="Người giám hộ", kind=Kind.NAME, headings=("Người giám hộ",)),
        Field(name="guardian_relation", label="Quan hệ với trẻ", kind=Kind.TEXT, headings=("Quan hệ với trẻ", "Quan hệ")),
        Field(name="guardian_personal_id", label="Số định danh người giám hộ", kind=Kind.PERSONAL_ID, headings=("Số CCCD người giám hộ",)),
        Field(name="phone", label="Điện thoại", kind=Kind.PHONE, headings=("Số điện thoại", "Điện thoại", "SĐT")),
        Field(name="health_insurance_no", label="Mã thẻ BHYT", kind=Kind.INSURANCE, headings=("Số thẻ BHYT", "Mã thẻ BHYT")),
        Field(name="school", label="Trường", kind=Kind.TEXT, headings=("Trường", "Nơi học")),
        Field(name="class_name", label="Lớp", kind=Kind.TEXT, headings=("Lớp",)),
        Field(name="special_circumstance", label="Hoàn cảnh đặc biệt", kind=Kind.CIRCUMSTANCE, headings=("Hoàn cảnh đặc biệt",)),
        Field(name="at_risk", label="Nguy cơ", kind=Kind.TEXT, headings=("Nguy cơ rơi vào hoàn cảnh đặc biệt", "Nguy cơ")),
        Field(name="poverty", label="Hộ nghèo, cận nghèo", kind=Kind.POVERTY, headings=("Hộ nghèo/Cận nghèo", "Hộ nghèo")),
        Field(name="status", label="Trạng thái", kind=Kind.STATUS, headings=("Trạng thái", "Tình trạng")),
        Field(name="note", label="Ghi chú", kind=Kind.TEXT, headings=("Ghi chú",)),
    ),
)
