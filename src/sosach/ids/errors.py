"""Why a number cannot be one of its kind. The kinds are those of python-stdnum, each with one sentence of its own.

An expression names a kind (`length`), a scalar verb raises it (`LengthError`).
"""

from typing import ClassVar


class NumberError(ValueError):
    """The number is not one of its kind."""

    kind: ClassVar[str]
    sentence: ClassVar[str]

    def __str__(self) -> str:
        return super().__str__() or self.sentence


class FormatError(NumberError):
    """Something in it is neither a digit nor a letter that belongs there."""

    kind = "format"
    sentence = "Số có ký tự không thuộc dạng số này."


class LengthError(NumberError):
    """Too short or too long."""

    kind = "length"
    sentence = "Số không đủ hoặc thừa chữ số."


class ComponentError(NumberError):
    """A part of it means nothing: a telephone prefix, a year."""

    kind = "component"
    sentence = "Số có phần không có nghĩa."


class ChecksumError(NumberError):
    """The check digit does not follow from the others."""

    kind = "checksum"
    sentence = "Số không khớp chữ số kiểm tra."


class PlaceholderError(NumberError):
    """Digits that hold the place of a number: twelve equal ones, 123456789012."""

    kind = "placeholder"
    sentence = "Dãy chữ số chỉ để giữ chỗ, không phải số."


KINDS: dict[str, type[NumberError]] = {
    error.kind: error for error in (FormatError, LengthError, ComponentError, ChecksumError, PlaceholderError)
}
