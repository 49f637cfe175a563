import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.originals_kept import open_original, originals_kept
from sosach.store.sealing import new_key, write_key
from tests.store.people import KEY, children, taken_in
from tests.store.police.lists import asked, sent
from tests.store.upload.exports import prepared, register


@pytest.fixture
def key_file(tmp_path):
    write_key(KEY, tmp_path / "khoa.txt", "xã Hòa Mẫu")
    return tmp_path / "khoa.txt"


def test_a_file_comes_back_byte_for_byte(campaign, tmp_path, key_file):
    taken_in(tmp_path / "a.xlsx", children(3))
    place = open_original("a.xlsx", key_file, tmp_path / "out")
    assert place.read_bytes() == (tmp_path / "a.xlsx").read_bytes()


def test_of_several_of_one_name_the_last_and_by_its_hash_any(campaign, tmp_path, key_file):
    taken_in(tmp_path / "a.xlsx", children(3))
    before = (tmp_path / "a.xlsx").read_bytes()
    taken_in(tmp_path / "a.xlsx", children(4))
    first, second = originals_kept()
    assert open_original("a.xlsx", key_file, tmp_path / "1").read_bytes() == (tmp_path / "a.xlsx").read_bytes()
    assert open_original(first.sha256[:10], key_file, tmp_path / "2").read_bytes() == before
    assert first.operation < second.operation


def test_lists_and_uploads_are_kept_too(campaign, tmp_path, key_file):
    asked(tmp_path, 1)
    sent(tmp_path)
    assert open_original("dot.xlsx", key_file, tmp_path / "out").read_bytes() == (tmp_path / "dot.xlsx").read_bytes()


def test_every_file_of_an_upload_can_be_opened(campaign, tmp_path, key_file):
    prepared(register(tmp_path), tmp_path / "o" / "lan-1.xlsx")
    names = {one.name for one in originals_kept()}
    assert names == {"a.xlsx", "lan-1.xlsx", "lan-1-list.xlsx"}
    for name in names - {"a.xlsx"}:
        assert open_original(name, key_file, tmp_path / "out").read_bytes() == (tmp_path / "o" / name).read_bytes()


@pytest.mark.parametrize("name", ["b.xlsx", "", "a", "ffffffffff"])
def test_a_file_that_was_never_taken_in_is_told(campaign, tmp_path, key_file, name):
    taken_in(tmp_path / "a.xlsx", children(3))
    with pytest.raises(Refused, match="không giữ tệp gốc"):
        open_original(name, key_file, tmp_path / "out")


def test_another_key_opens_nothing(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    write_key(new_key(), tmp_path / "khoa-khac.txt", "xã Hòa Mẫu")
    with pytest.raises(Refused, match="khóa khác"):
        open_original("a.xlsx", tmp_path / "khoa-khac.txt", tmp_path / "out")
    assert not (tmp_path / "out").exists()
