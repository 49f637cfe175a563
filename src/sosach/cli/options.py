"""The options of all commands that read a workbook."""

import argparse
from pathlib import Path

from sosach.findings.notices import refused
from sosach.registers.catalogue import registers


def declare(parser: argparse.ArgumentParser) -> None:
    """Adds the workbooks and the options."""
    parser.add_argument(
        "workbooks", nargs="+", type=Path, metavar="TỆP", help=".xlsx .xlsm .xls .xlsb .ods .csv hoặc .parquet"
    )
    declare_register(parser)
    declare_reading(parser)


def declare_register(parser: argparse.ArgumentParser) -> None:
    """Adds which register it is."""
    parser.add_argument("--register", choices=tuple(registers()), help="loại sổ; mặc định: tự nhận ra")


def declare_reading(parser: argparse.ArgumentParser) -> None:
    """Adds how a workbook is read, for commands that name the register and the workbook themselves."""
    parser.add_argument(
        "--sheet", action="append", default=[], metavar="TÊN", help="chỉ đọc trang tính này (dùng được nhiều lần)"
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        type=_pair,
        metavar="TRƯỜNG=TIÊU_ĐỀ",
        help='ghép cột: full_name="Tên gọi" hoặc full_name=@C',
    )
    parser.add_argument(
        "--profile", type=Path, metavar="TỆP", help="nơi nhớ cách ghép cột; mặc định: sosach-columns.toml cạnh tệp"
    )
    parser.add_argument("--unit", metavar="MÃ_XÃ", help="mã xã 5 chữ số, để biết địa chỉ nào thuộc xã khác")
    parser.add_argument("--plan", type=Path, metavar="PLAN.toml", help="kế hoạch của xã: tên xã và danh sách thôn")
    parser.add_argument("--password-file", type=Path, metavar="TỆP", help="tệp chứa mật khẩu mở bảng tính")


def declare_right(parser: argparse.ArgumentParser) -> None:
    """Adds how the second of two lists is read where it differs from the first."""
    parser.add_argument("--right-register", choices=tuple(registers()), help="loại sổ của tệp thứ hai")
    parser.add_argument(
        "--right-sheet", action="append", default=[], metavar="TÊN", help="chỉ đọc trang tính này của tệp thứ hai"
    )
    parser.add_argument(
        "--right-map",
        action="append",
        default=[],
        type=_pair,
        metavar="TRƯỜNG=TIÊU_ĐỀ",
        help="ghép cột của tệp thứ hai",
    )
    parser.add_argument(
        "--right-password-file", type=Path, metavar="TỆP", help="tệp chứa mật khẩu của tệp thứ hai, nếu khác"
    )


def _pair(text: str) -> tuple[str, str]:
    field, sign, heading = text.partition("=")
    if not sign or not field.strip() or not heading.strip():
        raise refused("map_form", value=text)
    fields = {f.name for register in registers().values() for f in register.fields}
    if field.strip() not in fields:
        raise refused("map_field", value=field.strip())
    return field.strip(), heading.strip()
