"""What goes back into the national software: together or not at all, and never without its proof."""

import errno
import hashlib
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from sosach.cleaning.frame import Cleaning, typed
from sosach.findings.notices import Refused
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.outputs.export_layout import HAMLET_LISTS
from sosach.outputs.upload import prepare
from sosach.outputs.upload.prepare import prepare_upload
from sosach.outputs.upload.settled import NewPerson
from tests.intake import books
from tests.intake.encrypted import xlsx_with_password
from tests.outputs.upload.exports import NEW, ON, Export, export, opened

BABY = NewPerson(values={"full_name": "Nguyễn Văn Mới", "birth_date": "2026-05-02", "sex": "male"}, change="Q-9")


@pytest.fixture
def base(tmp_path: Path) -> Export:
    (tmp_path / "in").mkdir()
    return export(tmp_path / "in" / "a.xlsx")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_four_files_and_their_proof(base: Export, tmp_path: Path) -> None:
    out = tmp_path / "out" / "tai-len.xlsx"
    done = prepare_upload(base.path, out, base.upload([base.settled(2, "personal_id", NEW)], (BABY,)))
    assert names(out.parent) == {"tai-len.xlsx", "tai-len.xlsx.proof.json", "tai-len-new.xlsx", "tai-len-list.xlsx"}
    stated = json.loads(out.with_name("tai-len.xlsx.proof.json").read_text(encoding="utf-8"))
    assert stated == done.stated
    assert stated["rows"] == base.typed.height
    assert [cell["new"] for cell in stated["cells_changed"]] == [NEW]
    assert stated["file"]["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert len(done.rows) == 1 + len(BABY.values)
    assert done.notices == ()


def test_another_reader_sees_one_cell_more_and_nothing_less(base: Export, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    prepare_upload(base.path, out, base.upload([base.settled(2, "personal_id", NEW)]))
    before, after = (openpyxl.load_workbook(path) for path in (base.path, out))
    assert before.sheetnames == after.sheetnames
    differing = [
        cell.coordinate
        for sheet in before.worksheets
        for line in sheet.iter_rows()
        for cell in line
        if after[sheet.title][cell.coordinate].value != cell.value
        or after[sheet.title][cell.coordinate].style_id != cell.style_id
    ]
    assert differing == ["H7"]
    sheet = after["Danh sách"]
    assert sheet["AI5"].value == "=COUNTA(C5:C40)"
    assert str(sheet.data_validations.dataValidation[0].sqref) == "E5:E40"
    assert sheet.column_dimensions["AG"].hidden


def test_a_list_by_hamlets_is_changed_in_the_sheet_of_the_hamlet(tmp_path: Path) -> None:
    base = export(tmp_path / "a.xlsx", HAMLET_LISTS, 60)
    last = base.typed.height - 1
    done = prepare_upload(base.path, tmp_path / "o.xlsx", base.upload([base.settled(last, "personal_id", NEW)]))
    assert done.stated is not None
    assert done.stated["cells_changed"][0]["sheet"] == base.typed["sheet"][last]


@pytest.mark.parametrize("kind", ["xls", "ods", "csv"])
def test_what_is_no_xlsx_gets_the_typing_list_and_a_clear_word(tmp_path: Path, kind: str) -> None:
    rows = [list(books.HEADINGS), *map(list, books.PERSONS)]
    path = tmp_path / f"a.{kind}"
    if kind == "csv":
        path.write_text("\n".join(";".join(map(str, row)) for row in rows), encoding="utf-8-sig")
    else:
        path.write_bytes(books.xls_bytes(rows) if kind == "xls" else books.ods_bytes(rows))
    base = opened(path)
    done = prepare_upload(path, tmp_path / "o" / "o.xlsx", base.upload([base.settled(1, "personal_id", NEW)]))
    assert names(tmp_path / "o") == {"o-list.xlsx"}
    assert [said.code for said in done.notices] == ["upload_kind"]
    assert done.workbook is None


def test_a_cell_with_a_formula_is_not_overwritten(base: Export, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(base.path)
    book["Danh sách"]["H7"] = "=H6"
    book.save(base.path)
    again = opened(base.path)
    done = prepare_upload(base.path, tmp_path / "o" / "o.xlsx", again.upload([base.settled(2, "personal_id", NEW)]))
    assert [said.code for said in done.notices] == ["upload_formula"]
    assert "H7" in done.notices[0].message
    assert names(tmp_path / "o") == {"o-list.xlsx"}


def test_other_cells_are_changed_beside_one_with_a_formula(base: Export, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(base.path)
    book["Danh sách"]["H7"] = "=H6"
    book.save(base.path)
    again = opened(base.path)
    settled = [again.settled(2, "personal_id", NEW), again.settled(3, "personal_id", NEW)]
    done = prepare_upload(base.path, tmp_path / "o" / "o.xlsx", again.upload(settled))
    assert [said.code for said in done.notices] == ["upload_formula"]
    assert done.stated is not None
    assert [cell["cell"] for cell in done.stated["cells_changed"]] == ["H8"]
    assert len(done.rows) == 2
    written = openpyxl.load_workbook(tmp_path / "o" / "o.xlsx")["Danh sách"]
    assert (written["H7"].value, written["H8"].value) == ("=H6", NEW)


def test_a_merged_cell_is_not_changed_alone(base: Export, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(base.path)
    book["Danh sách"].merge_cells("K6:K7")
    book.save(base.path)
    again = opened(base.path)
    done = prepare_upload(base.path, tmp_path / "o.xlsx", again.upload([again.settled(2, "household_code", "HM-9999")]))
    assert [said.code for said in done.notices] == ["upload_merged"]


def test_a_signed_workbook_is_left_alone(base: Export, tmp_path: Path) -> None:
    with zipfile.ZipFile(base.path, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<x/>")
    again = opened(base.path)
    done = prepare_upload(base.path, tmp_path / "o.xlsx", again.upload([again.settled(2, "personal_id", NEW)]))
    assert [said.code for said in done.notices] == ["upload_signed"]


def test_an_export_under_a_password_is_changed_without_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx_with_password("12345678", books.sheet_xml(books.children_xml())))
    reading = read(path, ReadingOptions(password="12345678", profile=tmp_path / "p.json"))
    base = Export(path, reading, typed(reading.frame, Cleaning(register=reading.register, on=ON)))
    upload = base.upload([base.settled(0, "personal_id", NEW)])
    done = prepare_upload(path, tmp_path / "o.xlsx", replace(upload, password="12345678"))
    assert done.stated is not None
    assert done.stated["other_cells_changed"] == 0


def refused_with(base: Export, out: Path, **more: object) -> str:
    settled = more.get("settled", [base.settled(2, "personal_id", NEW)])
    with pytest.raises(Refused) as refusal:
        prepare_upload(base.path, out, base.upload(settled))  # type: ignore[arg-type]
    return refusal.value.notice.code


def test_what_cannot_be_done_is_told_before_anything_is_written(base: Export, tmp_path: Path) -> None:
    before = base.path.read_bytes()
    assert refused_with(base, base.path) == "upload_onto_base"
    assert refused_with(base, tmp_path / "o" / "o.xlsm") == "upload_ending"
    assert refused_with(base, tmp_path / "o" / "o.xlsx", settled=[]) == "upload_nothing"
    base.path.write_bytes(before + b"")
    openpyxl.load_workbook(base.path).save(base.path)
    assert refused_with(base, tmp_path / "o" / "o.xlsx") == "upload_base_changed"
    assert not (tmp_path / "o").exists()


def test_no_proof_no_file(base: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = prepare.patched
    monkeypatch.setattr(prepare, "patched", lambda xml, texts: real(xml, texts | {(8, 2): "Ai Khác"}))
    assert refused_with(base, tmp_path / "o" / "o.xlsx") == "output_differs"
    assert names(tmp_path / "o") == set()


def test_stopped_at_any_step_nothing_is_half_done(base: Export, tmp_path: Path) -> None:
    """Old files stay whole, or all new ones stand: never one without the other."""
    step, told = 0, "disk_full"
    while told == "disk_full":
        step += 1
        folder = tmp_path / f"o{step}"
        folder.mkdir()
        for name in ("o.xlsx", "o.xlsx.proof.json", "o-new.xlsx", "o-list.xlsx"):
            (folder / name).write_bytes(b"old")
        told = _stopped(base, folder / "o.xlsx", step)
        state = {path.name: path.read_bytes() == b"old" for path in folder.iterdir()}
        assert len(state) == 4, step
        assert len(set(state.values())) == 1, step
    assert told == ""
    assert step > 15


def _stopped(base: Export, out: Path, at: int) -> str:
    steps = 0

    def stopping(real):
        def step(*args, **kwargs):
            nonlocal steps
            steps += 1
            if steps == at:
                raise OSError(errno.ENOSPC, "full")
            return real(*args, **kwargs)

        return step

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in (
            (os, "fsync"),
            (Path, "mkdir"),
            (Path, "replace"),
            (Path, "write_bytes"),
            (Path, "write_text"),
        ):
            patch.setattr(owner, name, stopping(getattr(owner, name)))
        try:
            prepare_upload(base.path, out, base.upload([base.settled(2, "personal_id", NEW)], (BABY,)))
        except Refused as refusal:
            return refusal.notice.code
    return ""
