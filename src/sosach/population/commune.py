"""The invented commune: xã Hòa Mẫu, tỉnh Bắc Ninh, code 99999, which stands in no list of the State."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commune:
    """A place for made-up people to live."""

    code: str
    name: str
    province: str
    hamlets: tuple[str, ...]

    @property
    def address(self) -> str:
        """What stands after the hamlet in an address."""
        return f"{self.name}, {self.province}"


HOA_MAU = Commune(
    code="99999",
    name="xã Hòa Mẫu",
    province="tỉnh Bắc Ninh",
    hamlets=(
        "Thôn Đồng Sậy",
        "Thôn Bãi Dâu",
        "Thôn Gò Me",
        "Thôn Đầm Hến",
        "Thôn Cầu Tre",
        "Thôn Giếng Đá",
        "Thôn Xóm Lò",
        "Thôn Bến Cỏ",
        "Thôn Ngõ Vải",
        "Thôn Vườn Quýt",
    ),
)
