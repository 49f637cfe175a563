"""Places: the counts of the reform, the same name and code before and after, communes that were split."""

import pytest

from sosach.refdata import places


def test_counts_are_those_of_the_reform():
    assert len(places.provinces()) == 34
    assert len(places.provinces_before()) == 63
    assert len(places.communes()) == 3321
    assert len(places.communes_before()) == 10035
    kinds = [commune.kind for commune in places.communes().values()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"xã": 2611, "phường": 697, "đặc khu": 13}


def test_bac_ninh_has_99_communes_and_none_of_its_old_ones_was_split():
    assert sum(commune.province == "24" for commune in places.communes().values()) == 99
    districts = {d.code for d in places.districts_before().values() if d.province == "27"}
    old = [commune.code for commune in places.communes_before().values() if commune.district in districts]
    assert old
    assert all(len(places.successors(code)) == 1 for code in old)


def test_one_code_means_two_areas_before_and_after():
    assert places.communes_before()["09466"].name == places.communes()["09466"].name == "Cao Đức"
    assert places.successors("09457") == places.successors("09466") == ("09466",)
    assert places.districts_before()[places.communes_before()["09457"].district].name == "Gia Bình"


def test_a_split_commune_has_several_successors():
    split = [code for code in places.communes_before() if len(places.successors(code)) > 1]
    assert len(split) == 381


def test_land_without_people_makes_no_successor():
    # Đặng Xá: all people to Thuận An, some empty land elsewhere.
    assert len(places.successors("00556")) == 1


def test_every_commune_leads_to_communes_that_exist():
    todays = places.communes()
    for code in places.communes_before():
        assert places.successors(code)
        assert set(places.successors(code)) <= set(todays)
    reached = {today for code in places.communes_before() for today in places.successors(code)}
    # Five special zones were island districts without communes.
    assert len(set(todays) - reached) == 5


def test_what_became_of_communes_gone_earlier_is_not_known():
    assert places.successors("00010") == ()


def test_older_names_know_the_district_of_their_time():
    names = {(c.name, places.districts_before()[c.district].name) for c in places.older_names() if c.code == "01447"}
    assert ("Hùng Quốc", "Trà Lĩnh") in names
    assert places.communes_before()["01447"].name == "Trà Lĩnh"


def test_districts_know_the_names_they_had():
    assert "Tân Thành" in places.districts_before()["754"].former_names
    assert places.districts_before()["263"].former_names == ()


def test_every_unit_stands_in_a_unit_above_it():
    assert {c.province for c in places.communes().values()} == set(places.provinces())
    assert {c.district for c in places.communes_before().values()} <= set(places.districts_before())
    assert {d.province for d in places.districts_before().values()} == set(places.provinces_before())
    assert {p.today for p in places.provinces_before().values()} == set(places.provinces())


def test_the_province_of_a_district_that_is_gone():
    assert places.province_today("263").name == "Bắc Ninh"
    with pytest.raises(KeyError):
        places.province_today("000")


def test_the_invented_commune_is_in_no_list():
    assert "99999" not in places.communes()
    assert "Hòa Mẫu" not in {c.name for c in places.communes().values()}
    assert "Hòa Mẫu" not in {c.name for c in places.communes_before().values()}


def test_kinds_changed_in_2026():
    assert places.provinces()["75"].former_kind == "tỉnh"
    assert (places.communes()["26368"].kind, places.communes()["26368"].former_kind) == ("phường", "xã")
    assert sum(bool(commune.former_kind) for commune in places.communes().values()) == 10


def test_kind_stands_in_small_letters_before_the_name():
    assert places.communes()["09466"].full_name == "xã Cao Đức"
    assert places.communes_before()["00820"].kind == "thị trấn"
