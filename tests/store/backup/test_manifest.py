import json

import pytest

from sosach.findings.notices import Refused
from sosach.store.backup.manifest import KeptDatabase, KeptFile, KeptTable, Manifest, read_manifest

MANIFEST = Manifest(
    home="ab",
    unit="xã Hòa Mẫu",
    on="2026-06-18",
    database=KeptDatabase(
        engine="sqlite",
        tables=(KeptTable("log_event", ("seq", "hash"), 3),),
        migrations=(("log", "0001_initial"),),
        events=3,
        head="ff",
    ),
    files=(KeptFile("plans/x.toml", 12, "aa"),),
)


def test_a_manifest_reads_as_it_was_written():
    assert read_manifest(MANIFEST.as_json(), "b.age") == MANIFEST


@pytest.mark.parametrize("left_out", ["home", "database", "files", "format"])
def test_a_manifest_that_lacks_something_is_none(left_out):
    told = json.loads(MANIFEST.as_json())
    del told[left_out]
    with pytest.raises(Refused, match="không phải là bản sao lưu"):
        read_manifest(json.dumps(told).encode(), "b.age")
