import re

from sosach.outputs.report.legend import icons, legend


def test_every_severity_is_explained_with_its_sign() -> None:
    html = legend().html
    for word in ("Lỗi", "Cần xác minh", "Đã làm sạch"):
        assert word in html


def test_every_sign_that_is_used_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="([^"]+)"', icons()))
    used = set(re.findall(r'<use href="#([^"]+)"', legend().html))
    assert used <= drawn
    assert len(drawn) == 3
