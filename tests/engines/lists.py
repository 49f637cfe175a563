"""Small lists as Parquet files, opened as commands open them; everybody is made up."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from sosach.intake.parquet import open_parquet
from sosach.intake.reading import Opened

Row = Mapping[str, str | None]

AN = {
    "record_code": "TE1", "full_name": "Nguyễn Hòa An", "birth_date": "2018-06-04", "sex": "Nam", "ethnicity": "Kinh",
    "personal_id": "027218600001", "mother_name": "Trần Thị Thúy", "father_name": "Nguyễn Văn Nam",
    "hamlet": "Thôn Gò Me", "address": "Thôn Gò Me, xã Hòa Mẫu, tỉnh Bắc Ninh", "birth_cert_no": "12/2018",
}  # fmt: skip
CUONG = {
    "record_code": "TE2", "full_name": "Lê Văn Cường", "birth_date": "2015-01-02", "sex": "Nam", "ethnicity": "Kinh",
    "personal_id": "027215600002", "mother_name": "Phạm Thị Mơ", "father_name": "Lê Văn Đông",
    "hamlet": "Thôn Bến Cỏ", "address": "Thôn Bến Cỏ, xã Hòa Mẫu, tỉnh Bắc Ninh", "birth_cert_no": "3/2015",
}  # fmt: skip
DUNG = {
    "record_code": "TE3", "full_name": "Vũ Thị Dung", "birth_date": "2012-09-12", "sex": "Nữ", "ethnicity": "Tày",
    "personal_id": "027312600003", "mother_name": "Đỗ Thị Lan", "father_name": "Vũ Văn Hải",
    "hamlet": "Thôn Gò Me", "address": "Thôn Gò Me, xã Hòa Mẫu, tỉnh Bắc Ninh", "birth_cert_no": "45/2012",
}  # fmt: skip
NEWBORN = {
    "record_code": "TE4", "full_name": "Hà Minh Khôi", "birth_date": "2026-01-05", "sex": "Nam", "ethnicity": "Kinh",
    "personal_id": None, "mother_name": "Ngô Thị Hạnh", "father_name": "Hà Văn Sơn",
    "hamlet": "Thôn Bến Cỏ", "address": "Thôn Bến Cỏ, xã Hòa Mẫu, tỉnh Bắc Ninh", "birth_cert_no": None,
}  # fmt: skip

_BIRTH = ("full_name", "birth_date", "sex", "ethnicity", "personal_id", "mother_name", "father_name", "birth_cert_no")


def birth(child: Row, **changes: str | None) -> dict[str, str | None]:
    """The entry of a child in the births book."""
    kept: dict[str, str | None] = {name: child.get(name) for name in _BIRTH}
    return kept | {"residence": child.get("address"), "book_no": "01", "registered_on": "2018-07-01"} | changes


def write(path: Path, *rows: Row) -> Path:
    """Writes a list."""
    names = dict.fromkeys(name for row in rows for name in row)
    pl.DataFrame(list(rows), schema=dict.fromkeys(names, pl.String)).write_parquet(path)
    return path


def opened(path: Path, register: str, *rows: Row) -> Opened:
    """A list, opened."""
    return open_parquet(write(path, *rows), register)
