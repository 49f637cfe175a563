"""The pages about linkage say what the program does."""

import re
from pathlib import Path

import polars as pl
import pytest
from tools.learn_weights import side_by_side

from sosach.engines.splink_links import shipped
from sosach.linkage import names
from sosach.linkage.evidence import probability
from sosach.linkage.weights import weights

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "linkage.vi.md").read_text(encoding="utf-8")

# The levels in the order of the table of names.
LEVELS = (
    *("same", "unmarked", "mark", "typing", "sound", "order", "initials", "slip", "middle"),
    *("part", "syllable", "other"),
)


def examples() -> list[tuple[str, str, float]]:
    table = PAGE[PAGE.index("## Các mức khớp") : PAGE.index("## Đủ điểm")]
    found = re.findall(r"^\| [^|]+ \| ([^|/]+) / ([^|]+) \| ([−0-9,]+)", table, re.MULTILINE)
    return [(one, other, float(bits.replace("−", "-").replace(",", "."))) for one, other, bits in found]


def test_every_example_is_at_its_level_and_has_its_weight():
    told = examples()
    levels = names.compared(pl.Series([one for one, _, _ in told]), pl.Series([other for _, other, _ in told]))
    assert levels.to_list() == list(LEVELS)
    assert [bits for _, _, bits in told] == [weights()["name"][level] for level in LEVELS]


def test_percentages_are_those_of_the_bits():
    bits, shares = (
        [float(cell.replace("−", "-").replace(",", ".").replace("%", "")) for cell in row.split(" | ")]
        for row in re.findall(r"^\| (?:Điểm cộng lại|Khả năng là một người) \| (.+) \|$", PAGE, re.MULTILINE)
    )
    told = pl.DataFrame({"bits": bits}).select(100 * probability(pl.col("bits"))).to_series()
    assert shares == pytest.approx(told.to_list(), abs=0.15)


def test_both_columns_of_weights_are_as_in_the_table_and_in_the_model():
    assert side_by_side(shipped()) in (DOCS / "linkage.md").read_text(encoding="utf-8")
