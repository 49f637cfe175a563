"""How offices lay out their registers: exports of the national software, lists of hamlets and of the health station.

The columns of a real export are not public; these are the ones that plan, law and commune lists name.
"""

from dataclasses import dataclass

from sosach.population.writing import SEX_BY_COLUMN


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list."""

    heading: str
    field: str | None = None  # None: the running number, or what is the same in every row
    width: float = 12
    upper: str = ""  # a heading over several columns
    sex: str | None = None  # the date of birth stands here for those of this sex only
    filled: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One kind of list."""

    name: str
    register: str
    sheet: str  # the name of the sheet; lists of hamlets have one sheet per hamlet instead
    titles: tuple[str, ...]  # rows above the heading, with {place}, {hamlet} and {day}
    columns: tuple[Column, ...]
    total: str = ""  # what is counted in the last row; empty: no last row
    signers: tuple[str, ...] = ()
    by_hamlet: bool = False

    def fields(self) -> tuple[str, ...]:
        """The fields that the list has, each once; sex told by the column of the date is none."""
        return tuple(dict.fromkeys(column.field for column in self.columns if column.field))


_COUNT = Column("STT", width=5)

CHILDREN_EXPORT = Layout(
    name="children export",
    register="children",
    sheet="Danh sách",
    titles=(
        "UBND {place}",
        "DANH SÁCH TRẺ EM DƯỚI 16 TUỔI",
        "(Kết xuất từ Hệ thống quản lý thông tin trẻ em tại cơ sở, ngày {day})",
    ),
    columns=(
        _COUNT,
        Column("Mã trẻ", "record_code"),
        Column("Họ và tên", "full_name", 24),
        Column("Ngày sinh", "birth_date"),
        Column("Giới tính", "sex", 8),
        Column("Dân tộc", "ethnicity"),
        Column("Quốc tịch", "nationality"),
        Column("Số định danh cá nhân", "personal_id", 16),
        Column("Số giấy khai sinh", "birth_cert_no"),
        Column("Nơi sinh", "birth_place", 28),
        Column("Mã hộ", "household_code"),
        Column("Chủ hộ", "household_head", 22),
        Column("Thôn", "hamlet", 16),
        Column("Địa chỉ", "address", 36),
        Column("Họ tên cha", "father_name", 22),
        Column("Năm sinh cha", "father_birth_year"),
        Column("Số CCCD cha", "father_personal_id", 16),
        Column("Họ tên mẹ", "mother_name", 22),
        Column("Năm sinh mẹ", "mother_birth_year"),
        Column("Số CCCD mẹ", "mother_personal_id", 16),
        Column("Họ tên người giám hộ", "guardian_name", 22),
        Column("Quan hệ với trẻ", "guardian_relation"),
        Column("Số CCCD người giám hộ", "guardian_personal_id", 16),
        Column("Số điện thoại", "phone"),
        Column("Số thẻ BHYT", "health_insurance_no", 17),
        Column("Trường", "school", 24),
        Column("Lớp", "class_name", 6),
        Column("Hoàn cảnh đặc biệt", "special_circumstance", 28),
        Column("Nguy cơ rơi vào HCĐB", "at_risk", 20),
        Column("Hộ nghèo/Cận nghèo", "poverty"),
        Column("Trạng thái", "status"),
        Column("Ghi chú", "note"),
        Column("Người cập nhật", filled="canbo.vhxh", hidden=True),
        Column("Ngày cập nhật", filled="04/6/2026", hidden=True),
    ),
    total="trẻ em",
    signers=("NGƯỜI LẬP BIỂU", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
)

BENEFICIARIES_EXPORT = Layout(
    name="beneficiaries export",
    register="beneficiaries",
    sheet="Danh sách",
    titles=(
        "UBND {place}",
        "DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI HƯỞNG TRỢ CẤP HÀNG THÁNG",
        "(Kết xuất từ phần mềm quản lý đối tượng bảo trợ xã hội, ngày {day})",
    ),
    columns=(
        _COUNT,
        Column("Mã đối tượng", "record_code"),
        Column("Họ và tên", "full_name", 24),
        Column("Ngày/năm sinh", "birth_date"),
        Column("Giới tính", "sex", 8),
        Column("Dân tộc", "ethnicity"),
        Column("Quốc tịch", "nationality"),
        Column("Số CCCD/ĐDCN", "personal_id", 16),
        Column("Số CMND cũ", "old_id"),
        Column("Thôn", "hamlet", 16),
        Column("Địa chỉ", "address", 36),
        Column("Mã hộ", "household_code"),
        Column("Chủ hộ", "household_head", 22),
        Column("Họ tên cha", "father_name", 22),
        Column("Họ tên mẹ", "mother_name", 22),
        Column("Người giám hộ", "guardian_name", 22),
        Column("Quan hệ của người giám hộ", "guardian_relation"),
        Column("Loại đối tượng", "category", 40),
        Column("Số quyết định", "decision_no"),
        Column("Ngày quyết định", "decision_date"),
        Column("Hưởng từ ngày", "benefit_from"),
        Column("Trạng thái hưởng", "benefit_status"),
        Column("Dạng khuyết tật", "disability_type", 18),
        Column("Mức độ khuyết tật", "disability_degree"),
        Column("Họ tên người chăm sóc", "carer_name", 22),
        Column("Quan hệ với đối tượng", "carer_relation"),
        Column("Ngày sinh người chăm sóc", "carer_birth_date"),
        Column("Số CCCD người chăm sóc", "carer_personal_id", 16),
        Column("Số điện thoại", "phone"),
        Column("Tình trạng", "status"),
        Column("Ghi chú", "note"),
    ),
    total="đối tượng",
    signers=("NGƯỜI LẬP BIỂU", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
)

BIRTHS_EXPORT = Layout(
    name="births export",
    register="births",
    sheet="Khai sinh",
    titles=(
        "UBND {place}",
        "TRÍCH SỔ ĐĂNG KÝ KHAI SINH",
        "(Kết xuất từ cơ sở dữ liệu hộ tịch điện tử, ngày {day})",
    ),
    columns=(
        _COUNT,
        Column("Số", "birth_cert_no"),
        Column("Quyển số", "book_no"),
        Column("Ngày đăng ký", "registered_on"),
        Column("Họ, chữ đệm, tên", "full_name", 24),
        Column("Ngày, tháng, năm sinh", "birth_date"),
        Column("Giới tính", "sex", 8),
        Column("Dân tộc", "ethnicity"),
        Column("Quốc tịch", "nationality"),
        Column("Số định danh cá nhân", "personal_id", 16),
        Column("Nơi sinh", "birth_place", 28),
        Column("Họ, chữ đệm, tên người cha", "father_name", 22),
        Column("Năm sinh của cha", "father_birth_year"),
        Column("Họ, chữ đệm, tên người mẹ", "mother_name", 22),
        Column("Năm sinh của mẹ", "mother_birth_year"),
        Column("Nơi cư trú", "residence", 36),
        Column("Ghi chú", "note"),
    ),
)

HAMLET_LISTS = Layout(
    name=SEX_BY_COLUMN,
    register="children",
    sheet="",
    titles=("DANH SÁCH TRẺ EM DƯỚI 16 TUỔI", "{hamlet} - {place} (tính đến {day})", ""),
    columns=(
        Column("TT", width=5),
        Column("Họ tên trẻ", "full_name", 24),
        Column("Nam", "birth_date", 11, upper="Năm sinh", sex="Nam"),
        Column("Nữ", "birth_date", 11, upper="Năm sinh", sex="Nữ"),
        Column("Dân tộc", "ethnicity", 11),
        Column("Mã định danh/ CMND", "personal_id", 16),
        Column("Họ tên", "father_name", 22, upper="Thông tin cha"),
        Column("Năm sinh", "father_birth_year", 11, upper="Thông tin cha"),
        Column("Họ tên", "mother_name", 22, upper="Thông tin mẹ"),
        Column("Năm sinh", "mother_birth_year", 11, upper="Thông tin mẹ"),
        Column("Người giám hộ (nếu có)", "guardian_name", 22),
        Column("Mã hộ", "household_code"),
        Column("Số thẻ BHYT", "health_insurance_no", 17),
        Column("Trường", "school", 24, upper="Nơi học"),
        Column("Lớp", "class_name", 6, upper="Nơi học"),
        Column("Ghi chú", "note"),
    ),
    total="người",
    signers=("TRƯỞNG THÔN",),
    by_hamlet=True,
)

HEALTH_STATION_LIST = Layout(
    name="health station list",
    register="children",
    sheet="Sheet1",
    titles=(),
    columns=(
        Column("Số TT", width=5),
        Column("Họ tên mẹ", "mother_name", 22),
        Column("Họ tên bố", "father_name", 22),
        Column("Người nuôi dưỡng", "guardian_name", 22),
        Column("Tên trẻ", "full_name", 24),
        Column("Ngày tháng năm sinh", "birth_date"),
        Column("Phái", "sex", 8),
        Column("Mã ĐDCN", "personal_id", 16),
        Column("Mã thẻ BHYT", "health_insurance_no", 17),
        Column("Thôn, xóm", "hamlet", 16),
        Column("SĐT", "phone"),
    ),
)
