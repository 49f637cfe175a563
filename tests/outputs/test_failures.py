import errno
from pathlib import Path

import polars as pl
import pytest

from sosach.outputs.failures import as_os_error, refusal_of

FRAME = pl.DataFrame({"number": [str(n * 7919) for n in range(100_000)]})


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EACCES, "output_denied"),
        (errno.EROFS, "output_denied"),
        (errno.EEXIST, "output_no_folder"),
        (errno.ENOTDIR, "output_no_folder"),
        (errno.ENAMETOOLONG, "output_long"),
        (errno.EIO, "output_broken"),
        (None, "output_broken"),
    ],
)
def test_every_failure_has_its_sentence(tmp_path: Path, number: int | None, code: str) -> None:
    refusal = refusal_of(OSError(number, "strerror of the system"), tmp_path / "kq")
    assert refusal.notice.code == code
    assert str(tmp_path / "kq") in refusal.notice.message
    assert "strerror" not in refusal.notice.message


def test_a_path_too_long_for_windows_is_told_by_its_number(tmp_path: Path) -> None:
    failure = OSError(errno.ENOENT, "path")
    failure.winerror = 206  # type: ignore[attr-defined]
    assert refusal_of(failure, tmp_path).notice.code == "output_long"


def test_what_is_left_is_told_of_the_disk_even_where_the_folder_is_not_there_yet(tmp_path: Path) -> None:
    told = refusal_of(OSError(errno.ENOSPC, ""), tmp_path / "a" / "b").notice.message
    assert "MB" in told


def test_polars_says_disk_full_in_words(tmp_path: Path) -> None:
    with pytest.raises(pl.exceptions.PolarsError) as failed:
        FRAME.lazy().sink_parquet("/dev/full")
    assert as_os_error(failed.value, tmp_path).errno == errno.ENOSPC


def test_polars_says_no_such_folder_in_words(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as failed:
        FRAME.lazy().sink_parquet(tmp_path / "none" / "a.parquet")
    assert as_os_error(failed.value, tmp_path).errno == errno.ENOENT


def test_a_failure_without_a_number_is_one_of_the_disk(tmp_path: Path) -> None:
    assert as_os_error(pl.exceptions.ComputeError("no number"), tmp_path).errno == errno.EIO


def test_a_failure_that_has_its_number_is_left_as_it_is(tmp_path: Path) -> None:
    failure = OSError(errno.ENOSPC, "full")
    assert as_os_error(failure, tmp_path) is failure
