"""What offices write above columns that all registers have; compared without marks, signs and spaces.

Seen in commune lists, in the plan (II.1.b: “CCCD/CMND/ĐDCN”), in the forms of Decree 20/2021/NĐ-CP and in the
extract of the births book. Words for the person (“của trẻ”, “đối tượng”) and what stands in brackets need no
mention here, nor do the names of numbers: whatever is called CCCD, ĐDCN or căn cước is one thing (see
`sosach.intake.wording`).
"""

FULL_NAME = (
    "Họ và tên", "Họ tên", "Họ, chữ đệm, tên", "Họ đệm và tên", "Họ tên khai sinh", "Tên khai sinh", "Tên đầy đủ",
    "Họ tên đầy đủ", "Họ và tên đầy đủ", "Tên gọi", "Họ tên người được khai sinh",
    "Người được khai sinh", "Tên trẻ", "Tên trẻ em", "Tên đối tượng", "Họ tên người hưởng", "Tên", "Full name",
    "Name",
)  # fmt: skip

BIRTH_DATE = (
    "Ngày sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Năm sinh", "Ngày/năm sinh", "NTNS", "NS",
    "Sinh ngày", "Ngày tháng sinh", "Ngày sinh của trẻ", "Năm sinh của trẻ", "Date of birth", "DOB", "Birth date",
    "Birthday", "Birthdate",
)  # fmt: skip

SEX = ("Giới tính", "Giới", "Phái", "GT", "Nam/Nữ", "Nam, nữ", "Giới tính (Nam/Nữ)", "Sex", "Gender")

ETHNICITY = ("Dân tộc", "DT", "D.tộc", "Thành phần dân tộc", "Tên dân tộc", "Ethnicity", "Ethnic group", "Ethnic")

NATIONALITY = ("Quốc tịch", "QT", "Q.tịch", "Nationality")

PERSONAL_ID = (
    "Số định danh cá nhân", "Mã định danh", "Mã số định danh", "Số ĐDCN", "Số CCCD", "CCCD/CMND", "Số căn cước",
    "Số CC", "Số GTTT", "CMND/CCCD/ĐDCN", "Số giấy tờ tùy thân", "Số giấy tờ", "Mã cá nhân", "Mã công dân",
    "Số định danh/CCCD", "SĐD", "Mã số cá nhân", "ID number", "ID No", "ID card", "ID card number", "Personal ID",
    "Personal ID number", "Citizen ID", "National ID", "Identity number", "Identification number",
)  # fmt: skip

HAMLET = (
    "Thôn", "Thôn/Tổ dân phố", "Thôn/TDP", "Thôn, tổ dân phố", "Thôn/xóm", "Thôn/Xóm/TDP", "Xóm", "Bản", "Ấp", "Làng",
    "Buôn", "Khu", "Khu phố", "Khu dân cư", "TDP", "Tổ dân phố", "Tổ", "Khóm", "Thôn/bản", "Thôn/ấp", "Thôn bản",
    "Thôn (xóm)", "Tên thôn", "Xóm/thôn", "Bản/thôn", "Phum, sóc", "Địa bàn", "Thuộc thôn", "Nơi ở (thôn)",
    "Địa chỉ (thôn)", "Địa chỉ (thôn, xóm)", "Nơi ở (thôn, xóm)", "Nơi cư trú (thôn)", "Thường trú (thôn)", "Village",
    "Hamlet",
)  # fmt: skip

ADDRESS = (
    "Địa chỉ", "Nơi ở", "Nơi cư trú", "Nơi thường trú", "Thường trú", "Hộ khẩu thường trú", "HKTT", "ĐKTT",
    "Đăng ký thường trú", "Nơi đăng ký thường trú", "Chỗ ở", "Chỗ ở hiện nay", "Nơi ở hiện tại", "Nơi ở hiện nay",
    "Địa chỉ thường trú", "Địa chỉ hiện tại", "Địa chỉ hiện nay", "Địa chỉ nơi ở", "Địa chỉ cư trú",
    "Địa chỉ chi tiết", "Nơi đăng ký HKTT", "Trú quán", "ĐC", "Nơi tạm trú", "Tạm trú", "Địa chỉ liên hệ", "Address",
)  # fmt: skip

HOUSEHOLD_CODE = (
    "Mã hộ", "Mã hộ gia đình", "Số hộ", "Số sổ hộ", "Mã số hộ", "Số sổ hộ khẩu", "Sổ hộ khẩu", "Số HK", "Số hộ khẩu",
    "Mã HGĐ", "Mã gia đình", "Hộ số",
)  # fmt: skip

HOUSEHOLD_HEAD = (
    "Chủ hộ",
    "Họ tên chủ hộ",
    "Tên chủ hộ",
    "Họ và tên chủ hộ",
    "Hộ gia đình",
    "Chủ hộ gia đình",
    "Household head",
    "Head of household",
)

PHONE = (
    "Số điện thoại", "Điện thoại", "SĐT", "ĐT", "Số ĐT", "Điện thoại liên hệ", "SĐT liên hệ", "Số liên hệ", "Di động",
    "ĐTDĐ", "Số di động", "Số điện thoại liên lạc", "Liên hệ", "Phone", "Phone number", "Telephone", "Mobile", "Tel",
)  # fmt: skip

STATUS = (
    "Trạng thái", "Tình trạng", "Trạng thái hồ sơ", "Tình trạng quản lý", "Trạng thái quản lý", "Biến động",
    "Tình trạng cư trú", "Tình trạng hiện tại", "Tình trạng hiện nay", "Hiện trạng", "Tình trạng biến động",
)  # fmt: skip

NOTE = (
    "Ghi chú",
    "GC",
    "G.chú",
    "Chú thích",
    "Ghi chú khác",
    "Lưu ý",
    "Note",
    "Notes",
    "Remarks",
    "Diễn giải",
    "Ghi chú (nếu có)",
)

FATHER_NAME = (
    "Họ tên cha",
    "Họ và tên cha",
    "Tên cha",
    "Cha",
    "Bố",
    "Họ tên bố",
    "Tên bố",
    "Họ tên người cha",
    "Ba",
    "Con ông",
    "Father",
    "Father's name",
    "Father's full name",
)

MOTHER_NAME = (
    "Họ tên mẹ",
    "Họ và tên mẹ",
    "Tên mẹ",
    "Mẹ",
    "Họ tên người mẹ",
    "Má",
    "Con bà",
    "Mother",
    "Mother's name",
    "Mother's full name",
)

GUARDIAN_NAME = (
    "Người giám hộ", "Họ tên người giám hộ", "Giám hộ", "Người nuôi dưỡng", "Người chăm sóc", "Người đại diện",
    "Phụ huynh", "Cha/mẹ/người giám hộ", "Cha mẹ hoặc người giám hộ", "Họ tên cha/mẹ", "Họ tên bố mẹ", "Người đỡ đầu",
    "Người bảo hộ", "Người trực tiếp nuôi dưỡng", "Guardian", "Guardian's name",
)  # fmt: skip

RECORD_CODE = ("Mã hồ sơ", "Số hồ sơ", "Mã HS", "Mã bản ghi", "Mã quản lý", "Mã hệ thống", "Mã định danh hồ sơ", "ID")
