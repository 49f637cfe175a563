"""`sosach papers letters`."""

import pytest

from sosach.cli.main import run
from tests.store.conftest import campaign, home  # noqa: F401
from tests.store.reports.weeks import FIRST_WEEK, register, weekly

pytestmark = pytest.mark.usefixtures("campaign")


def test_the_letter_of_extension_and_the_one_about_a_child_held_twice(tmp_path, capsys):
    register(tmp_path / "a.xlsx")
    weekly(FIRST_WEEK)
    assert run(["papers", "letters", "--on", "2026-06-12", "--out", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "cong-van-gia-han-tre-em.pdf").exists()
    twice = ["papers", "letters", "--held-twice", "TE000003", "--out", str(tmp_path / "out"), "--on", "2026-06-12"]
    assert run(twice) == 2
    assert "--commune" in capsys.readouterr().err
    assert run([*twice, "--commune", "xã Tân Mẫu"]) == 0
    assert (tmp_path / "out" / "phieu-kem-dong-phong-bi.docx").exists()
