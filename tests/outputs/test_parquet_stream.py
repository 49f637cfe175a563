import threading
from pathlib import Path

import polars as pl
import pytest

from sosach.outputs.parquet_stream import ParquetStream

FRAME = pl.DataFrame({"row": range(10), "name": ["An", None] * 5})


def _write(path: Path, frames: list[pl.DataFrame]) -> None:
    with ParquetStream(path, FRAME.schema) as stream:
        for frame in frames:
            stream.append(frame)


def test_frames_come_back_in_the_order_they_were_given(tmp_path: Path) -> None:
    _write(tmp_path / "a.parquet", [FRAME.slice(i, 3) for i in range(0, 10, 3)])
    assert pl.read_parquet(tmp_path / "a.parquet").equals(FRAME)


def test_a_file_without_frames_has_its_columns(tmp_path: Path) -> None:
    _write(tmp_path / "a.parquet", [])
    assert pl.read_parquet(tmp_path / "a.parquet").equals(FRAME.clear())


def test_more_frames_than_may_wait(tmp_path: Path) -> None:
    _write(tmp_path / "a.parquet", [FRAME] * 50)
    assert pl.read_parquet(tmp_path / "a.parquet").height == 500


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        _write(tmp_path / "none" / "a.parquet", [FRAME] * 50)


def _interrupted(path: Path) -> None:
    with ParquetStream(path, FRAME.schema) as stream:
        stream.append(FRAME)
        raise RuntimeError


def test_a_failure_of_the_caller_ends_the_writing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        _interrupted(tmp_path / "a.parquet")
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("write ")] == []
