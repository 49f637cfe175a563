"""What keeps a person back from the next list for the police, in the words of the office."""

# By `readiness.REASONS`; whoever has no question about the number is not spoken of.
KEPT_BACK_WORDS = {
    "at_police": "đang ở Công an",
    "unregistered": "chưa đăng ký khai sinh, hộ tịch làm trước",
    "duplicate": "nghi trùng hồ sơ, cần quyết định",
    "civil_registration": "còn khác sổ khai sinh, cần quyết định",
    "full_name": "họ tên còn lỗi",
    "birth_date": "ngày sinh còn lỗi",
    "sex": "giới tính còn lỗi",
    "no_parent": "chưa có cha, mẹ hoặc người giám hộ",
}
