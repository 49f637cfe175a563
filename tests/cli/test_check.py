import json
import sys
import unicodedata
from pathlib import Path

import polars as pl
import pytest

from sosach.cli.main import run
from tests.cli.test_console import Terminal
from tests.intake import books

ON = ("--on", "2026-06-18")
FILES = {"findings.parquet", "records.parquet", "report.html", "review.xlsx", "summary.json"}
NO_NUMBER = (4, "Trần Văn Bình", "09/09/2016", "Nam", "Kinh", None, "Vũ Thị Hạnh", "Gò Me")
ONE_WORD = (5, "Én", "07/02/2016", "Nữ", "Kinh", "027316700005", "Vũ Thị Nhài", "Gò Me")
PLAN = Path(__file__).parents[2] / "plans" / "mau.toml"


def _names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def _children(path: Path, *more: tuple[object, ...]) -> Path:
    return books.children(path, (*books.PERSONS, *more))


def test_results_stand_beside_the_workbook(tmp_path, capsys):
    book = _children(tmp_path / "tre-em.xlsx")
    before = book.read_bytes()
    assert run(["check", str(book), *ON]) == 0
    assert _names(tmp_path) == {"tre-em.xlsx", "tre-em-checked"}
    assert _names(tmp_path / "tre-em-checked") == FILES
    assert book.read_bytes() == before
    said = capsys.readouterr()
    assert said.out.startswith("Đã đọc 3 người trong “tre-em.xlsx”; chưa thấy vấn đề nào.")
    assert said.err == ""


def test_results_go_where_they_are_wanted(tmp_path):
    assert run(["check", str(_children(tmp_path / "a.xlsx")), *ON, "--out", str(tmp_path / "kết quả" / "tháng 6")]) == 0
    assert _names(tmp_path / "kết quả" / "tháng 6") == FILES


def test_several_workbooks_have_a_folder_each(tmp_path):
    books_of = [str(_children(tmp_path / name)) for name in ("thon-1.xlsx", "thon-2.xlsx")]
    assert run(["check", *books_of, *ON, "--out", str(tmp_path / "kq")]) == 0
    assert _names(tmp_path / "kq") == {"thon-1-checked", "thon-2-checked"}


def test_a_broken_workbook_does_not_keep_the_others_from_being_checked(tmp_path, capsys):
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"")
    first, last = _children(tmp_path / "a.xlsx"), _children(tmp_path / "z.xlsx")
    assert run(["check", str(first), str(broken), str(last), *ON]) == 2
    assert _names(tmp_path) == {"a.xlsx", "a-checked", "hong.xlsx", "z.xlsx", "z-checked"}
    said = capsys.readouterr()
    assert said.out.count("Đã đọc 3 người") == 2
    assert said.err.startswith("sosach: Tệp “hong.xlsx” rỗng")


def test_two_workbooks_of_one_name_are_asked_about(tmp_path, capsys):
    for folder in ("thon-1", "thon-2"):
        (tmp_path / folder).mkdir()
        _children(tmp_path / folder / "tre-em.xlsx")
    both = [str(tmp_path / folder / "tre-em.xlsx") for folder in ("thon-1", "thon-2")]
    assert run(["check", *both, *ON, "--out", str(tmp_path / "kq")]) == 2
    assert "tre-em-checked" in capsys.readouterr().err
    assert _names(tmp_path) == {"thon-1", "thon-2"}
    assert run(["check", *both, *ON]) == 0  # beside each of them is room enough


@pytest.mark.parametrize(
    ("person", "fail_on", "code"),
    [
        (NO_NUMBER, None, 0),
        (NO_NUMBER, "error", 1),
        (NO_NUMBER, "warning", 1),
        (ONE_WORD, "error", 0),
        (ONE_WORD, "warning", 1),
    ],
)
def test_a_demand_that_does_not_hold_is_told_by_the_exit_code(tmp_path, person, fail_on, code):
    wanted = ["--fail-on", fail_on] if fail_on else []
    assert run(["check", str(_children(tmp_path / "a.xlsx", person)), *ON, *wanted]) == code
    assert _names(tmp_path / "a-checked") == FILES


