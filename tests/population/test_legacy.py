"""Text in the encodings of the nineties comes back as it was."""

import polars as pl
import pytest

from sosach.population.legacy import in_tcvn3, in_vni
from sosach.text import charsets
from sosach.text.cells import TCVN3_FONT, VNI_FONT

NAMES = ["Nguyễn Thị Hoài Thương", "Đặng Văn Ước", "Trần Ngọc Quỳnh Như"]


@pytest.mark.parametrize("name", NAMES)
def test_vni_reads_back(name):
    stored = pl.select(in_vni(pl.lit(name))).item()
    assert stored[0] == VNI_FONT
    assert charsets.decode(stored[1:], charsets.VNI) == name


@pytest.mark.parametrize("name", NAMES)
def test_tcvn3_reads_back_but_for_capitals_it_lacks(name):
    stored = pl.select(in_tcvn3(pl.lit(name))).item()
    assert stored[0] == TCVN3_FONT
    assert charsets.decode(stored[1:], charsets.TCVN3).casefold() == name.casefold()


def test_known_spelling():
    assert pl.select(in_tcvn3(pl.lit("Nguyễn"))).item() == TCVN3_FONT + "NguyÔn"
