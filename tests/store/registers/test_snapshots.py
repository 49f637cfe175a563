import polars as pl
import pytest

from sosach.findings.notices import Refused
from sosach.store.registers.snapshots import SCHEMA, keep_snapshot, snapshot

ROWS = pl.DataFrame([(0, "S", 2, "new", 1, '{"a":"ế"}', "{}")], schema=pl.Schema(SCHEMA), orient="row")


def test_a_snapshot_is_read_as_it_was_kept(home):
    assert snapshot(keep_snapshot(ROWS)).equals(ROWS)


def test_an_altered_snapshot_is_not_believed(home):
    sha256 = keep_snapshot(ROWS)
    file = home.snapshots / f"{sha256}.parquet"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(bytes(content))
    with pytest.raises(Refused, match="đã bị sửa"):
        snapshot(sha256)


def test_a_snapshot_that_is_gone_is_told(home):
    with pytest.raises(Refused, match="Không thấy"):
        snapshot("0" * 64)
