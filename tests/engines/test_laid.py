"""Two lists side by side: the same is said whichever stands on the left."""

import polars as pl
import pytest

from sosach.linkage.meeting import Meeting
from tests.engines.lists import AN, CUONG, DUNG, NEWBORN, birth
from tests.outputs.linking.sides import links

CHILDREN = ("children", [AN, CUONG, NEWBORN])
BIRTHS = ("births", [birth(AN, sex="Nữ"), birth(CUONG), birth(DUNG)])


@pytest.mark.parametrize("turned", [False, True])
def test_findings_do_not_depend_on_the_side(tmp_path, turned):
    found = links(tmp_path, *((BIRTHS, CHILDREN) if turned else (CHILDREN, BIRTHS)))
    kept, book = ("right", "left") if turned else ("left", "right")
    assert found.meeting is Meeting.CIVIL
    told = found.findings.select("side", "rule", "row").rows()
    assert sorted(told) == sorted(
        [(kept, "civil_difference", 1), (kept, "civil_unregistered_60", 3), (book, "civil_not_in_register", 3)]
    )


def test_everybody_stands_in_a_pair_or_alone(tmp_path):
    found = links(tmp_path, CHILDREN, BIRTHS)
    for end in ("left", "right"):
        paired, alone = found.pairs[end].to_list(), found.alone(end).positions.to_list()
        assert sorted(paired + alone) == list(range(3))


def test_field_that_one_file_lacks_is_not_compared(tmp_path):
    few = {name: birth(AN)[name] for name in ("full_name", "birth_date", "mother_name", "birth_cert_no", "book_no")}
    found = links(tmp_path, ("children", [AN]), ("births", [few]))
    assert found.differences.is_empty()


def test_differences_of_open_pairs_are_told_but_are_no_findings(tmp_path):
    other = birth(AN, full_name="Nguyễn Quốc Toàn", mother_name=None, father_name=None)
    found = links(tmp_path, ("children", [AN]), ("births", [other]))
    assert found.pairs["verdict"].to_list() == ["review"]
    assert "full_name" in found.differences["field"]
    assert found.findings.filter(pl.col("rule") == "civil_difference").is_empty()
