"""A report as files."""

from sosach.store.desk.write_report import write_report
from tests.store.reports.weeks import FIRST_WEEK, register, weekly


def test_the_copy_that_leaves_lies_in_a_folder_of_its_own(campaign, tmp_path):
    register(tmp_path / "a.xlsx")
    written = write_report(weekly(FIRST_WEEK), tmp_path / "out")
    leaving = [file for file in written.files if file.parent.name == "gui-di"]
    assert len(leaving) == 4
    assert all(file.exists() for file in written.files)
    assert not list((tmp_path / "out").glob(".moi-*"))
