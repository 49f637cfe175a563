"""An address as words with the gaps between them, so that names of places can be looked for from its end.

People part an address with commas, hyphens or nothing, abbreviate kinds (X., P., TT, TP.) and glue numbers to them
(P15). Names of places are brought into the same form, so that both can be compared word by word.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from sosach.text.folding import i_for_y, letters_key, search_key

HYPHEN, COMMA = "-", ","

# How kinds of units are written, with their marks or without any: “Xá” at the end of a name is no xã.
_WRITTEN = {
    "tỉnh": ("tỉnh", "tinh", "t"),
    "thành phố": ("thành phố", "thanh pho", "tp"),
    "huyện": ("huyện", "huyen", "h"),
    "quận": ("quận", "quan", "q"),
    "thị xã": ("thị xã", "thi xa", "tx"),
    "xã": ("xã", "xa", "x"),
    "phường": ("phường", "phuong", "p", "f"),
    "thị trấn": ("thị trấn", "thi tran", "tt"),
    "đặc khu": ("đặc khu", "dac khu"),
}
_KINDS = {written: kind for kind, every in _WRITTEN.items() for written in every}


@dataclass(frozen=True, slots=True)
class Address:
    """The words of an address, small, with one place for tones."""

    words: tuple[str, ...]  # without marks; i stands for a final y in both
    letters: tuple[str, ...]  # the same with their marks
    gaps: tuple[str, ...]  # what stands before each word: nothing, a hyphen or a comma

    def kind_before(self, at: int) -> tuple[str | None, int]:
        """The kind that stands right before a word, and where it begins; no kind begins at the word itself."""
        for size in (2, 1):
            begin = at - size
            parted = any(self.gaps[begin + 1 : at + 1]) if begin >= 0 else True
            kind = None if parted else _KINDS.get(" ".join(self.letters[begin:at]))
            if kind is not None:
                return kind, begin
        return None, at

    def parted_at(self, at: int) -> bool:
        """Whether something new begins with this word."""
        return at == 0 or bool(self.gaps[at])

    def is_marked(self) -> bool:
        """Whether any word has a mark."""
        return self.words != self.letters

    def parts_before(self, at: int) -> int:
        """How many parts stand before this word; those cut off before the first word count as one."""
        return sum(map(bool, self.gaps[: at + 1]))


def split(texts: Iterable[str]) -> list[Address]:
    """The addresses in their words."""
    frame = pl.DataFrame({"text": list(texts)}, schema={"text": pl.String})
    frame = frame.select(letters=i_for_y(_words(pl.col("text"))))
    frame = frame.with_columns(words=search_key(pl.col("letters")))
    return [_address(words.split(" "), letters.split(" ")) for letters, words in frame.rows()]


def _words(text: pl.Expr) -> pl.Expr:
    """Words, commas and hyphens with single spaces between them."""
    parted = (
        letters_key(text)
        .str.replace_all("'", "")
        .str.replace_all(r"[,;/|()\[\]:…\"“”\n]+", " , ")
        .str.replace_all("-", " - ")
        .str.replace_all(r"[^\p{L}\p{N},-]+", " ")
        .str.replace_all(r"(?P<kind>\b(?:p|f|q|h|x|tp|tt|tx|phường|quận))(?P<number>\d)", "${kind} ${number}")
        .str.replace_all(r"\b0+(?P<number>\d)", "${number}")
    )
    return parted.str.replace_all(" {2,}", " ").str.strip_chars(" ")


def _address(words: list[str], letters: list[str]) -> Address:
    kept: list[tuple[str, str, str]] = []
    gap = ""
    for word, letter in zip(words, letters, strict=True):
        if word in (HYPHEN, COMMA):
            gap = max(gap, word, key=("", HYPHEN, COMMA).index)
        elif word:
            kept.append((word, letter, gap))
            gap = ""
    columns = list(zip(*kept, strict=True)) or [(), (), ()]
    return Address(*columns)
