"""`sosach import` as it is called."""

import json
from datetime import date

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.log.models import Event
from sosach.store.registers.models import Import, Person
from tests.store.people import HEADINGS, PLAINLY, child, children, workbook

ON = ["--on", "2026-06-18", "--by", "Bùi Thị Mai"]


FAR = [row | {"address": "xã Cao Đức, tỉnh Bắc Ninh"} for row in children(30)]


def _json(capsys):
    return json.loads(capsys.readouterr().out)


def test_figures_add_up_and_the_rows_behind_them_are_told(campaign, tmp_path, capsys):
    file = workbook(tmp_path / "a.xlsx", [*children(4), child(4), {"hamlet": "Thôn Gò Me"}])
    assert run(["import", "children", str(file), *ON, "--json"]) == DONE
    told = _json(capsys)
    assert list(told)[:10] == [
        *("import", "rows", "new", "changed", "same"),
        *("waiting", "rejected", "duplicate_in_file", "gone", "skipped"),
    ]
    parts = ("new", "changed", "same", "waiting", "rejected", "duplicate_in_file")
    assert told["rows"] == sum(told[part] for part in parts)
    for name, rows in told["details"].items():
        assert len(rows) == told[name], name
    assert told["details"]["duplicate_in_file"] == [{"sheet": "Trẻ em", "row": 6}]
    assert Event.objects.get(seq=told["import"]).actor == "Bùi Thị Mai"


def test_words_for_people(campaign, tmp_path, capsys):
    file = workbook(tmp_path / "a.xlsx", children(3))
    assert run(["import", "children", str(file), *ON]) == DONE
    assert "Mới: 3; thay đổi: 0; giữ nguyên: 0" in capsys.readouterr().out


def test_F42_the_same_bytes_again_are_told(campaign, tmp_path, capsys):
    file = workbook(tmp_path / "a.xlsx", children(3))
    run(["import", "children", str(file), *ON, "--json"])
    first = _json(capsys)
    assert run(["import", "children", str(file), *ON, "--json"]) == DONE
    out = capsys.readouterr()
    again = json.loads(out.out)
    assert (again["import"], again["same"], again["new"]) == (first["import"], 3, 0)
    assert "đã được nhập trước đây" in out.err


def test_F43_the_same_rows_saved_anew_change_nothing(campaign, tmp_path, capsys):
    run(["import", "children", str(workbook(tmp_path / "a.xlsx", children(30))), *ON])
    capsys.readouterr()
    assert run(["import", "children", str(workbook(tmp_path / "b.xlsx", children(30)[::-1])), *ON, "--json"]) == DONE
    told = _json(capsys)
    assert (told["same"], told["changed"], told["new"]) == (30, 0, 0)


@pytest.mark.parametrize(
    ("rows", "as_of", "words"),
    [
        pytest.param(children(29), "2026-06-04", "cũ hơn lần nhập trước (ngày 11/06/2026)", id="F44 older"),
        pytest.param(children(12), "2026-06-18", "chỉ có 12 trên 30 người", id="F45 half of the rows"),
        pytest.param(FAR, "2026-06-18", "không thuộc xã Hòa Mẫu", id="F46 another commune"),
    ],
)
def test_F44_to_F46_a_doubtful_file_is_a_question_until_it_is_accepted(campaign, tmp_path, capsys, rows, as_of, words):
    run(["import", "children", str(workbook(tmp_path / "a.xlsx", children(30))), "--as-of", "2026-06-11"])
    file = workbook(tmp_path / "b.xlsx", rows)
    given = ["import", "children", str(file), "--as-of", as_of, "--by", "Bùi Thị Mai"]
    assert run(given) == CANNOT
    assert words in capsys.readouterr().err
    assert Import.objects.count() == 1
    assert run([*given, "--accept", "Đã hỏi thôn"]) == DONE
    assert Event.objects.filter(kind="import").latest("seq").reason == "Đã hỏi thôn"


def test_F47_the_wrong_register_is_a_question_until_it_is_accepted(campaign, tmp_path, capsys):
    file = workbook(tmp_path / "a.xlsx", children(30), [*HEADINGS, *PLAINLY])
    assert run(["import", "beneficiaries", str(file), *ON]) == CANNOT
    assert Person.objects.count() == 0
    assert run(["import", "beneficiaries", str(file), *ON, "--accept", "Danh sách gửi theo mẫu trẻ em"]) == DONE
    assert Person.objects.filter(register="beneficiaries").count() == 30
    assert Event.objects.get(kind="import").reason == "Danh sách gửi theo mẫu trẻ em"


def test_the_day_stands_above_the_list_unless_it_is_given(campaign, tmp_path):
    titled = workbook(tmp_path / "a.xlsx", children(3), title="(Kết xuất từ phần mềm, ngày 04/6/2026)")
    run(["import", "children", str(titled), *ON])
    run(["import", "children", str(workbook(tmp_path / "b.xlsx", children(4))), "--as-of", "2026-06-11"])
    run(["import", "children", str(workbook(tmp_path / "c.xlsx", children(5))), *ON])
    days = [taken.as_of for taken in Import.objects.order_by("operation")]
    assert days == [date(2026, 6, 4), date(2026, 6, 11), date(2026, 6, 18)]


def test_a_question_changes_nothing_and_names_the_way_on(campaign, tmp_path, capsys):
    run(["import", "children", str(workbook(tmp_path / "a.xlsx", children(30))), *ON])
    capsys.readouterr()
    half = workbook(tmp_path / "b.xlsx", children(10))
    assert run(["import", "children", str(half), *ON]) == CANNOT
    assert "--accept" in capsys.readouterr().err
    assert Import.objects.count() == 1


def test_without_a_campaign_nothing_is_taken_in(tmp_path, capsys):
    file = workbook(tmp_path / "a.xlsx", children(3))
    assert run(["import", "children", str(file), "--home", str(tmp_path / "none")]) == CANNOT
    assert "chưa có chiến dịch" in capsys.readouterr().err


@pytest.mark.parametrize("register", ["pupils", ""])
def test_a_register_that_is_none_is_refused(campaign, tmp_path, capsys, register):
    assert run(["import", register, "x.xlsx"]) == CANNOT
