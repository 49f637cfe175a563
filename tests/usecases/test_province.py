"""The communes' figures put together."""

import json

import openpyxl
import pytest

from sosach.findings.notices import Refused
from sosach.papers.frozen import closed, in_bytes
from sosach.usecases.province import put_together
from tests.papers import model
from tests.usecases.provinces import FRIDAY_AT_NINE, sent, units


def together(folder, out="x.xlsx", **more):
    """The sheet of the model week."""
    return put_together(folder, model.CUT_OFF, folder.parent / out, **({"register": "children"} | more))


def test_who_came_late_and_who_did_not_come(tmp_path):
    folder = tmp_path / "in"
    for number in (1, 2, 3):
        sent(folder, number, FRIDAY_AT_NINE + 3700 * (number == 2))
    units(folder, 5)
    sheet = together(folder).sheet
    assert (sheet.in_time, sheet.late, sheet.missing) == (2, 1, ("xã Số 4 Mẫu", "xã Số 5 Mẫu"))
    assert openpyxl.load_workbook(tmp_path / "x.xlsx")["Tổng hợp"]["B7"].value == "xã Số 1 Mẫu"


def test_altered_figures_are_refused_and_told_and_the_others_stand(tmp_path):
    folder = tmp_path / "in"
    sent(folder, 1)
    path = sent(folder, 2)
    path.write_text(path.read_text(encoding="utf-8").replace('"uploaded": 93', '"uploaded": 94', 1), encoding="utf-8")
    done = together(folder)
    assert [one.code for one in done.refused] == ["province_altered"]
    assert "99002.json" in done.refused[0].message
    assert done.sheet.total.true[0] == 1990


def test_closed_anew_by_a_stranger_they_still_have_to_add_up(tmp_path):
    folder = tmp_path / "in"
    sent(folder, 1)
    told = json.loads(sent(folder, 2).read_text(encoding="utf-8"))
    told["children"]["cumulative"]["uploaded"] += 1
    told.pop("sha256")
    (folder / "99002.json").write_bytes(in_bytes(closed(told)))
    assert [one.code for one in together(folder).refused] == ["province_altered"]


@pytest.mark.parametrize(
    "changes",
    [{"kind": "monthly"}, {"cut_off": "2026-06-11T17:00:00+07:00"}, {"children": None}],
)
def test_other_weeks_and_kinds_are_refused(tmp_path, changes):
    folder = tmp_path / "in"
    sent(folder, 1)
    sent(folder, 2, **changes)
    assert len(together(folder).refused) == 1


def test_a_unit_that_is_not_on_the_list_is_refused(tmp_path):
    folder = tmp_path / "in"
    sent(folder, 1)
    sent(folder, 9)
    units(folder, 3)
    assert [one.code for one in together(folder).refused] == ["province_foreign"]


def test_a_correction_takes_the_place_of_what_it_corrects(tmp_path):
    folder = tmp_path / "in"
    sent(folder, 1)
    (folder / "again").mkdir()
    newer = sent(folder / "again", 1, version=2)
    assert newer.exists()
    assert together(folder).sheet.in_time == 1


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_the_sheet_can_be_a_paper(tmp_path, suffix):
    sent(tmp_path / "in", 1)
    together(tmp_path / "in", f"x.{suffix}")
    assert (tmp_path / f"x.{suffix}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("prepare", "more", "code"),
    [
        (lambda folder: folder.mkdir(), {}, "province_none"),
        (lambda folder: None, {}, "province_folder"),
        (lambda folder: sent(folder, 1), {"out": "x.txt"}, "province_suffix"),
        (lambda folder: (sent(folder, 1), (folder / "units.csv").write_text("a;b")), {}, "province_units"),
    ],
)
def test_what_cannot_be_put_together_is_refused(tmp_path, prepare, more, code):
    prepare(tmp_path / "in")
    with pytest.raises(Refused) as refused:
        together(tmp_path / "in", **more)
    assert refused.value.notice.code == code
    assert not list(tmp_path.glob("x.*"))


def test_files_of_other_kinds_in_the_folder_are_told_not_read(tmp_path):
    folder = tmp_path / "in"
    sent(folder, 1)
    (folder / "a.json").write_text("[" * 100_000)
    (folder / "b.json").write_bytes(b"\xff\xfe")
    assert len(together(folder).refused) == 2
