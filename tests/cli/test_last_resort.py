import subprocess
import sys

import pytest

from sosach.cli.last_resort import LastResort
from sosach.dates.age import age_on


def _stumble(*_: object) -> None:
    with LastResort("sosach check"):
        age_on("Nguyễn Văn Minh", None)  # type: ignore[arg-type]


def test_what_nobody_foresaw_is_told_with_the_place_and_without_the_data(capsys):
    _stumble()
    told = capsys.readouterr().err
    assert "Lệnh sosach check chưa làm xong" in told
    assert "age.py:" in told
    assert "Traceback" not in told
    assert "Minh" not in told


def test_a_fault_outside_the_program_is_named_by_its_kind(capsys):
    with LastResort("sosach check"):
        raise ZeroDivisionError("027218700001")
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert "027218700001" not in told


@pytest.mark.parametrize("end", [SystemExit, GeneratorExit])
def test_ends_that_are_meant_go_through(end, capsys):
    with pytest.raises(end), LastResort("sosach check"):
        raise end
    assert capsys.readouterr().err == ""


def test_work_that_goes_well_is_left_alone(capsys):
    with LastResort("sosach check"):
        pass
    assert capsys.readouterr().err == ""


def test_developers_see_the_whole_traceback():
    code = "from sosach.cli.last_resort import LastResort\nwith LastResort('sosach check'): 1 / 0"
    ended = subprocess.run([sys.executable, "-X", "dev", "-c", code], capture_output=True, text=True, check=False)
    assert ended.stderr.rstrip().endswith("ZeroDivisionError: division by zero")
