import hashlib

import pytest

from sosach.findings.notices import Refused
from sosach.store.originals import keep_original, original
from sosach.store.sealing import new_key
from tests.store.people import KEY


def test_a_file_is_kept_sealed_and_comes_back_byte_for_byte(campaign):
    sha256 = keep_original(b"PK\x03\x04 register")
    assert sha256 == hashlib.sha256(b"PK\x03\x04 register").hexdigest()
    (kept,) = campaign.originals.iterdir()
    assert b"register" not in kept.read_bytes()
    assert original(campaign, sha256, KEY) == b"PK\x03\x04 register"


def test_the_same_file_twice_is_kept_once(campaign):
    assert keep_original(b"x") == keep_original(b"x")
    assert len(list(campaign.originals.iterdir())) == 1


def test_without_the_key_an_original_stays_closed(campaign):
    sha256 = keep_original(b"x")
    with pytest.raises(Refused, match="khóa khác"):
        original(campaign, sha256, new_key())


def test_an_original_that_was_exchanged_is_found_out(campaign):
    one, other = keep_original(b"x"), keep_original(b"y")
    (campaign.originals / f"{other}.age").replace(campaign.originals / f"{one}.age")
    with pytest.raises(Refused, match="đã bị sửa"):
        original(campaign, one, KEY)
    with pytest.raises(Refused, match="Không thấy"):
        original(campaign, other, KEY)


def test_a_home_that_seals_for_nobody_keeps_them_open(home):
    sha256 = keep_original(b"x")
    assert original(home, sha256, KEY) == b"x"
