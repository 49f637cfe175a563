"""`sosach campaign key` as it is called."""

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.sealing import read_key, recipients


def test_a_new_key_takes_the_place_of_the_old_one(campaign, tmp_path, capsys):
    place = str(tmp_path / "usb" / "khoa-moi.txt")
    assert run(["campaign", "key", "--recovery-key", place]) == DONE
    assert recipients(campaign) == (read_key(tmp_path / "usb" / "khoa-moi.txt").recipient,)
    assert place in capsys.readouterr().out
    assert run(["campaign", "key", "--recovery-key", place]) == CANNOT
