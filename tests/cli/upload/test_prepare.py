"""`sosach upload prepare` as it is called."""

import json

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.upload.models import Upload
from tests.store.people import children, taken_in
from tests.store.upload import exports

ON = ["--on", "2026-06-18", "--by", "Bùi Thị Mai"]


def call(base, out, *more):
    return run(["upload", "prepare", "children", "--base", str(base), "--out", str(out), *ON, *more])


def test_figures_and_files(campaign, tmp_path, capsys):
    base = exports.register(tmp_path)
    assert call(base, tmp_path / "o.xlsx", "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["upload"], told["rows"], told["cells"], told["lines"]) == ("CN-01", 6, 2, 2)
    assert (told["held"], told["waiting"], told["not_in_export"], told["new_persons"]) == (0, 0, 0, 0)
    assert set(told["files"]) == {"workbook", "proof", "new_persons", "typing_list"}
    for name in ("o.xlsx", "o.xlsx.proof.json", "o-list.xlsx"):
        assert (tmp_path / name).exists()


def test_words(campaign, tmp_path, capsys):
    assert call(exports.register(tmp_path), tmp_path / "o.xlsx") == DONE
    assert "2 ô được sửa, không ô nào khác thay đổi" in capsys.readouterr().out


def test_an_export_that_is_no_workbook_gets_the_typing_list_and_a_clear_word(campaign, tmp_path, capsys):
    base = tmp_path / "a.csv"
    rows = ["Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Thôn;Họ tên mẹ;Trường;Lớp"]
    rows += [
        f"{c['record_code']};{c['full_name']};{c['birth_date']};;{c['hamlet']};{c['mother_name']};;"
        for c in children(4)
    ]
    base.write_text("\n".join(rows), encoding="utf-8-sig")
    assert run(["import", "children", str(base), *ON]) == DONE
    exports.decided(1, "sex", "Nữ")
    capsys.readouterr()
    assert call(base, tmp_path / "o.xlsx") == DONE
    told = capsys.readouterr()
    assert "không phải tệp .xlsx" in told.err
    assert "Không có tệp tải lên" in told.out
    assert {path.name for path in tmp_path.glob("o*")} == {"o-list.xlsx"}
    assert Upload.objects.get().cells == 0


def test_nothing_to_bring_writes_nothing(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", children(3))
    assert call(tmp_path / "a.xlsx", tmp_path / "o.xlsx") == CANNOT
    assert "Việc cần làm" in capsys.readouterr().err
    assert list(tmp_path.glob("o*")) == []


def test_the_wrong_register_is_told(campaign, tmp_path, capsys):
    base = exports.register(tmp_path)
    arguments = ["upload", "prepare", "beneficiaries", "--base", str(base), "--out", str(tmp_path / "o.xlsx"), *ON]
    assert run(arguments) == CANNOT
    assert Upload.objects.count() == 0


def test_an_upload_does_not_overwrite_its_export(campaign, tmp_path, capsys):
    base = exports.register(tmp_path)
    before = base.read_bytes()
    assert call(base, base) == CANNOT
    assert base.read_bytes() == before


def test_a_list_that_somebody_has_open_is_told(campaign, tmp_path, capsys):
    base = exports.register(tmp_path)
    (tmp_path / "o-list.xlsx").mkdir()
    assert call(base, tmp_path / "o.xlsx") == CANNOT
    assert not (tmp_path / "o.xlsx").exists()
    assert Upload.objects.count() == 0
