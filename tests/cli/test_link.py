import json
from pathlib import Path

import polars as pl
import pytest

from sosach.cli.main import run
from tests.engines.lists import AN, CUONG, DUNG, birth, write
from tests.intake import books

ON = ("--on", "2026-06-18")
LINKS = {
    "links.parquet", "left_only.parquet", "right_only.parquet", "differences.parquet", "links-findings.parquet",
    "links.xlsx", "links.json",
}  # fmt: skip


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_links_stand_beside_the_first_list(tmp_path, capsys):
    left = write(tmp_path / "tre-em.parquet", AN, CUONG)
    right = write(tmp_path / "khai-sinh.parquet", birth(AN), birth(DUNG))
    assert run(["link", str(left), str(right), *ON]) == 0
    assert names(tmp_path / "tre-em-khai-sinh") == LINKS
    said = capsys.readouterr()
    assert said.out.startswith("Đã đối chiếu “tre-em.parquet” với “khai-sinh.parquet”: 1 người có ở cả hai")
    assert said.err == ""


def test_json_is_one_object_with_the_rows_behind_the_figures(tmp_path, capsys):
    left, right = write(tmp_path / "a.parquet", AN, CUONG), write(tmp_path / "b.parquet", birth(AN))
    assert run(["link", str(left), str(right), *ON, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["same"] == len(told["details"]["same"]) == 1
    assert told["details"]["left_only"] == [{"sheet": "", "row": 2}]


def test_second_list_that_nobody_recognises_is_of_the_first_ones_register(tmp_path):
    few = ("full_name", "birth_date", "personal_id")
    left = write(tmp_path / "a.parquet", {k: AN[k] for k in few}, {k: CUONG[k] for k in few})
    right = write(tmp_path / "b.parquet", {k: AN[k] for k in few})
    assert run(["link", str(left), str(right), *ON]) == 2
    assert run(["link", str(left), str(right), *ON, "--register", "children"]) == 0
    assert json.loads((tmp_path / "a-b" / "links.json").read_text(encoding="utf-8"))["right"]["register"] == "children"


def test_second_list_may_be_read_in_its_own_way(tmp_path):
    book = books.book_of(
        [
            ("Tên gọi", "Ngày sinh", "Số định danh cá nhân", "Giới tính"),
            ("Nguyễn Hòa An", "04/06/2018", AN["personal_id"], "Nam"),
        ],
        name="Tháng 6",
    )
    books.add_sheet(book, "Khác", [("Thôn", "Số trẻ"), ("Gò Me", 3)])
    book.save(tmp_path / "la.xlsx")
    left = write(tmp_path / "a.parquet", AN, CUONG)
    more = ("--right-register", "children", "--right-sheet", "Tháng 6", "--right-map", "full_name=Tên gọi")
    assert run(["link", str(left), str(tmp_path / "la.xlsx"), *ON, *more]) == 0
    assert json.loads((tmp_path / "a-la" / "links.json").read_text(encoding="utf-8"))["same"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["duplicates", "khong-co.xlsx"], "Không thấy tệp “khong-co.xlsx”"),
        (["link", "a.parquet", "khong-co.xlsx"], "Không thấy tệp “khong-co.xlsx”"),
        (["link", "a.parquet", "a.parquet"], "cùng một tệp “a.parquet”"),
        (["link", "a.parquet"], "TỆP_THỨ_HAI"),
        (["link", "a.parquet", "b.parquet", "--engine", "dedupe"], "dedupe"),
        (["link", "a.parquet", "b.parquet", "--model", "a.parquet"], "--engine splink"),
        (["duplicates", "a.parquet", "--engine", "splink", "--model", "a.parquet"], "“a.parquet” không phải mô hình"),
        (["duplicates", "a.parquet", "--decisions", "khong-co.json"], "khong-co.json"),
        (["link", "a.parquet", "b.parquet", "--right-map", "tuoi=@C"], "tuoi"),
    ],
)
def test_what_cannot_be_used_is_said_in_vietnamese_and_leaves_nothing(tmp_path, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.parquet", AN, CUONG)
    write(tmp_path / "b.parquet", birth(AN))
    before = names(tmp_path)
    assert run([*arguments, *ON]) == 2
    heard = capsys.readouterr().err
    assert heard.startswith("sosach: ")
    assert said in heard
    assert "Việc cần làm: " in heard
    assert names(tmp_path) == before


def test_engine_that_is_not_installed_is_said_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sosach.engines.splink_links.find_spec", lambda name: None)
    left, right = write(tmp_path / "a.parquet", AN, CUONG), write(tmp_path / "b.parquet", birth(AN))
    assert run(["link", str(left), str(right), *ON, "--engine", "splink"]) == 2
    assert "Splink" in capsys.readouterr().err
    assert names(tmp_path) == {"a.parquet", "b.parquet"}


def test_a_model_of_a_former_run_is_used_again(tmp_path):
    pytest.importorskip("splink")
    left, right = write(tmp_path / "a.parquet", AN, CUONG), write(tmp_path / "b.parquet", birth(AN), birth(DUNG))
    splink = ["link", str(left), str(right), *ON, "--engine", "splink"]
    assert run([*splink, "--out", str(tmp_path / "kq1")]) == 0
    model = tmp_path / "kq1" / "splink-model.json"
    model.write_text(model.read_text(encoding="utf-8").replace('"seed": 1979', '"seed": 7'), encoding="utf-8")
    assert run([*splink, "--out", str(tmp_path / "kq2"), "--model", str(model)]) == 0
    assert (tmp_path / "kq2" / "splink-model.json").read_text(encoding="utf-8") == model.read_text(encoding="utf-8")


def test_plan_decides_which_source_prevails(tmp_path):
    plan = tmp_path / "plan.toml"
    plan.write_text(
        '[unit]\ncode = "99999"\nname = "xã Hòa Mẫu"\nprovince = "tỉnh Bắc Ninh"\n'
        '[precedence]\ndefault = ["register", "birth_book"]\n',
        encoding="utf-8",
    )
    left, right = write(tmp_path / "a.parquet", AN), write(tmp_path / "b.parquet", birth(AN, sex="Nữ"), birth(DUNG))
    assert run(["link", str(left), str(right), *ON, "--plan", str(plan), "--out", str(tmp_path / "kq")]) == 0

    assert pl.read_parquet(tmp_path / "kq" / "differences.parquet")["prevails"].to_list() == ["left"]


@pytest.mark.parametrize("command", ["duplicates", "link"])
def test_help_has_an_example(command, capsys):
    with pytest.raises(SystemExit):
        run([command, "--help"])
    assert f"  sosach {command} tre-em.xlsx" in capsys.readouterr().out
