import io
import os
import stat

import pyrage
import pytest

from sosach.findings.notices import Refused
from sosach.store.home import create
from sosach.store.sealing import (
    keep_recipients,
    new_key,
    read_key,
    recipients,
    refuse_strange,
    seal,
    seal_stream,
    unseal,
    unseal_stream,
    write_key,
)

KEY = new_key()


def test_a_key_is_written_once_for_its_owner_alone_and_reads_back(tmp_path):
    place = tmp_path / "usb" / "khoa.txt"
    write_key(KEY, place, "xã Hòa Mẫu")
    assert read_key(place) == KEY
    assert "xã Hòa Mẫu" in place.read_text(encoding="utf-8")
    if os.name != "nt":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    with pytest.raises(Refused, match="không ghi đè"):
        write_key(new_key(), place, "xã Hòa Mẫu")
    assert read_key(place) == KEY


def test_a_key_where_nothing_can_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refused):
        write_key(KEY, tmp_path / "file" / "khoa.txt", "xã Hòa Mẫu")


def test_a_key_copied_by_hand_is_still_one(tmp_path):
    (tmp_path / "k").write_text(f"\ufeff  {KEY.secret.lower()}  \n", encoding="utf-8")
    assert read_key(tmp_path / "k") == KEY


@pytest.mark.parametrize("content", [b"", b"AGE-SECRET-KEY-1XX", b"\xff\xfe", b"age1abc"])
def test_a_file_without_a_key_is_told(tmp_path, content):
    (tmp_path / "k").write_bytes(content)
    with pytest.raises(Refused, match="Không đọc được khóa"):
        read_key(tmp_path / "k")


def test_a_secret_is_not_printed():
    assert KEY.secret not in repr(KEY)


def test_what_is_sealed_opens_with_the_key_alone():
    sealed = seal(b"x" * 100_000, [KEY.recipient])
    assert unseal(sealed, KEY, "x") == b"x" * 100_000
    assert pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(KEY.secret)]) == b"x" * 100_000
    with pytest.raises(Refused, match="khóa khác"):
        unseal(sealed, new_key(), "x")
    with pytest.raises(Refused, match="bị hỏng"):
        unseal(sealed[:-1], KEY, "x")


def test_streams_say_the_same(tmp_path):
    sealed, opened = io.BytesIO(), io.BytesIO()
    seal_stream(io.BytesIO(b"abc" * 50_000), sealed, [KEY.recipient, new_key().recipient])
    unseal_stream(io.BytesIO(sealed.getvalue()), opened, KEY, "x")
    assert opened.getvalue() == b"abc" * 50_000


class _Full(io.BytesIO):
    def write(self, content):
        raise OSError(28, "No space left on device")


def test_F87_what_failed_while_writing_is_told_as_it_was():
    with pytest.raises(OSError, match="No space"):
        seal_stream(io.BytesIO(b"abc"), _Full(), [KEY.recipient])
    with pytest.raises(OSError, match="No space"):
        unseal_stream(io.BytesIO(seal(b"abc", [KEY.recipient])), _Full(), KEY, "x")


def test_a_home_names_its_recipients(tmp_path):
    home = create(tmp_path / "home")
    assert recipients(home) == ()
    keep_recipients(home, [KEY.recipient])
    assert recipients(home) == (KEY.recipient,)


@pytest.mark.parametrize("wanted", [[], ["age1xyz"], [KEY.recipient, ""], [KEY.secret]])
def test_a_recipient_that_is_none_is_refused(wanted):
    with pytest.raises(Refused):
        refuse_strange(wanted)
