"""`sosach civil pair` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.civil.models import Pair
from tests.store.civil.books import birth, compared
from tests.store.people import children, taken_in

BY = ["--on", "2026-06-18", "--by", "Bùi Thị Mai"]


@pytest.fixture(autouse=True)
def book(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3)])


def test_two_persons_are_parted(capsys):
    entry = Pair.objects.get(child__record_code="TE000002").birth_id
    assert run(["civil", "pair", "TE000002", str(entry), "other", "--reason", "Trùng tên", *BY, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["operation"] > 0
    assert not Pair.objects.filter(child__record_code="TE000002").exists()
    assert run(["civil", "pair", "TE000002", str(entry), "same", *BY]) == DONE
    assert Pair.objects.get(child__record_code="TE000002").sure


@pytest.mark.parametrize("entry", ["99", "1"])
def test_what_is_no_entry(capsys, entry):
    assert run(["civil", "pair", "TE000002", entry, "same", *BY]) == CANNOT
    assert "dòng khai sinh" in capsys.readouterr().err
