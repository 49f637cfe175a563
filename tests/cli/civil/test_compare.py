"""`sosach civil compare` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.log.models import Event
from tests.store.civil.books import birth, extract
from tests.store.people import HEADINGS, PLAINLY, child, children, taken_in, workbook

ON = ["--on", "2026-06-18", "--by", "Bùi Thị Mai"]


@pytest.fixture
def book(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, mother_birth_year="1991"), *children(3)[1:]])
    return extract(tmp_path / "ks.xlsx", [birth(1), birth(2), birth(40)])


def test_figures_and_the_rows_behind_them(book, capsys):
    assert run(["civil", "compare", str(book), *ON, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["entries"] == told["same"] + told["review"] + told["only_in_births"] == 3
    assert (told["rows"], told["differences"], told["not_in_register"]) == (3, 1, 1)
    (difference,) = told["details"]["differences"]
    assert (difference["record_code"], difference["register"], difference["book"]) == ("TE000001", "1991", "1990")
    assert difference["prevails"] == "book"
    assert told["details"]["not_in_register"][0]["birth_cert_no"].endswith("40/2020")
    assert Event.objects.get(seq=told["import"]).actor == "Bùi Thị Mai"


def test_words_for_people(book, capsys):
    assert run(["civil", "compare", str(book), *ON]) == DONE
    told = capsys.readouterr().out
    assert "Khớp 2 trẻ, trong đó 1 trẻ có 1 chỗ khác nhau" in told
    assert "Chưa có trong sổ: 1 trẻ" in told


def test_F42_the_same_extract_again_is_told(book, capsys):
    run(["civil", "compare", str(book), *ON])
    assert run(["civil", "compare", str(book), *ON]) == DONE
    assert "đã được nhập trước đây" in capsys.readouterr().err


def test_a_register_is_no_extract(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", children(3))
    wrong = workbook(tmp_path / "b.xlsx", children(30), [*HEADINGS, *PLAINLY])
    assert run(["civil", "compare", str(wrong), *ON]) == CANNOT
    assert Event.objects.filter(kind="import").count() == 1


def test_without_a_register(campaign, tmp_path, capsys):
    path = extract(tmp_path / "ks.xlsx", [birth(1)])
    assert run(["civil", "compare", str(path), *ON]) == CANNOT
    assert "sosach import children" in capsys.readouterr().err
