from datetime import date

import pytest

from sosach.store.registers.as_of import day_told

ON = date(2026, 6, 18)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["UBND XÃ HÒA MẪU\n(Kết xuất từ hệ thống, ngày 04/6/2026)"], date(2026, 6, 4)),
        (["Thôn Đồng Sậy (tính đến 4.6.2026)"], date(2026, 6, 4)),
        (["Hòa Mẫu, ngày 11 tháng 6 năm 2026"], date(2026, 6, 11)),
        (["ngày 04/6/2026", "ngày 11/6/2026"], date(2026, 6, 11)),
        (["báo cáo trước ngày 30/6/2026, số liệu ngày 04/6/2026"], date(2026, 6, 4)),
        (["ngày 31/02/2026"], None),
        (["Quyết định 1504/2026"], None),
        (["DANH SÁCH TRẺ EM DƯỚI 16 TUỔI", ""], None),
        ([], None),
    ],
)
def test_the_day_that_titles_name(titles, expected):
    assert day_told(titles, ON) == expected
