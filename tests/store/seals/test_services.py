from sosach.campaign.row_code import make
from sosach.store.seals.services import key
from sosach.store.writing import writing


def test_the_key_stays_what_it_is(home):
    with writing():
        first = key()
    with writing():
        assert key() == first
    assert len(first) == 32


def test_two_homes_make_two_codes_of_one_row(home, tmp_path):
    from tests.store import databases

    with writing():
        mine = make(key(), "TE-02", 7, ("Ai",))
    databases.sqlite_home(tmp_path / "other")
    with writing():
        assert make(key(), "TE-02", 7, ("Ai",)) != mine
