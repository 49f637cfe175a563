"""Looks at prose: which numbers stand in it, and whether each is a named figure."""

import re

from sosach.papers.document import Paper, Paragraph, Style, said

_NOT_FIGURES = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|số \d+/[A-ZĐ-]+|Đề án 06|17 giờ 00|(TE|BT)-\d+|16 tuổi|60 ngày|từ 10 điểm|nhóm 3|^\d+\. "
    r"|Phụ lục|năm \d{4}|tháng \d+|9 chữ số"
)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def unnamed(paper: Paper) -> set[str]:
    """The numbers of the prose that are no figure of it."""
    paragraphs = [block for block in paper.blocks() if isinstance(block, Paragraph)]
    prose = [block.text for block in paragraphs if block.style not in (Style.NOTE, Style.ANNEX)]
    numbers = {_bare(n) for text in prose for n in _NUMBER.findall(_NOT_FIGURES.sub("", text))}
    return numbers - {_bare(n) for text in paper.numbers.values() for n in _NUMBER.findall(text)}


def _bare(number: str) -> str:
    """Without dots and the zero before: a figure stands as 05 in prose and as 5 in brackets."""
    return number.replace(".", "").lstrip("0") or "0"


def untidy(paper: Paper) -> list[str]:
    """The pieces with blanks or quotation marks that papers do not have."""
    blanks = re.compile(r" {8}/| {6}(tháng|năm)| {6}giờ {6}ngày| {8}$")
    return [
        piece
        for piece in said(paper)
        if "  " in blanks.sub("", piece) or '"' in piece or piece != piece.strip() or ".." in piece
    ]


_ZEROS = re.compile(r"(?<![\d.,])0 (trẻ|người|trường hợp|lượt|danh sách|hồ sơ|ngày)|gồm: *\.|: *;|, *\.|\( *\)")


def zeros(paper: Paper) -> list[str]:
    """Sentences that say 0 of something, or enumerate nothing: zeros have words of their own."""
    paragraphs = [block for block in paper.blocks() if isinstance(block, Paragraph)]
    return [one.text for one in paragraphs if one.style is not Style.NOTE and _ZEROS.search(one.text)]
