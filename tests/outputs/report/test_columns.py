from sosach.outputs.profile import profile
from sosach.outputs.report.columns import columns
from tests.outputs.small_register import checked


def test_every_column_is_described() -> None:
    section = columns(checked(), profile(checked()))
    assert section is not None
    for label in ("Họ và tên", "Ngày sinh", "Giới tính", "Thôn", "Mã hộ"):
        assert label in section.html
    assert "100 %" in section.html
    assert "75,0 %" in section.html


def test_a_heading_of_its_own_is_told() -> None:
    section = columns(checked(), profile(checked()))
    assert section is not None
    assert "cột “<bdi>Số định danh cá nhân</bdi>”" in section.html
    assert "cột “<bdi>Ngày sinh" not in section.html


def test_unknown_is_not_none() -> None:
    section = columns(checked(with_raw=False), profile(checked(with_raw=False)))
    assert section is not None
    assert ">–</td>" in section.html


def test_no_columns_no_section() -> None:
    assert columns(checked(), ()) is None