def test_json_is_one_object_and_nothing_else(tmp_path, capsys):
    assert run(["check", str(_children(tmp_path / "a.xlsx", NO_NUMBER)), *ON, "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["persons"], facts["groups"]["no_id"]) == (4, 1)
    assert facts == json.loads((tmp_path / "a-checked" / "summary.json").read_text(encoding="utf-8"))


def test_json_of_several_keeps_its_shape_when_one_is_broken(tmp_path, capsys):
    (tmp_path / "b.xlsx").write_bytes(b"")
    assert run(["check", str(_children(tmp_path / "a.xlsx")), str(tmp_path / "b.xlsx"), *ON, "--json"]) == 2
    assert [book["source"]["name"] for book in json.loads(capsys.readouterr().out)["workbooks"]] == ["a.xlsx"]


def test_json_of_nothing_is_silence(tmp_path, capsys):
    (tmp_path / "b.xlsx").write_bytes(b"")
    assert run(["check", str(tmp_path / "b.xlsx"), *ON, "--json"]) == 2
    assert capsys.readouterr().out == ""


def test_a_mapping_is_remembered_for_the_next_workbook(tmp_path, capsys):
    headings = ["STT", "Tên gọi ở nhà", "Ngày sinh", "Giới tính", "Số định danh", "Họ tên mẹ", "Ở đâu"]
    row = [1, "Nguyễn Văn Minh", "05/03/2018", "Nam", "027218700001", "Trần Thị Hoa", "Gò Me"]
    for name in ("t6.xlsx", "t7.xlsx"):
        books.saved(books.book_of([headings, row]), tmp_path / name)
    assert run(["check", str(tmp_path / "t6.xlsx"), *ON]) == 2
    assert "Họ và tên" in capsys.readouterr().err
    assert run(["check", str(tmp_path / "t6.xlsx"), *ON, "--map", "full_name=Tên gọi ở nhà", "--map", "hamlet=@G"]) == 0
    profile = (tmp_path / "sosach-columns.toml").read_text(encoding="utf-8")
    assert 'full_name = ["Tên gọi ở nhà"]' in profile
    assert "hamlet" not in profile  # a letter is of one file
    assert run(["check", str(tmp_path / "t7.xlsx"), *ON]) == 0
    records = pl.read_parquet(tmp_path / "t7-checked" / "records.parquet")
    assert records["full_name"].to_list() == ["Nguyễn Văn Minh"]


def test_a_profile_of_another_folder_can_be_named(tmp_path):
    headings = ["Tên gọi ở nhà", "Ngày sinh", "Giới tính", "Họ tên mẹ"]
    book = books.saved(books.book_of([headings, ["Lê Lan", "5/3/2018", "Nữ", "A B"]]), tmp_path / "a.xlsx")
    profile = tmp_path / "xã.toml"
    profile.write_text('[children]\nfull_name = ["Tên gọi ở nhà"]\n', encoding="utf-8")
    assert run(["check", str(book), *ON, "--profile", str(profile), "--register", "children"]) == 0


def test_a_mapping_that_names_no_column_writes_nothing(tmp_path, capsys):
    assert run(["check", str(_children(tmp_path / "a.xlsx")), *ON, "--map", "school=Trường nào"]) == 2
    assert "“school=Trường nào”" in capsys.readouterr().err
    assert _names(tmp_path) == {"a.xlsx"}


def test_the_plan_brings_the_hamlets(tmp_path, capsys):
    stranger = (*ONE_WORD[:1], "Hoàng Thị Én", *ONE_WORD[2:-1], "Thôn Trăng")
    assert run(["check", str(_children(tmp_path / "a.xlsx", stranger)), *ON, "--plan", str(PLAN), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rules"] == {"hamlet_unknown": 1}


def test_a_summary_is_enough_when_asked_for(tmp_path, capsys):
    assert run(["check", str(_children(tmp_path / "a.xlsx")), *ON, "--review", "summary", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["review"] == "summary"


def test_progress_is_shown_on_a_terminal_and_wiped_out(tmp_path, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run(["check", str(_children(tmp_path / "a.xlsx")), *ON]) == 0
    shown = terminal.getvalue()
    assert "Đang đọc “a.xlsx”…" in shown
    assert "Đã kiểm tra 3 người…" in shown
    assert shown.endswith("\r\033[K")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_with_marks_spaces_and_brackets(tmp_path, form, capsys):
    name = unicodedata.normalize(form, "Trẻ em dưới 16 tuổi (thôn Gò Me) – tháng 6.xlsx")
    assert run(["check", str(_children(tmp_path / name)), *ON]) == 0
    folder = tmp_path / f"{name.removesuffix('.xlsx')}-checked"
    assert _names(folder) == FILES
    assert str(folder) in capsys.readouterr().out


def test_a_very_long_way_to_the_workbook(tmp_path):
    deep = tmp_path.joinpath(*["Ủy ban nhân dân xã Hòa Mẫu"] * 12)
    deep.mkdir(parents=True)
    assert run(["check", str(_children(deep / "a.xlsx")), *ON]) == 0
    assert _names(deep / "a-checked") == FILES


def test_a_name_that_leaves_no_room_for_the_results(tmp_path, capsys):
    book = _children(tmp_path / f"{'ệ' * 83}.xlsx")  # 254 bytes, and 255 are allowed
    assert run(["check", str(book), *ON]) == 2
    assert "--out" in capsys.readouterr().err
    assert _names(tmp_path) == {book.name}
    assert run(["check", str(book), *ON, "--out", str(tmp_path / "kq")]) == 0


def test_a_workbook_in_the_folder_one_works_in(tmp_path, monkeypatch):
    _children(tmp_path / "a.xlsx")
    monkeypatch.chdir(tmp_path)
    assert run(["check", "a.xlsx", *ON, "--out", "."]) == 0
    assert _names(tmp_path) == {"a.xlsx", *FILES}


def test_a_second_check_replaces_the_first_and_keeps_what_people_did(tmp_path):
    book = _children(tmp_path / "a.xlsx", NO_NUMBER)
    assert run(["check", str(book), *ON]) == 0
    (tmp_path / "a-checked" / "review.xlsx").write_bytes(b"a morning's work")
    (tmp_path / "a-checked" / "ghi chú.txt").write_text("gọi thôn", encoding="utf-8")
    assert run(["check", str(book), *ON]) == 0
    assert _names(tmp_path / "a-checked") == FILES | {"ghi chú.txt", "review-cu-1.xlsx"}
    assert (tmp_path / "a-checked" / "review-cu-1.xlsx").read_bytes() == b"a morning's work"
    assert run(["check", str(book), *ON]) == 0
    assert _names(tmp_path / "a-checked") == FILES | {"ghi chú.txt", "review-cu-1.xlsx"}


def test_the_same_workbook_gives_the_same_results(tmp_path):
    book = _children(tmp_path / "a.xlsx", NO_NUMBER, ONE_WORD)
    for name in ("mot", "hai"):
        assert run(["check", str(book), *ON, "--out", str(tmp_path / name)]) == 0
    for name in FILES:
        assert (tmp_path / "mot" / name).read_bytes() == (tmp_path / "hai" / name).read_bytes(), name
