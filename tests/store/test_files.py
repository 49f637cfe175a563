import hashlib

import pytest

from sosach.findings.notices import Refused
from sosach.store.files import keep, keep_as, kept

CONTENT = "Sổ trẻ em".encode()


def test_what_is_kept_is_named_by_what_it_holds(tmp_path):
    sha256 = keep(tmp_path, CONTENT, ".xlsx")
    assert sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert kept(tmp_path / f"{sha256}.xlsx", sha256) == CONTENT


def test_the_same_bytes_twice_are_one_file(tmp_path):
    assert keep(tmp_path, CONTENT) == keep(tmp_path, CONTENT)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_takes_the_place_of_another_whole(tmp_path):
    keep_as(tmp_path / "plan.toml", b"old")
    keep_as(tmp_path / "plan.toml", b"new")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"new"]


@pytest.mark.parametrize("cut", [CONTENT[:-1], CONTENT + b"x", b""])
def test_an_altered_file_is_not_believed(tmp_path, cut):
    sha256 = keep(tmp_path, CONTENT)
    (tmp_path / sha256).write_bytes(cut)
    with pytest.raises(Refused, match="đã bị sửa"):
        kept(tmp_path / sha256, sha256)


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(Refused, match="Không thấy"):
        kept(tmp_path / "x", "x")
