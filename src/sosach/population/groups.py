"""How the peoples of a northern delta commune name their children; those who came with work and marriage among them.

The words are common ones; put together by chance they name nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass

KINH = "01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The words a people's names are made of."""

    code: str  # of the list of 1979
    weight: float  # how many of a hundred persons who are not Kinh
    surnames: tuple[str, ...]
    male: tuple[str, ...]  # everything after the surname
    female: tuple[str, ...]
    surname_last: bool = False


def _pairs(middles: str, givens: str) -> tuple[str, ...]:
    return tuple(f"{middle} {given}" for middle in middles.split() for given in givens.split())


GROUPS: Mapping[str, Group] = {
    group.code: group
    for group in (
        Group(
            code="02",
            weight=28,
            surnames=("Nông", "Hoàng", "Lương", "Bế", "Vi", "Hà", "Lý"),
            male=_pairs("Văn Đức Minh", "Quân Thắng Huy Tùng Khôi Dũng"),
            female=_pairs("Thị Bích Thu", "Hoài Hiền Lan Thủy Liễu Yến"),
        ),
        Group(
            code="07",
            weight=24,
            surnames=("Nông", "Hoàng", "Lành", "Chu", "Linh", "Vi", "Mã"),
            male=_pairs("Văn Quốc", "Bảo Hưng Toàn Tuyên Long Hải"),
            female=_pairs("Thị Thu Ngọc", "Hằng Diễm Thắm Nguyệt Mai"),
        ),
        Group(
            code="18",
            weight=14,
            surnames=("Trương", "Lục", "Tạ", "Ninh", "Lê", "Ân"),
            male=_pairs("Văn Quang", "Sáu Phúc Tiến Lâm Hòa"),
            female=_pairs("Thị", "Sáu Năm Lý Hoa Phượng"),
        ),
        Group(
            code="09",
            weight=9,
            surnames=("Triệu", "Bàn", "Đặng", "Phùng", "Dương", "Lý"),
            male=_pairs("Văn Tài Kim", "Minh Thành Chiêu Vượng Sơn"),
            female=_pairs("Thị Mùi", "Mùi Nái Pham Ghển Lai"),
        ),
        Group(
            code="06",
            weight=9,
            surnames=("Bùi", "Quách", "Đinh", "Hà", "Bạch", "Phùng"),
            male=_pairs("Văn Công", "Thành Tráng Nghĩa Đạt Huấn"),
            female=_pairs("Thị", "Hậu Nhung Thương Dậu Ánh"),
        ),
        Group(
            code="08",
            weight=7,
            surnames=("Giàng", "Sùng", "Vàng", "Thào", "Lầu", "Mùa", "Hạng"),
            male=_pairs("A Seo", "Páo Dính Chứ Sình Phử Lử Dơ Thọ"),
            female=_pairs("Thị", "Mỷ Pà Sính Máy Chá Dúa Dợ"),
        ),
        Group(
            code="03",
            weight=4,
            surnames=("Lò", "Quàng", "Cà", "Tòng", "Lường", "Cầm"),
            male=_pairs("Văn", "Pọm Thoa Inh Xuân Đôi"),
            female=_pairs("Thị", "Pâng Hặc Ơn Xiên Chựa"),
        ),
        Group(
            code="04",
            weight=2,
            surnames=("Trương", "Lâm", "Mã", "Tăng", "Hứa"),
            male=_pairs("Gia Chí Vĩ", "Hào Cường Khang Minh"),
            female=_pairs("Mỹ Tuệ Gia", "Linh Phụng Hân Nghi"),
        ),
        Group(
            code="10",
            weight=1.5,
            surnames=("Ksor", "Rơ Châm", "Siu", "Kpă", "Nay"),
            male=("Y Bel", "Y Khoa", "Hùng", "Y Thuơn"),
            female=("H’Nghệ", "H’Lan", "H’Bia", "H’Yên"),
        ),
        Group(
            code="12",
            weight=1.5,
            surnames=("Niê", "Mlô", "Byă", "Êban", "Ayun"),
            male=("Y Bhin", "Y Krông", "Y Thăng", "Y Wê"),
            female=("H’Hen", "H’Nga", "H’Zina", "H’Rim"),
            surname_last=True,
        ),
    )
}

FOREIGN_FATHERS = (
    "Kim Min Jun",
    "Park Ji Hoon",
    "Lee Sang Woo",
    "Chen Wei Ming",
    "Wang Jian Guo",
    "Tanaka Kenji",
    "Nguyen David Michael",
)
